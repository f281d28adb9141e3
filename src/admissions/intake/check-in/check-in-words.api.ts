/** 报到的用语. */

/** 联系方式. */
export const CONTACT_WAYS = { PHONE: '电话', VISIT: '家访', MEETING: '到校面谈', LETTER: '书面通知' } as const;
export type ContactWay = keyof typeof CONTACT_WAYS;

/** 书面通知的对象 (SC-10.3). */
export const RECIPIENTS = { TOWNSHIP: '乡镇人民政府（街道办事处）', COUNTY: '县级教育行政部门' } as const;
export type Recipient = keyof typeof RECIPIENTS;

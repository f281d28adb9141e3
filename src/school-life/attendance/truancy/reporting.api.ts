/** 旷课: words of contacts and reports. */

/** 联系方式. */
export const CONTACT_WAYS = { PHONE: '电话', VISIT: '家访', MEETING: '到校面谈', LETTER: '书面通知' } as const;
export type ContactWay = keyof typeof CONTACT_WAYS;

/** 报送对象: those whom the law names beside the school. */
export const RECIPIENTS = {
  TOWNSHIP: '乡镇人民政府（街道办事处）',
  COUNTY: '县级教育行政部门',
  AUTHORITY: '学籍主管部门',
} as const;
export type Recipient = keyof typeof RECIPIENTS;
export const isRecipient = (party: string): party is Recipient => party in RECIPIENTS;

export const REPORT_MATTERS = { TRUANCY: '旷课告知', DROPOUT: '辍学报告', RETURN: '复学报告' } as const;
export type ReportMatter = keyof typeof REPORT_MATTERS;

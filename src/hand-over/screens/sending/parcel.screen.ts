/** 转出填报: what is written before a file goes, and what is still missing of it. */

/** What holds for all files of one parcel. */
export interface Parcel {
  way: string;
  parcel: string;
  parts: readonly string[];
  kept: readonly string[];
  lateReason: string;
}

export const EMPTY_PARCEL: Parcel = { way: '', parcel: '', parts: [], kept: ['ELECTRONIC', 'PAPER'], lateReason: '' };

export type Missing = Partial<Record<keyof Parcel, string>>;

/** What keeps the parcel from going, by field. */
export function missingInParcel({ way, parcel, parts, lateReason }: Parcel, late: boolean): Missing {
  return {
    ...(parts.length === 0 ? { parts: '请勾选随档案转出的内容' } : {}),
    ...(way === '' ? { way: '请选择转递方式' } : {}),
    ...(way === 'POST' && parcel.trim() === '' ? { parcel: '请填写邮件号，转入学校据此查收' } : {}),
    ...(late && lateReason.trim() === '' ? { lateReason: '已过规定期限，请写明原因' } : {}),
  };
}

/** Pages of one file: 1 to 9999. */
export const isPageCount = (text: string): boolean => /^[1-9]\d{0,3}$/.test(text.trim());

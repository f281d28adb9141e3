/** 学校基本信息: what a school's form holds beyond its place in the directory (SX-6.1.1). */
import { isDeepStrictEqual } from 'node:util';

/** Items of the form that the school itself keeps; all of them text. */
export const PROFILE_ITEMS = {
  address: '地址',
  postalCode: '邮政编码',
  phone: '办公电话',
  email: '电子信箱',
  website: '主页地址',
  organisationCode: '统一社会信用代码',
  legalCertificate: '法人证书号',
  landRight: '土地权属',
  landCertificate: '土地证号',
  boarding: '寄宿制',
  teachingLanguage: '授课语言',
  founder: '举办者',
  foundedOn: '建校年月',
  minorityLanguage: '双语教学模式',
} as const;
export type ProfileItem = keyof typeof PROFILE_ITEMS;

/** The items among what is stored with an institution, other entries left out. */
export function profileOf(stored: Record<string, unknown>): Partial<Record<ProfileItem, string>> {
  const items = Object.keys(PROFILE_ITEMS).filter((item) => typeof stored[item] === 'string' && stored[item] !== '');
  return Object.fromEntries(items.map((item) => [item, stored[item]]));
}

/** The names of the items that differ. */
export function changedItems(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !isDeepStrictEqual(before[name], after[name])).sort();
}

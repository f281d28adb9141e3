/** 国家法规文本: the law of the nation that rules here point into. */
import { civilDate } from '../../src/kernel/civil-date.ts';
import type { Instrument } from '../../src/policy/index.ts';

/**
 * The measures that every lower text carries out. They stay in force here beside the revision of 2025: the texts of the
 * provinces and counties still stand on them, and what the revision changed is not transcribed.
 */
export const measures: Instrument = {
  id: 'MOE',
  title: '中小学生学籍管理办法（教基一〔2013〕7号）',
  short: '国家',
  issuer: '教育部',
  placeCode: '000000',
  inForce: { from: civilDate('2013-08-11') },
  note: '已录入通知和第一条至第九条；施行日期的条款未录入，按印发日期2013年8月11日计。教基〔2025〕1号修订后未录入的条款，仍按本文本核对',
};

export const revision: Instrument = {
  id: 'MOE2025',
  title: '中小学生学籍管理办法（教基〔2025〕1号）',
  short: '国家',
  issuer: '教育部',
  placeCode: '000000',
  inForce: { from: civilDate('2025-01-03') },
  note: '仅录入第十五条等可引用的条款，其余条文未录入，不据以核对；施行日期按印发日期计',
};

/** The law that the measures name as their ground (MOE-1.1); only its articles on entry and on expulsion are used. */
export const compulsoryEducationLaw: Instrument = {
  id: 'CEL',
  title: '中华人民共和国义务教育法',
  short: '义务教育法',
  issuer: '全国人民代表大会常务委员会',
  placeCode: '000000',
  inForce: { from: civilDate('2006-09-01') },
  note: '仅录入第十一条、第十二条、第二十七条',
};

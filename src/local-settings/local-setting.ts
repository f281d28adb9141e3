/** 地方设定: what an authority sets with one notice: parameters that the law leaves to it, and its terms. */
import type { CivilDate } from '../kernel/civil-date.ts';
import { cite, type Instrument, type LocalSetting, type QuestionId, type Stage } from '../policy/index.ts';
import type { SettingValue } from './local-settings.api.ts';
import type { FileFieldKind } from './settable/file-field-kinds.api.ts';

/** 依据文件: the paper that an authority issued. */
export interface Notice {
  title: string;
  /** 文号, where it has one. */
  number?: string | undefined;
  /** 网址: where the paper can be read. */
  address?: string | undefined;
  issuedOn: CivilDate;
}

/** 参数: one value for a parameter of a rule, with the article of the notice. */
export interface ParameterItem {
  kind: 'PARAMETER';
  ruleId: string;
  parameter: string;
  value: SettingValue;
  article: string;
}

/** 学期: first and last day of a term; the last day is the last on which there is school. */
export interface TermItem {
  kind: 'TERM';
  /** The year in which the school year begins. */
  schoolYear: number;
  term: 1 | 2;
  startsOn: CivilDate;
  endsOn: CivilDate;
}

/** 通知: what the paper says of a matter beside values, for everybody to read; the next one on the matter takes its place. */
export interface NoticeItem {
  kind: 'NOTICE';
  matter: QuestionId;
  says: string;
}

/** 业务停办期: days of every year on which cases of these kinds are not opened, or not decided either. */
export interface FreezeItem {
  kind: 'FREEZE';
  /** 毕业升级: by which people know it, and under which the next setting takes its place. */
  title: string;
  /** MM-DD, both belong to it; where the last is the earlier one it lies in the next year. */
  firstDay: string;
  lastDay: string;
  /** Kinds of case. */
  cases: string[];
  stops: 'OPENING' | 'DECIDING';
  clockStands: boolean;
  /** 期间可以收纸质申请. */
  offline: boolean;
  why: string;
}

/** 系统故障期: days on which the system could not be used; what was taken in on paper counts from its day. */
export interface OutageItem {
  kind: 'OUTAGE';
  firstOn: CivilDate;
  lastOn: CivilDate;
  clockStands: boolean;
  why: string;
}

/** 救济告知: within which time, and where, a decision can be taken to review and to court, as the place makes it known. */
export interface RemedyItem {
  kind: 'REMEDY';
  review: string;
  /** 复议机关. */
  reviewBy?: string | undefined;
  suit: string;
}

/** 归档自设项: something further that stands in every student's file of the place, without a program. */
export interface FileFieldItem {
  kind: 'FILE_FIELD';
  /** By which people know it, and under which the next setting takes its place. */
  title: string;
  valueKind: FileFieldKind;
  /** Only of a CHOICE. */
  choices: string[];
  stages: Stage[];
  required: boolean;
  /** 停用: from its day on nothing is filled in any more; what was filled in stays in the files. */
  ended: boolean;
}

export type SettingItem = ParameterItem | TermItem | NoticeItem | FreezeItem | OutageItem | RemedyItem | FileFieldItem;

/** What a case of setting holds. */
export interface SettingData {
  notice: Notice;
  /** First day on which the values hold, and the first on which they no longer do. */
  from: CivilDate;
  to?: CivilDate | undefined;
  items: SettingItem[];
}

/** The authority that sets. */
export interface SettingPlace {
  placeCode: string;
  name: string;
  shortName: string;
}

/** Under which name a setting is kept; a later one of the same name takes the place of an earlier one. */
export function nameOf(item: SettingItem): string {
  if (item.kind === 'PARAMETER') return `${item.ruleId}.${item.parameter}`;
  if (item.kind === 'FREEZE') return `freeze-${item.title}`;
  if (item.kind === 'FILE_FIELD') return `file-field-${item.title}`;
  if (item.kind === 'REMEDY') return 'remedy';
  if (item.kind === 'OUTAGE') return `outage-${item.firstOn}`;
  return item.kind === 'TERM' ? `term-${item.schoolYear}-${item.term}` : `notice-${item.matter}`;
}

/** A parameter item as the law counts it: the notice is its instrument. */
export function asLocalSetting(
  place: SettingPlace,
  { notice, from, to }: Omit<SettingData, 'items'>,
  { ruleId, parameter, value, article }: ParameterItem,
): LocalSetting {
  const inForce = { from, ...(to ? { to } : {}) };
  const instrument: Instrument = {
    id: `LOCAL-${place.placeCode}`,
    title: notice.number ? `${notice.title}（${notice.number}）` : notice.title,
    short: place.shortName,
    issuer: place.name,
    placeCode: place.placeCode,
    inForce,
  };
  return {
    placeCode: place.placeCode,
    ruleId,
    values: { [parameter]: value },
    basis: cite(instrument, article),
    inForce,
  };
}

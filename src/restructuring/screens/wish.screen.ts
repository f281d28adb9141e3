/** 变动申请的填写: what is filled in so far, and the wish that it makes once enough is known. */
import type { SchoolKind } from '../../authorities/pages/institutions/forms/school-kind-parts.tsx';
import type { RestructuringMatter } from '../restructuring.api.ts';
import type { Wish } from './restructuring-queries.tsx';

export const KINDS = [
  { value: 'MERGER', words: '合并' },
  { value: 'CLOSURE', words: '撤销' },
  { value: 'WHOLE_CLASS', words: '整班转学' },
  { value: 'SCHOOLING', words: '更名和办学变更' },
] as const satisfies readonly { value: RestructuringMatter['kind']; words: string }[];

export interface Filled {
  kind: RestructuringMatter['kind'];
  schoolId: string;
  toId: string;
  custodianId: string;
  /** 存放单位, where that is no institution of the directory. */
  archiveName: string;
  ownerProposed: boolean;
  classGroupId: string;
  /** 新校名; empty where it stays. */
  name: string;
  /** 办学类型、学段和学制, once somebody has touched them. */
  schoolKind: SchoolKind | undefined;
  /** Where the grades of a school that is closed go. */
  destinations: Readonly<Record<number, string>>;
}

export const BLANK: Filled = {
  ...{ kind: 'MERGER', schoolId: '', toId: '', custodianId: '', archiveName: '', classGroupId: '', name: '' },
  ownerProposed: false,
  schoolKind: undefined,
  destinations: {},
};

/** The wish; undefined while something without which nothing can be rehearsed is missing. */
export function wishOf(filled: Filled): Wish | undefined {
  const matter = matterOf(filled);
  return filled.schoolId !== '' && matter ? { schoolId: filled.schoolId, matter } : undefined;
}

function matterOf(filled: Filled): RestructuringMatter | undefined {
  const { kind, toId, custodianId, archiveName, ownerProposed, classGroupId, destinations } = filled;
  if (kind === 'MERGER') return toId === '' ? undefined : { kind, intoId: toId };
  if (kind === 'WHOLE_CLASS') return classGroupId === '' || toId === '' ? undefined : { kind, classGroupId, toId };
  if (kind === 'SCHOOLING') return schoolingOf(filled);
  const named = Object.entries(destinations).filter(([, id]) => id !== '');
  return {
    kind,
    ...(custodianId === '' ? {} : { custodianId }),
    ...(archiveName.trim().length < 4 ? {} : { archiveName: archiveName.trim() }),
    ...(ownerProposed ? { ownerProposed } : {}),
    destinations: named.map(([grade, id]) => ({ grade: Number(grade), toId: id })),
  };
}

function schoolingOf({ name, schoolKind }: Filled): RestructuringMatter | undefined {
  const named = name.trim();
  if ((named !== '' && named.length < 4) || (named === '' && !schoolKind)) return undefined;
  const { schoolType = '', stages = [], years = {}, provincialConsent = '' } = schoolKind ?? {};
  return {
    kind: 'SCHOOLING',
    ...(named === '' ? {} : { name: named }),
    ...(schoolType === '' || schoolType === 'VOCATIONAL' ? {} : { schoolType }),
    ...(stages.length === 0 ? {} : { stages: [...stages] }),
    ...(Object.keys(years).length === 0 ? {} : { years }),
    ...(provincialConsent.trim() === '' ? {} : { provincialConsent: provincialConsent.trim() }),
  };
}

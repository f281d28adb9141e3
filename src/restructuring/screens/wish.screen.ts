/** 变动申请的填写: what is filled in so far, and the wish that it makes once enough is known. */
import type { RestructuringMatter } from '../restructuring.api.ts';
import type { Wish } from './restructuring-queries.tsx';

export const KINDS = [
  { value: 'MERGER', words: '合并' },
  { value: 'CLOSURE', words: '撤销' },
  { value: 'WHOLE_CLASS', words: '整班转学' },
  { value: 'SCHOOLING', words: '更名' },
] as const satisfies readonly { value: RestructuringMatter['kind']; words: string }[];

export interface Filled {
  kind: RestructuringMatter['kind'];
  schoolId: string;
  toId: string;
  custodianId: string;
  ownerProposed: boolean;
  classGroupId: string;
  name: string;
  /** Where the grades of a school that is closed go. */
  destinations: Readonly<Record<number, string>>;
}

export const BLANK: Filled = {
  ...{ kind: 'MERGER', schoolId: '', toId: '', custodianId: '', classGroupId: '', name: '' },
  ownerProposed: false,
  destinations: {},
};

/** The wish; undefined while something without which nothing can be rehearsed is missing. */
export function wishOf(filled: Filled): Wish | undefined {
  const matter = matterOf(filled);
  return filled.schoolId !== '' && matter ? { schoolId: filled.schoolId, matter } : undefined;
}

function matterOf(filled: Filled): RestructuringMatter | undefined {
  const { kind, toId, custodianId, ownerProposed, classGroupId, name, destinations } = filled;
  if (kind === 'MERGER') return toId === '' ? undefined : { kind, intoId: toId };
  if (kind === 'WHOLE_CLASS') return classGroupId === '' || toId === '' ? undefined : { kind, classGroupId, toId };
  if (kind === 'SCHOOLING') return name.trim().length < 4 ? undefined : { kind, name: name.trim() };
  const named = Object.entries(destinations).filter(([, id]) => id !== '');
  return {
    kind,
    ...(custodianId === '' ? {} : { custodianId }),
    ...(ownerProposed ? { ownerProposed } : {}),
    destinations: named.map(([grade, id]) => ({ grade: Number(grade), toId: id })),
  };
}

/** 变更前的信息项: what a change of key data overwrites outside its versions, kept sealed with the case for its reversal. */
import type { Services } from '../access/index.ts';
import type { Case } from '../cases/index.ts';
import type { OwnUndoing } from '../reversals/index.ts';
import { type AssessedKeyData, restoreItems, type StudentItems } from '../students/index.ts';
import type { KeyDataChangeData } from './key-data-change.ts';

/** Those that may change with key data; former name because a change of name fills it in. */
const BESIDE = ['ethnicGroup', 'householdPlace', 'householdAddress', 'formerName'] as const;

const nameOf = (caseId: string): string => `${caseId}/former`;

/** The items as they are before the change, in base64. */
export function sealFormer({ cipher }: Pick<Services, 'cipher'>, caseId: string, { held }: AssessedKeyData): string {
  const items = Object.fromEntries(BESIDE.map((key) => [key, held.record[key] ?? null]));
  return cipher.seal('cases', nameOf(caseId), items).toString('base64');
}

/** Puts them back; the version of key data itself is the reversal's own. */
export const keyDataUndoing: OwnUndoing = {
  undo: async ({ tx, services, target }) => {
    const former = formerOf(target);
    if (former === undefined) return;
    const items = services.cipher.open('cases', nameOf(target.id), Buffer.from(former, 'base64'));
    await restoreItems(tx, services, target.subjectId, items as Partial<StudentItems>);
  },
};

const formerOf = ({ data }: Pick<Case, 'data'>): string | undefined => (data as unknown as KeyDataChangeData).former;

/** 关键数据变更: what its case holds: the new values, old and new in words, papers and reason; a new number only sealed. */
import type { Services } from '../access/index.ts';
import type { Case } from '../cases/index.ts';
import type { Stage } from '../policy/index.ts';
import { type AssessedKeyData, columnAt, maskRegistrationNumber, shownItem } from '../students/index.ts';
import type { Application, ChangedItem } from './key-data.api.ts';

/** The kind of case. */
export const KEY_DATA_CHANGE = 'KEY_DATA_CHANGE';

const NUMBER = 'identityNumber';

export interface KeyDataChangeData {
  child: { name: string; numberMasked: string };
  stage: Stage;
  items: ChangedItem[];
  papers: Application['papers'];
  reason: string;
  /** 疑似重复 at the time of handing in: where the other child is, and why it looks the same. */
  suspicions: string[];
  /** New values that are not classified, as they were read. */
  values: Record<string, string>;
  /** The new number, sealed for this case, in base64; null where the number is not to change. */
  sealed: string | null;
  /** Once the case is done: what it overwrote beside the versions of key data, sealed; see undo-change.ts. */
  former?: string;
}

/** What the case keeps of an assessed application. */
export function dataOf(
  { cipher }: Pick<Services, 'cipher'>,
  caseId: string,
  { held, before, after, changed, duplicates }: AssessedKeyData,
  { papers, reason }: Pick<Application, 'papers' | 'reason'>,
): KeyDataChangeData {
  const items = changed.map((path): ChangedItem => {
    const column = columnAt(path)!;
    const { label, value, masked } = shownItem(column, after[path]);
    return { path, label, before: shownItem(column, before[path]).value, after: value, masked };
  });
  const open = changed.filter((path) => path !== NUMBER).map((path) => [path, String(after[path] ?? '')]);
  return {
    child: { name: held.record.name ?? '', numberMasked: maskRegistrationNumber(held.numbers.at(-1)?.number ?? '') },
    stage: held.open!.stage as Stage,
    items,
    papers,
    reason,
    suspicions: (duplicates?.suspicions ?? []).map(({ schoolName, reasons }) => {
      // What another child is called stays with its school.
      const alike = reasons.filter(({ weight }) => weight > 0).map(({ sentence }) => sentence.split('：')[0]);
      return `${schoolName ?? '现不在籍'}一名学生：${alike.join('，')}`;
    }),
    values: Object.fromEntries(open),
    sealed: changed.includes(NUMBER)
      ? cipher.seal('cases', caseId, { number: String(after[NUMBER] ?? '') }).toString('base64')
      : null,
  };
}

/** The new number of a case; undefined where it is not to change. */
export function newNumberOf({ cipher }: Pick<Services, 'cipher'>, { id, data }: Pick<Case, 'id' | 'data'>) {
  const { sealed } = data as unknown as KeyDataChangeData;
  if (sealed === null) return undefined;
  return (cipher.open('cases', id, Buffer.from(sealed, 'base64')) as { number: string }).number;
}

/** All new values of a case by item path. */
export function valuesOf(services: Pick<Services, 'cipher'>, one: Pick<Case, 'id' | 'data'>): Record<string, string> {
  const { values } = one.data as unknown as KeyDataChangeData;
  const number = newNumberOf(services, one);
  return number === undefined ? values : { ...values, [NUMBER]: number };
}

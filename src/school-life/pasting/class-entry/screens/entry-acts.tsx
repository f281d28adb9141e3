/** 整班登记的动作: sends the filled rows of a table, and the table as a workbook out and in. */
import { useQueryClient } from '@tanstack/react-query';
import { api, downloadFile, newIdempotencyKey, uploadFile } from '../../../../web/api-client.ts';
import type { PracticeRows } from '../../../assessments/api/further.api.ts';
import type { AwardRows } from '../../../awards/awards.api.ts';
import type { ChangedStudent } from '../../grid/class-grid.screen.ts';
import type { GridWorkbook } from '../../grid/workbook-buttons.tsx';
import {
  type EntryTable,
  readAmount,
  readAwardKind,
  readAwardLevel,
  readDay,
  readHours,
  readPracticeKind,
} from '../tables.api.ts';

export interface AidOf {
  scheme: string;
  term: number;
  givenOn: string | undefined;
  note: string;
}

/** The workbook of a table of a class group. */
export const entryWorkbook = (classGroupId: string, table: EntryTable | 'QUALITY'): GridWorkbook => ({
  fetch: () => downloadFile(`/class-groups/${classGroupId}/entry-table.xlsx`, { query: { table } }),
  read: async (file) => {
    const path = `/class-groups/${classGroupId}/entry-table/readings?table=${table}`;
    return (await uploadFile<{ rows: string[][] }>(path, { file })).rows;
  },
});

/** Each throws ApiProblem; the lists that show such entries are asked for anew. */
export function useEntryActs(classGroupId: string) {
  const client = useQueryClient();
  const send = async (path: string, body: unknown) => {
    await api.post(path, body, { idempotencyKey: newIdempotencyKey() });
    await client.invalidateQueries({ queryKey: ['conduct'] });
    await client.invalidateQueries({ queryKey: ['assessments'] });
  };
  return {
    PRACTICE: (changed: readonly ChangedStudent[]) =>
      send(`/class-groups/${classGroupId}/practice/records`, { records: changed.map(asPractice) }),
    AWARDS: (changed: readonly ChangedStudent[]) =>
      send(`/class-groups/${classGroupId}/awards`, { awards: changed.map(asAward) }),
    AIDS: (changed: readonly ChangedStudent[], { note, ...aid }: AidOf) =>
      send('/aids', {
        ...{ ...aid, ...(note.trim() ? { note: note.trim() } : {}) },
        amounts: changed.map(({ studentId, values }) => ({ studentId, amount: readAmount(values['amount'] ?? '') })),
      }),
  };
}

const textIn = (values: ChangedStudent['values'], code: string) => (values[code] ?? '').trim();

const asPractice = ({ studentId, values }: ChangedStudent) =>
  ({
    ...{ studentId, kind: readPracticeKind(textIn(values, 'kind')), activity: textIn(values, 'activity') },
    ...{ heldOn: readDay(textIn(values, 'heldOn')), hours: readHours(textIn(values, 'hours')) },
    ...{ partTaken: textIn(values, 'partTaken'), confirmedByName: textIn(values, 'confirmedByName') },
  }) as PracticeRows['records'][number];

const asAward = ({ studentId, values }: ChangedStudent) =>
  ({
    ...{ studentId, title: textIn(values, 'title'), category: readAwardKind(textIn(values, 'category')) },
    ...{ level: readAwardLevel(textIn(values, 'level')), givenOn: readDay(textIn(values, 'givenOn')) },
    giver: textIn(values, 'giver'),
  }) as AwardRows['awards'][number];

/** 整班登记: activities, awards or aid of a class group, a row for each student, typed or pasted from a spreadsheet. */
import { type ReactNode, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMayCall, useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../../../kernel/civil-date.ts';
import { useAddressState } from '../../../../web/address-state.ts';
import { Page, PageHead } from '../../../../web/frame/page.tsx';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../../web/parts/feedback/states.tsx';
import { Select } from '../../../../web/parts/form/select-field.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { useRegister, useSchoolDay } from '../../../attendance/screens/attendance-queries.tsx';
import type { GridStudent } from '../../grid/class-grid.screen.ts';
import { GridEntry } from '../../grid/grid-entry.tsx';
import { ENTRY_TABLES, type EntryColumn, type EntryTable, missingIn } from '../tables.api.ts';
import { AidFields } from './aid-fields.tsx';
import { type AidOf, entryWorkbook, useEntryActs } from './entry-acts.tsx';

const WAYS: Record<EntryTable, { operation: string; back: string; from: string; act: string }> = {
  PRACTICE: {
    ...{ operation: 'POST /api/class-groups/:id/practice/records', act: '登记' },
    ...{ back: '/assessments?view=practice', from: '考核' },
  },
  AWARDS: {
    ...{ operation: 'POST /api/class-groups/:id/awards', act: '提出' },
    ...{ back: '/conduct?view=awards', from: '奖惩资助' },
  },
  AIDS: { operation: 'POST /api/aids', act: '登记', back: '/conduct?view=aids', from: '奖惩资助' },
};

/** /class-entry?table=AWARDS */
export function Component(): ReactNode {
  const [address, change] = useAddressState({ table: '', group: '' });
  const table = (Object.keys(ENTRY_TABLES) as EntryTable[]).find((key) => key === address.table) ?? 'PRACTICE';
  const query = useSchoolDay();
  const groups = query.data?.classGroups ?? [];
  const group = groups.find(({ id }) => id === address.group) ?? groups.find(({ total }) => total > 0) ?? groups[0];
  const { back, from } = WAYS[table];
  return (
    <Page fill>
      <PageHead
        trail={[{ to: back, words: from }]}
        title={`整班登记${ENTRY_TABLES[table].words}`}
        side={
          group && (
            <Select
              aria-label="班级"
              value={group.id}
              onChange={(id) => change({ group: id })}
              options={groups.map(({ id, name }) => ({ value: id, words: name }))}
            />
          )
        }
      />
      {query.error && !query.data && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton rows={12} />}
      {query.data && !group && (
        <EmptyState words="没有您可以登记的班级" why="学籍管理员在“班级”中设班并指定班主任后再登记" />
      )}
      {group && <Entry key={`${table} ${group.id}`} table={table} group={group} />}
    </Page>
  );
}

function Entry({ table, group }: { table: EntryTable; group: { id: string; name: string } }): ReactNode {
  const session = useSession();
  const today = civilDate(session.today);
  const navigate = useNavigate();
  const query = useRegister(group.id, today, today);
  const may = useMayCall()(WAYS[table].operation);
  const acts = useEntryActs(group.id);
  const [aid, setAid] = useState<AidOf>({ scheme: 'LIVING', term: 1, givenOn: today, note: '' });
  const columns: readonly EntryColumn[] = ENTRY_TABLES[table].columns;
  const seats = query.data?.students;
  const students = useMemo<GridStudent[]>(
    () => (seats ?? []).map(({ studentId, seatNo, name }) => ({ studentId, seatNo, name, values: {} })),
    [seats],
  );
  const names = new Map(students.map(({ studentId, name }) => [studentId, name]));
  if (query.error && !query.data) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton rows={12} />;
  if (students.length === 0) {
    return <EmptyState words="班里还没有学生" why="学籍管理员在“班级”中编入学生后再登记" />;
  }
  return (
    <Card
      label={ENTRY_TABLES[table].words}
      title={group.name}
      note="每名学生一行，各列填全的才登记，没有的留空"
      fill
      flush
    >
      <GridEntry
        label={`${group.name}${ENTRY_TABLES[table].words}`}
        draft={`${table} ${group.id}`}
        items={columns}
        students={students}
        problemOf={(item, _, text) =>
          text.trim() === '' ? undefined : columns.find(({ code }) => code === item.code)?.fault(text, today)
        }
        mayEnter={may}
        looksOn="本岗位不登记，由学籍管理员登记"
        beside={table === 'AIDS' ? <AidFields aid={aid} today={today} onChange={setAid} /> : undefined}
        locked={(changed) => {
          if (table === 'AIDS' && !aid.givenOn) return '请填写发放日期';
          for (const { studentId, values } of changed) {
            const missing = missingIn(columns, values);
            if (missing) return `${names.get(studentId)}的${missing}还没有填`;
          }
          return undefined;
        }}
        workbook={entryWorkbook(group.id, table)}
        act={(changed) => `${WAYS[table].act}${changed.length}人`}
        onSave={async (changed) => {
          await (table === 'AIDS' ? acts.AIDS(changed, aid) : acts[table](changed));
          navigate(WAYS[table].back);
        }}
      />
    </Card>
  );
}

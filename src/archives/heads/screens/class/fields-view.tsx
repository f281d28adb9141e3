/** 班级自设项: the fields that authorities have set, for a whole class group. */
import { type ReactNode, useMemo } from 'react';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { GridEntry, type GridItem, type GridStudent } from '../../../../school-life/pasting/pasting-parts.tsx';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../../web/parts/feedback/states.tsx';
import { headingOf } from '../../further/field-heading.api.ts';
import type { FieldGrid } from '../../further/further.api.ts';
import { readFieldValue } from '../../further/read-field.api.ts';
import { useClassFileActs, useFieldGrid } from './class-queries.tsx';

export function FieldsView({ classGroupId }: { classGroupId: string }): ReactNode {
  const { data, error, refetch } = useFieldGrid(classGroupId);
  if (error && !data) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={12} />;
  if (data.items.length === 0) {
    return <EmptyState words="此学段没有自设项" why="教育行政部门在“地方设定”中设定归档自设项后，在这里填写" />;
  }
  if (data.students.length === 0) {
    return <EmptyState words="班里还没有学生" why="学籍管理员在“班级”中编入学生后再填写" />;
  }
  return <Entry grid={data} />;
}

function Entry({ grid }: { grid: FieldGrid }): ReactNode {
  const acts = useClassFileActs();
  const mayEnter = useMayCall()('PUT /api/class-groups/:id/file-fields');
  const items = useMemo<GridItem[]>(
    () =>
      grid.items.map(({ key, title, setBy, required, kindWords, choices }) => ({
        ...{
          code: key,
          name: headingOf({ title, setBy }, grid.items),
          note: required ? `必填，${kindWords}` : kindWords,
          choices,
        },
      })),
    [grid],
  );
  const students = useMemo<GridStudent[]>(() => grid.students, [grid]);
  const fields = new Map(grid.items.map((field) => [field.key, field]));
  const problemOf = (item: GridItem, student: GridStudent, text: string) => {
    const read = readFieldValue(fields.get(item.code)!, text);
    if ('fault' in read) return read.fault;
    return read.value === undefined && student.values[item.code] ? `${item.name}已归档，不能清空` : undefined;
  };
  return (
    <>
      <div className="class-file-bar">
        <span className="quiet">
          由{[...new Set(grid.items.map(({ setBy }) => setBy))].join('、')}设定，填后列入学籍档案
        </span>
      </div>
      <GridEntry
        {...{ items, students, problemOf, mayEnter }}
        label="自设项"
        draft={`file-fields ${grid.classGroup.id}`}
        workbook={{
          fetch: () => acts.fetchFieldWorkbook(grid.classGroup.id),
          read: (file) => acts.readFieldWorkbook(grid.classGroup.id, file),
        }}
        onSave={(changed) =>
          acts.enterFields(grid.classGroup.id, {
            entries: changed.map(({ studentId, changed: values }) => ({ studentId, values })),
          })
        }
      />
    </>
  );
}

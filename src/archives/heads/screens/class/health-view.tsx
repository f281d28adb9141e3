/** 班级健康: one kind of record for a whole class group, typed or pasted from a spreadsheet. */
import { type ReactNode, useMemo, useState } from 'react';
import { useMayCall, useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../../../kernel/civil-date.ts';
import { GridEntry, type GridItem, type GridStudent } from '../../../../school-life/pasting/pasting-parts.tsx';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../../web/parts/feedback/states.tsx';
import { ChoiceField } from '../../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../../web/parts/form/date-field.tsx';
import type { HealthGrid } from '../../health/health.api.ts';
import { HEALTH_ITEMS, HEALTH_KINDS, type HealthKind } from '../../health/health-items.api.ts';
import { readHealthValue } from '../../health/read-value.api.ts';
import { useClassFileActs, useHealthGrid } from './class-queries.tsx';

const KINDS = Object.entries(HEALTH_KINDS).map(([value, { words }]) => ({ value, words }));

export function HealthView({ classGroupId }: { classGroupId: string }): ReactNode {
  const [kind, setKind] = useState<HealthKind>('FITNESS');
  const { data, error, refetch } = useHealthGrid(classGroupId, kind);
  return (
    <>
      <div className="class-file-bar">
        <ChoiceField label="种类" value={kind} onChange={(next) => setKind(next as HealthKind)} options={KINDS} />
        {data && (
          <span className="quiet">
            {data.schoolYear}学年{data.form}，{HINTS[kind]}
          </span>
        )}
      </div>
      {error && !data && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={12} />}
      {data?.students.length === 0 && <EmptyState words="班里还没有学生" why="学籍管理员在“班级”中编入学生后再录入" />}
      {data && data.students.length > 0 && <Entry key={kind} grid={data} />}
    </>
  );
}

const HINTS: Record<HealthKind, string> = {
  FITNESS: '总分照测试成绩填写，体重指数和等级由系统算出',
  EXAMINATION: '照体检表填写，没有查的项目留空',
  VACCINATION: '照预防接种证填写',
};

function Entry({ grid }: { grid: HealthGrid }): ReactNode {
  const today = civilDate(useSession().today);
  const acts = useClassFileActs();
  const mayEnter = useMayCall()('PUT /api/class-groups/:id/health');
  const [measuredOn, setMeasuredOn] = useState<CivilDate | undefined>(today);
  const items = useMemo<GridItem[]>(
    () =>
      grid.items.map(({ name, label, unit, choices }) => ({
        code: name,
        name: label,
        note: unit ?? undefined,
        choices,
      })),
    [grid],
  );
  const students = useMemo<GridStudent[]>(
    () =>
      grid.students.map(({ studentId, name, seatNo, gender, values }) => ({
        ...{ studentId, name, seatNo, values },
        closed: new Map(
          grid.items.flatMap((item) => (item.gender && item.gender !== gender ? [[item.name, '不测']] : [])),
        ),
      })),
    [grid],
  );
  const known = new Map(grid.students.map((one) => [one.studentId, one]));
  const problemOf = (item: GridItem, _: GridStudent, text: string) => {
    const read = readHealthValue(HEALTH_ITEMS[grid.kind].find(({ name }) => name === item.code)!, text);
    return 'fault' in read ? read.fault : undefined;
  };
  return (
    <GridEntry
      {...{ items, students, problemOf, mayEnter }}
      label={grid.kindWords}
      draft={`health ${grid.kind} ${grid.classGroup.id} ${grid.schoolYear}`}
      workbook={{
        fetch: () => acts.fetchHealthWorkbook(grid.classGroup.id, grid.kind),
        read: (file) => acts.readHealthWorkbook(grid.classGroup.id, grid.kind, file),
      }}
      locked={() => (measuredOn ? undefined : '请填写测查日期')}
      beside={
        <DateField label="测查日期" required value={measuredOn} onChange={setMeasuredOn} today={today} to={today} />
      }
      onSave={(changed) =>
        acts.enterHealth(grid.classGroup.id, {
          ...{ kind: grid.kind, measuredOn: measuredOn! },
          entries: changed.map(({ studentId, values }) => ({
            ...{ studentId, seenId: known.get(studentId)!.recordId },
            values: Object.fromEntries(Object.entries(values).filter(([, text]) => text !== '')),
          })),
        })
      }
    />
  );
}

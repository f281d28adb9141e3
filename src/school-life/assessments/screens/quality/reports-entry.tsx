/** 整班填写报告: ratings and words of a whole class group in one table; signed ones are put right one by one. */
import { type ReactNode, useMemo } from 'react';
import { entryWorkbook } from '../../../pasting/class-entry/screens/entry-acts.tsx';
import { qualityColumns, readRating } from '../../../pasting/class-entry/tables.api.ts';
import type { GridStudent } from '../../../pasting/grid/class-grid.screen.ts';
import { GridEntry } from '../../../pasting/grid/grid-entry.tsx';
import type { ReportRow, ReportsView } from '../../api/further.api.ts';
import { RATINGS } from '../../assessment.api.ts';
import { useAssessmentActs } from '../assessment-queries.tsx';

const WORDS = 'teacherWords';

/** Begin it anew for another class group, term or occasion. */
export function ReportsEntry({ view, may }: { view: ReportsView; may: boolean }): ReactNode {
  const acts = useAssessmentActs();
  const { classGroup, term, occasion } = view;
  const items = useMemo(() => qualityColumns(view.dimensions), [view.dimensions]);
  const students = useMemo(() => view.rows.map((row) => asStudent(row, items)), [view.rows, items]);
  const rows = new Map(view.rows.map((row) => [row.studentId, row]));
  return (
    <GridEntry
      label={view.paperName}
      draft={`quality ${occasion} ${classGroup.id} ${term.schoolYear}-${term.term}`}
      {...{ items, students }}
      problemOf={(item, _, text) => items.find(({ code }) => code === item.code)?.fault(text, '')}
      mayEnter={may}
      looksOn="本岗位只看报告，由班主任填写并签署"
      hintOf={(code) => (code === WORDS ? undefined : `等级可填${Object.values(RATINGS).join('、')}`)}
      workbook={entryWorkbook(classGroup.id, 'QUALITY')}
      act={(changed) => (changed.length === 0 ? '已保存' : `保存${changed.length}份`)}
      onSave={(changed) =>
        acts.writeReports(classGroup.id, {
          ...{ schoolYear: term.schoolYear, term: term.term, occasion },
          reports: changed.map(({ studentId, values }) => ({
            ...{ studentId, seenVersion: rows.get(studentId)!.version, teacherWords: values[WORDS] ?? '' },
            ratings: ratingsOf(values, view),
          })),
        })
      }
      onRenew={acts.renew}
    />
  );
}

const ratingsOf = (values: Readonly<Record<string, string>>, { dimensions }: ReportsView): ReportRow['ratings'] =>
  Object.fromEntries(
    dimensions.flatMap(({ code }) => {
      const rating = readRating(values[code] ?? '');
      return rating ? [[code, rating]] : [];
    }),
  );

function asStudent(row: ReportRow, items: readonly { code: string }[]): GridStudent {
  const { studentId, seatNo, name, signed } = row;
  const ratings = Object.entries(row.ratings).map(([code, rating]) => [code, RATINGS[rating]] as const);
  return {
    ...{ studentId, seatNo, name },
    values: { ...Object.fromEntries(ratings), [WORDS]: row.teacherWords },
    closed: signed ? new Map(items.map(({ code }) => [code, '已签署，在“逐人填写”中更正'])) : undefined,
  };
}

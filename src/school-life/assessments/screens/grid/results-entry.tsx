/** 登记成绩: the grid of results, checked as they are typed, with what the law says of them and the reason of a correction. */
import { type ReactNode, useMemo } from 'react';
import { downloadFile } from '../../../../web/api-client.ts';
import type { GridItem, GridStudent } from '../../../pasting/grid/class-grid.screen.ts';
import { GridEntry } from '../../../pasting/grid/grid-entry.tsx';
import type { GridColumn, GridView } from '../../api/assessments.api.ts';
import { allowedWords, readResult } from '../../results/read-value.api.ts';
import { type GridKey, useAssessmentActs, workbookOf } from '../assessment-queries.tsx';
import { ResultsFindings } from './results-findings.tsx';
import './results.css';

export interface ResultsEntryProps {
  view: GridView;
  may: boolean;
  of: GridKey;
}

/** Begin it anew for another class group, term or kind; not for a renewal of the same. */
export function ResultsEntry({ view, may, of }: ResultsEntryProps): ReactNode {
  const acts = useAssessmentActs();
  const { columns, kind, classGroup, term } = view;
  const items = useMemo(() => columns.map((column) => asItem(column, kind)), [columns, kind]);
  const students = useMemo(() => view.rows.map(asStudent), [view]);
  const byCode = new Map(columns.map((column) => [column.code, column]));
  const earlier = new Set(
    view.rows.flatMap(({ studentId, cells }) =>
      Object.entries(cells).flatMap(([code, cell]) => (cell.earlier ? [`${studentId} ${code}`] : [])),
    ),
  );
  return (
    <GridEntry
      label="成绩表"
      draft={`assessments ${kind} ${classGroup.id} ${term.schoolYear}-${term.term}`}
      {...{ items, students }}
      problemOf={({ code }, _, text) => {
        const reading = readResult(text, byCode.get(code)!, kind);
        return 'problem' in reading ? reading.problem : undefined;
      }}
      mayEnter={may}
      looksOn="本岗位只看成绩，由班主任和学籍管理员登记"
      hintOf={(code) => `${byCode.get(code)!.name}可填${allowedWords(byCode.get(code)!, kind)}`}
      workbook={{
        fetch: () => {
          const { path, query } = workbookOf(of);
          return downloadFile(path, { query });
        },
        read: async (file) => (await acts.readWorkbook(of, file)).rows,
      }}
      findings={<ResultsFindings view={view} />}
      correction={{
        asks: (changed) =>
          changed.some((one) => Object.keys(one.changed).some((code) => earlier.has(`${one.studentId} ${code}`))),
        title: '更正以前的成绩',
        usual: ['登记时看错行', '阅卷复核更正', '补考后更正'],
        words: '原来的成绩留有记录，更正人和理由可查',
      }}
      onSave={(changed, reason) =>
        acts.saveGrid(classGroup.id, {
          ...{ schoolYear: term.schoolYear, term: term.term, kind },
          cells: changed.flatMap((one) =>
            Object.entries(one.changed).map(([subject, text]) => ({
              ...{ studentId: one.studentId, subject, was: one.was[subject] ?? '', text },
            })),
          ),
          ...(reason ? { reason } : {}),
        })
      }
      onRenew={acts.renew}
    />
  );
}

const asItem = ({ code, name, scale, fullPoints, credits }: GridColumn, kind: GridView['kind']): GridItem => ({
  ...{ code, name },
  note: scale === 'POINTS' ? `满分${fullPoints}` : credits === null ? '等级' : `${credits}学分`,
  figures: scale === 'POINTS' && kind !== 'PROFICIENCY',
});

function asStudent({ studentId, seatNo, name, cells }: GridView['rows'][number]): GridStudent {
  const of = Object.entries(cells);
  return {
    ...{ studentId, seatNo, name },
    values: Object.fromEntries(of.map(([code, { text }]) => [code, text])),
    closed: new Map(of.flatMap(([code, { closed }]) => (closed ? [[code, closed]] : []))),
    notes: new Map(of.flatMap(([code, { first }]) => (first ? [[code, `首次${first}`]] : []))),
    origins: new Map(of.flatMap(([code, { by }]) => (by ? [[code, `${by}登记`]] : []))),
  };
}

/** 登记选课: a tick for each module that a student has chosen, typed or pasted. */
import { type ReactNode, useMemo } from 'react';
import type { GridItem, GridStudent } from '../../../pasting/grid/class-grid.screen.ts';
import { GridEntry } from '../../../pasting/grid/grid-entry.tsx';
import type { ChoicesView } from '../../electives/electives.api.ts';
import { useElectiveActs } from './elective-queries.tsx';

const TICK = '√';
const YES = new Set(['√', '✓', '1', '是', '选', 'V', 'Y']);
const NO = new Set(['', '0', '否', '×', '不选']);
const bare = (text: string): string => text.normalize('NFKC').trim().toUpperCase();

/** Begin it anew for another class group or term. */
export function ChoicesEntry({ view, may }: { view: ChoicesView; may: boolean }): ReactNode {
  const acts = useElectiveActs();
  const { classGroup, term, offers } = view;
  const items = useMemo<GridItem[]>(
    () =>
      offers.map(({ id, name, taken, places, closed }) => ({
        ...{ code: id, name, note: closed ? '已截止' : `${taken}/${places}人` },
      })),
    [offers],
  );
  const students = useMemo<GridStudent[]>(
    () =>
      view.rows.map(({ studentId, seatNo, name, chosen }) => ({
        ...{ studentId, seatNo, name, values: Object.fromEntries(chosen.map((id) => [id, TICK])) },
        closed: new Map(
          offers.flatMap(({ id, closed }) =>
            closed ? [[id, chosen.includes(id) ? '已选，选课已截止' : '选课已截止']] : [],
          ),
        ),
      })),
    [view.rows, offers],
  );
  return (
    <GridEntry
      label={`${classGroup.name}选课`}
      draft={`electives ${classGroup.id} ${term.schoolYear}-${term.term}`}
      {...{ items, students }}
      problemOf={(_, __, text) => (YES.has(bare(text)) || NO.has(bare(text)) ? undefined : '选的填√，不选的留空')}
      mayEnter={may}
      looksOn="本岗位只看选课，由班主任和学籍管理员登记"
      hintOf={() => '选的填√，不选的留空'}
      onSave={(changed) =>
        acts.choose(classGroup.id, {
          ...{ schoolYear: term.schoolYear, term: term.term },
          cells: changed.flatMap((one) =>
            Object.entries(one.changed).map(([offerId, text]) => ({
              ...{ studentId: one.studentId, offerId, was: one.was[offerId] === TICK, chosen: YES.has(bare(text)) },
            })),
          ),
        })
      }
      onRenew={acts.renew}
    />
  );
}

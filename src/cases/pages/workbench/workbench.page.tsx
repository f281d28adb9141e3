/** 工作台: what I must do, what I wait for, what is worth knowing: on one screen, by working days left. */
import type { ReactNode } from 'react';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { useAddressState } from '../../../web/address-state.ts';
import { countWords } from '../../../web/format.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Facts } from '../../../web/parts/surface/dot.tsx';
import { Figure, Figures } from '../../../web/parts/surface/figure.tsx';
import { Columns } from '../../../web/parts/surface/layout.tsx';
import type { Workbench } from '../../cases.api.ts';
import { useToday, useWorkbench } from '../case-queries.tsx';
import { oddWeekWords } from '../clock-words.screen.ts';
import { listAddress, MineColumn } from './mine-column.tsx';
import { OthersColumn } from './others-column.tsx';
import { Reminders, type RemindersProps } from './reminders.tsx';
import './workbench.css';

/** The three columns. What the third one says is brought by other features. */
export function WorkbenchPage({ tasks, notices }: RemindersProps): ReactNode {
  const [{ kind, by }, change] = useAddressState({ kind: '', by: '' });
  const query = useWorkbench(kind);
  const { institution } = useSession();
  const lines = { today: useToday(), ownName: institution.name, kind };
  const column = { query, lines, onKind: (next: string) => change({ kind: next }) };
  return (
    <Page fill>
      <PageHead
        title="工作台"
        facts={query.data && <TopFigures bench={query.data} kind={kind} />}
        side={
          <Facts>
            {oddWeekWords(lines.today).map((words) => (
              <span key={words}>{words}</span>
            ))}
          </Facts>
        }
      />
      <Columns template="1.72fr 1.08fr .86fr" fill>
        <MineColumn {...column} />
        <OthersColumn {...column} byHolder={by === 'holder'} onByHolder={(on) => change({ by: on ? 'holder' : '' })} />
        <Reminders tasks={tasks} notices={notices} />
      </Columns>
    </Page>
  );
}

/** A figure that is a list is a link to it: the lists begin with what presses most. */
function TopFigures({ bench, kind }: { bench: Workbench; kind: string }): ReactNode {
  const { mine, overdue, dueToday, dueSoon, clean, others } = bench.figures;
  const [mineAt, othersAt] = [listAddress('mine', kind), listAddress('others', kind)];
  const soonAt = listAddress('mine', kind, 'SOON');
  const below = bench.handedUp.total;
  return (
    <Figures>
      <Figure value={countWords(mine)} words="件该我办" to={mineAt} />
      {overdue > 0 && (
        <Figure value={countWords(overdue)} words="件逾期" tone="red" to={listAddress('mine', kind, 'OVERDUE')} />
      )}
      {dueToday > 0 && <Figure value={countWords(dueToday)} words="件今天到期" tone="amber" to={mineAt} />}
      {dueSoon > dueToday && <Figure value={countWords(dueSoon)} words="件即将到期" tone="amber" to={soonAt} />}
      {below > 0 && <Figure value={countWords(below)} words="件下级逾期" tone="red" to="/overdue" />}
      {mine > 0 && <Figure value={countWords(clean)} words="件无疑点" />}
      <Figure value={countWords(others)} words="件等别人" to={othersAt} />
    </Figures>
  );
}

/** 新生名单: the children of a case, the doubtful first; a row opens what was found, some can be returned alone. */
import { type ReactNode, useMemo, useState } from 'react';
import type { CasePaneProps } from '../../cases/pages/case/case-content-parts.tsx';
import { countWords } from '../../web/format.ts';
import { EmptyState } from '../../web/parts/feedback/states.tsx';
import type { Column } from '../../web/parts/lists/columns.ts';
import { DataTable, type Selection } from '../../web/parts/lists/data-table.tsx';
import { CleanMarks } from '../../web/parts/state/clean-marks.tsx';
import { StateIcon } from '../../web/parts/state/state-icon.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import type { CaseEntrant } from '../registering/registering.api.ts';
import { isDoubtful, sentenceOn, sizeOf, sortDoubtfulFirst } from './case-entrants.screen.ts';
import { EntrantDetail } from './entrant-detail.tsx';
import { useChildren } from './entrant-queries.tsx';
import { ReturnSome } from './return-some.tsx';
import './entrants-pane.css';

const NOBODY: ReadonlySet<string> = new Set();

/** The card. Choosing is there only for whoever may return the case. */
export function EntrantsPane({ view, renew, fill }: CasePaneProps): ReactNode {
  const { items, whole, state } = useChildren(view.id, view.seq);
  // While pages still come the rows stay where they are.
  const rows = useMemo(() => (whole ? sortDoubtfulFirst(items) : items), [whole, items]);
  const [open, setOpen] = useState(NOBODY);
  const toggle = (id: string) => setOpen((before) => toggled(before, id));
  const [chosen, setChosen] = useState(NOBODY);
  const [returning, setReturning] = useState(false);
  const mayReturn = view.actions.some(({ action }) => action === 'RETURN');
  const doubtful = rows.filter(isDoubtful);
  const picked = rows.filter(({ id }) => chosen.has(id));
  const selection: Selection = {
    keys: chosen,
    onChange: setChosen,
    unit: '人',
    acts: <Button onPress={() => setReturning(true)}>退回补正</Button>,
  };
  return (
    <Card
      title="新生名单"
      note={`${countWords(sizeOf(view))}人`}
      fill={fill}
      flush
      side={
        <>
          {mayReturn && whole && doubtful.length > 0 && doubtful.length < rows.length && (
            <Button tone="quiet" onPress={() => setChosen(new Set(doubtful.map(({ id }) => id)))}>
              选中有疑点的{countWords(doubtful.length)}人
            </Button>
          )}
          {whole && <Marks rows={rows} />}
        </>
      }
    >
      <DataTable
        label="新生名单"
        columns={[nameColumn(open, toggle), ...ITEMS]}
        rows={rows}
        rowKey={keyOf}
        rowWords={({ name, ...one }) => `${name}，${sentenceOn(one).words}`}
        state={state}
        empty={<EmptyState words="此件中没有新生" why="撤回后，新生回到学校的登记中" />}
        onOpen={({ id }) => toggle(id)}
        {...(mayReturn ? { selection } : {})}
        detail={(one) => (open.has(one.id) ? <EntrantDetail one={one} caseState={view.state} /> : null)}
        remember="case-entrants"
        fill={fill}
      />
      {returning && picked.length > 0 && (
        <ReturnSome
          view={view}
          picked={picked}
          whole={picked.length === rows.length}
          onClose={() => setReturning(false)}
          onDone={async () => {
            setChosen(NOBODY);
            await renew();
          }}
        />
      )}
    </Card>
  );
}

const keyOf = ({ id }: CaseEntrant): string => id;

const toggled = (keys: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
};

const ITEMS: Column<CaseEntrant>[] = [
  { key: 'gender', title: '性别', width: 52, cell: ({ gender }) => gender },
  { key: 'born', title: '出生日期', width: 104, cell: ({ bornOn }) => bornOn },
  { key: 'class', title: '班级', width: 80, cell: ({ classText }) => classText },
  {
    key: 'identity',
    title: '身份证件号',
    width: 170,
    cell: ({ identityMasked }) =>
      identityMasked === '' ? (
        <span className="quiet">无证件号</span>
      ) : (
        <span className="no-autospace">{identityMasked}</span>
      ),
  },
  { key: 'guardian', title: '监护人', width: 92, cell: ({ guardian }) => guardian, optional: 'hidden' },
  { key: 'verdict', title: '核对', cell: (one) => <Verdict one={one} /> },
];

/** The name opens the row for readers and the keyboard, as a press on the row does. */
const nameColumn = (open: ReadonlySet<string>, toggle: (id: string) => void): Column<CaseEntrant> => ({
  key: 'name',
  title: '姓名',
  width: 104,
  stuck: 'start',
  cell: ({ id, name }) => (
    <button
      type="button"
      className="entrant-name keep-in-print"
      aria-expanded={open.has(id)}
      onClick={() => toggle(id)}
    >
      {name}
    </button>
  ),
});

/** Of those who are still to be decided on: what was judged of the others is on record with the decision. */
function Marks({ rows }: { rows: readonly CaseEntrant[] }): ReactNode {
  const open = rows.filter(({ state }) => state === 'SUBMITTED' || state === 'DRAFT');
  const count = (verdict: CaseEntrant['verdict']) => open.filter((one) => one.verdict === verdict).length;
  return <CleanMarks worded refused={count('REFUSE')} judgement={count('DISCRETIONARY')} passed={count('ALLOW')} />;
}

function Verdict({ one }: { one: CaseEntrant }): ReactNode {
  const { kind, words } = sentenceOn(one);
  return (
    <span className={`entrant-verdict${kind === 'DONE' ? ' quiet' : ''}`}>
      <StateIcon kind={kind} />
      <span>{words}</span>
    </span>
  );
}

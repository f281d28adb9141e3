/** 草稿: entrants not yet submitted; many are chosen and submitted as one. */
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { useAddressState } from '../../../web/address-state.ts';
import { countWords } from '../../../web/format.ts';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { CleanMarks } from '../../../web/parts/state/clean-marks.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Tabs } from '../../../web/parts/surface/tabs.tsx';
import { listState } from '../../../web/query.ts';
import type { EntrantView } from '../../entrants/entrants.api.ts';
import { submitEntrants } from '../acts.screen.ts';
import { useEntrants, useRenewAdmissions } from '../admission-queries.tsx';
import { SubmitDialog } from '../submit/submit-dialog.tsx';
import './overview.css';

const COLUMNS: Column<EntrantView>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 92,
    stuck: 'start',
    cell: (row) => <Link to={`/admissions/entrants/${row.id}`}>{row.name || '姓名未填'}</Link>,
  },
  { key: 'gender', title: '性别', width: 52, optional: true, cell: (row) => row.gender },
  { key: 'bornOn', title: '出生日期', width: 112, optional: true, cell: (row) => row.bornOn },
  { key: 'identity', title: '身份证件号', cell: (row) => <span className="no-autospace">{row.identityMasked}</span> },
  { key: 'class', title: '班级', width: 84, cell: (row) => row.classText },
  {
    key: 'found',
    title: '核对',
    width: 92,
    cell: (row) => (row.red + row.amber === 0 ? <Sound /> : <CleanMarks refused={row.red} judgement={row.amber} />),
  },
];

function Sound(): ReactNode {
  return (
    <span className="sound tone-green">
      <StateIcon kind="DONE" size={12} />
      合格
    </span>
  );
}

const TABS = [
  { key: 'DRAFT', words: '草稿' },
  { key: 'SUBMITTED', words: '核办中' },
  { key: 'REGISTERED', words: '已注册' },
  { key: 'REFUSED', words: '不予注册' },
] as const;

const NONE: EntrantView[] = [];
const keyOf = (row: EntrantView) => row.id;
const wordsOf = (row: EntrantView) => row.name;

/** The school's entrants by where they stand. */
export function DraftList({ intakeYear }: { intakeYear: number | undefined }): ReactNode {
  const [{ state, after }, setAddress] = useAddressState({ state: 'DRAFT', after: '' });
  const query = useEntrants(state, after);
  const navigate = useNavigate();
  const mayCall = useMayCall();
  const renew = useRenewAdmissions();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const rows = query.data?.items ?? NONE;
  const picked = rows.filter(({ id }) => chosen.has(id));
  const faulty = picked.filter(({ red }) => red > 0).length;
  const maySubmit = state === 'DRAFT' && mayCall('POST /api/admissions/submissions');
  return (
    <Card label="新生" fill flush>
      <Tabs
        label="新生"
        items={TABS}
        current={state}
        onChange={(next) => {
          setChosen(new Set());
          setAddress({ state: next });
        }}
      />
      <DataTable
        label={TABS.find(({ key }) => key === state)?.words ?? '新生'}
        fill
        remember="entrants"
        columns={COLUMNS}
        rows={rows}
        rowKey={keyOf}
        rowWords={wordsOf}
        state={listState(query)}
        onOpen={(row) => navigate(`/admissions/entrants/${row.id}`)}
        empty={
          <EmptyState
            words={EMPTY[state] ?? '没有新生'}
            why={state === 'DRAFT' ? '导入的新生在导入记录里修正、提交' : undefined}
          />
        }
        selection={
          maySubmit
            ? {
                keys: chosen,
                onChange: setChosen,
                unit: '人',
                acts: (
                  <Button
                    tone="primary"
                    locked={faulty > 0 ? { reason: `所选有${faulty}人有误，改好或不选后再提交` } : undefined}
                    onPress={() => setAsking(true)}
                  >
                    {faulty > 0 ? `有${faulty}人有误，不能提交` : '提交注册'}
                  </Button>
                ),
              }
            : undefined
        }
        pages={{
          hasPrevious: after !== '',
          hasNext: query.data?.next != null,
          onPrevious: () => history.back(),
          onNext: () => query.data?.next && setAddress({ after: query.data.next }),
        }}
      />
      {asking && intakeYear !== undefined && (
        <SubmitDialog
          title={`提交注册：${countWords(picked.length)}人`}
          facts={`${picked
            .slice(0, 6)
            .map(({ name }) => name)
            .join('、')}${picked.length > 6 ? '等' : ''}${countWords(picked.length)}人，提交主管部门核办。`}
          count={picked.length}
          among={({ entrantId }) => chosen.has(entrantId)}
          intakeYear={intakeYear}
          onClose={() => setAsking(false)}
          onSubmit={async (declaration, key) => {
            await submitEntrants(
              picked.map(({ id }) => id),
              declaration,
              key,
            );
            setChosen(new Set());
            await renew();
          }}
        />
      )}
    </Card>
  );
}

const EMPTY: Record<string, string> = {
  DRAFT: '没有逐人登记的草稿',
  SUBMITTED: '没有正在核办的新生',
  REGISTERED: '还没有已注册的新生',
  REFUSED: '没有不予注册的新生',
};

/** 奖励: those to be decided on first; who of the graduands has earned the honour of the school. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import { ArticleChip } from '../../../web/parts/findings/article.tsx';
import { ReasonDialog } from '../../../web/parts/floating/reason-dialog.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Stack } from '../../../web/parts/surface/layout.tsx';
import { listState } from '../../../web/query.ts';
import type { AwardList } from '../../awards/awards.api.ts';
import { ShownPapers } from '../../shown-papers/screens/shown-papers.tsx';
import { GrantAwards, ProposeAwards } from './award-dialogs.tsx';
import { useAwards, useConductActs } from './conduct-queries.tsx';

type Award = AwardList['items'][number];
type Asked = { kind: 'PROPOSE' } | { kind: 'GRANT' } | { kind: 'DECLINE' } | { kind: 'CANCEL'; award: Award };

export function AwardsView(): ReactNode {
  const query = useAwards();
  const mayCall = useMayCall();
  const acts = useConductActs();
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked>();
  const items = query.data?.items ?? [];
  const waiting = items.filter(({ state }) => state === 'PROPOSED');
  const ids = waiting.map(({ id }) => id).filter((id) => keys.has(id));
  const decides = mayCall('POST /api/awards/decisions') && waiting.length > 0;
  const done = () => {
    setAsked(undefined);
    setKeys(new Set());
  };
  return (
    <Stack>
      <Honours honours={query.data?.honours ?? []} />
      <Card
        title="本学年奖励"
        note={waiting.length > 0 ? `待批准${waiting.length}项` : undefined}
        side={
          mayCall('POST /api/awards') && (
            <div className="conduct-acts">
              <Button to="/class-entry?table=AWARDS">整班提出</Button>
              <Button tone="primary" onPress={() => setAsked({ kind: 'PROPOSE' })}>
                提出奖励
              </Button>
            </div>
          )
        }
        flush
      >
        <DataTable
          label="奖励"
          columns={columnsFor(
            mayCall('POST /api/awards/:id/cancel') ? (award) => setAsked({ kind: 'CANCEL', award }) : undefined,
            mayCall('POST /api/shown-papers'),
          )}
          rows={items}
          rowKey={({ id }) => id}
          rowWords={({ name, title }) => `${name}${title}`}
          state={listState(query)}
          selection={
            decides
              ? {
                  keys,
                  onChange: setKeys,
                  unit: '项',
                  acts: (
                    <>
                      <Button
                        tone="primary"
                        locked={ids.length > 0 ? undefined : { reason: '所选的都已决定，请选待批准的' }}
                        onPress={() => setAsked({ kind: 'GRANT' })}
                      >
                        批准
                      </Button>
                      <Button onPress={() => setAsked({ kind: 'DECLINE' })}>不批准</Button>
                    </>
                  ),
                }
              : undefined
          }
          empty={<EmptyState words="本学年还没有奖励" why="班主任或学籍管理员提出，校领导批准后按规定记入学籍档案" />}
        />
      </Card>
      {asked?.kind === 'PROPOSE' && <ProposeAwards onClose={done} />}
      {asked?.kind === 'GRANT' && <GrantAwards ids={ids} onClose={done} />}
      <ReasonDialog
        open={asked?.kind === 'DECLINE'}
        onClose={() => setAsked(undefined)}
        title={`不批准${ids.length}项奖励`}
        act="不批准"
        onGive={(reason) => acts.decide({ ids, grant: false, reason }).then(done)}
      />
      {asked?.kind === 'CANCEL' && (
        <ReasonDialog
          open
          onClose={() => setAsked(undefined)}
          title={`作废：${asked.award.name}${asked.award.title}`}
          act="作废"
          least={4}
          danger
          onGive={(reason) => acts.cancel(asked.award.id, reason).then(done)}
        />
      )}
    </Stack>
  );
}

function Honours({ honours }: { honours: AwardList['honours'] }): ReactNode {
  if (honours.length === 0) return null;
  return (
    <Card title="毕业生荣誉" note={`${honours.length}人`}>
      <ul className="conduct-lines">
        {honours.map(({ studentId, name, sentence, chip }) => {
          const [place = '', article = ''] = chip.split('·');
          return (
            <li key={studentId}>
              <Link to={`/students/${studentId}`}>{name}</Link> {sentence}{' '}
              <ArticleChip article={{ place, name: article }} />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

const KINDS = { PROPOSED: 'IN_PROCESS', GRANTED: 'DONE', DECLINED: 'REFUSED', CANCELLED: 'DRAFT' } as const;

const columnsFor = (onCancel: ((award: Award) => void) | undefined, mayShow: boolean): Column<Award>[] => [
  {
    key: 'name',
    title: '姓名',
    width: 120,
    stuck: 'start',
    cell: ({ studentId, name }) => <Link to={`/students/${studentId}`}>{name}</Link>,
  },
  { key: 'group', title: '班级', width: 88, cell: ({ classGroupName }) => classGroupName },
  { key: 'title', title: '奖励', cell: ({ title }) => title },
  { key: 'category', title: '类别', width: 88, cell: ({ category }) => category },
  { key: 'level', title: '级别', width: 88, cell: ({ levelWords }) => levelWords },
  { key: 'giver', title: '颁发单位', width: 160, cell: ({ giver }) => giver },
  { key: 'day', title: '颁奖日期', width: 104, cell: ({ givenOn }) => givenOn },
  {
    key: 'papers',
    title: '奖状证书',
    width: 152,
    cell: ({ id, name, title, papers, state }) => (
      <ShownPapers
        entryKind="AWARD"
        entryId={id}
        words={`${name}${title}`}
        papers={papers}
        mayAdd={mayShow && papers.length === 0 && (state === 'PROPOSED' || state === 'GRANTED')}
      />
    ),
  },
  { key: 'filed', title: '归档', width: 72, cell: ({ filed }) => (filed ? '须归档' : '') },
  {
    key: 'state',
    title: '状态',
    width: 200,
    cell: ({ state, stateWords, decisionReason }) => (
      <>
        <StatusChip kind={KINDS[state]}>{stateWords}</StatusChip>
        {decisionReason && <span className="quiet"> {decisionReason}</span>}
      </>
    ),
  },
  ...(onCancel
    ? [
        {
          key: 'act',
          title: '',
          width: 72,
          cell: (award: Award) =>
            award.state === 'GRANTED' && (
              <Button tone="quiet" onPress={() => onCancel(award)}>
                作废
              </Button>
            ),
        },
      ]
    : []),
];

/** 家长申请: what guardians ask of the school or the authority, what waits first. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddressState } from '../../../web/address-state.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import type { StateKind } from '../../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Tag } from '../../../web/parts/state/tag.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Figure, Figures } from '../../../web/parts/surface/figure.tsx';
import { Tabs } from '../../../web/parts/surface/tabs.tsx';
import { listState } from '../../../web/query.ts';
import type { OfficeItem } from '../../requests/requests.api.ts';
import { useRequests } from './request-queries.tsx';

export const REQUEST_KINDS: Record<OfficeItem['state'], StateKind> = {
  OPEN: 'IN_PROCESS',
  ACCEPTED: 'DONE',
  DECLINED: 'REFUSED',
  WITHDRAWN: 'DRAFT',
};

/** /family-requests */
export function Component(): ReactNode {
  const [{ shown }, change] = useAddressState({ shown: 'OPEN' });
  const which = shown === 'ALL' ? 'ALL' : 'OPEN';
  const query = useRequests(which);
  return (
    <Page>
      <PageHead
        title="家长申请"
        facts={
          query.data && (
            <Figures>
              <Figure value={query.data.open} words="件待答复" />
              {query.data.late > 0 && <Figure value={query.data.late} words="件已过答复期限" tone="red" />}
            </Figures>
          )
        }
      />
      <Tabs
        label="家长申请"
        items={[
          { key: 'OPEN', words: '待答复' },
          { key: 'ALL', words: '全部' },
        ]}
        current={which}
        onChange={(key) => change({ shown: key })}
      >
        <Card label="家长申请" flush>
          <DataTable
            label="家长申请"
            columns={COLUMNS}
            rows={query.data?.items ?? NONE}
            rowKey={keyOf}
            rowWords={({ childName }) => childName}
            state={listState(query)}
            empty={
              <EmptyState
                words={which === 'OPEN' ? '没有待答复的申请' : '还没有家长提出申请'}
                why="家长打开学校给的链接后，可在手机上更正信息、申请休学复学、提出异议；转学意愿在“转学”中答复"
              />
            }
            remember="family-requests"
          />
        </Card>
      </Tabs>
    </Page>
  );
}

const NONE: readonly OfficeItem[] = [];
const keyOf = ({ id }: OfficeItem) => id;

const COLUMNS: readonly Column<OfficeItem>[] = [
  {
    key: 'name',
    title: '学生',
    width: 110,
    cell: ({ id, childName }) => <Link to={`/family-requests/${id}`}>{childName}</Link>,
  },
  { key: 'kind', title: '事项', width: 110, cell: ({ kindWords }) => <Tag>{kindWords}</Tag> },
  { key: 'class', title: '班级', width: 110, cell: ({ classWords }) => classWords ?? '' },
  { key: 'school', title: '学校', cell: ({ schoolName }) => schoolName, optional: true },
  { key: 'who', title: '申请人', width: 130, cell: ({ guardianWords }) => guardianWords },
  { key: 'sent', title: '提出', width: 100, cell: ({ sentOn }) => sentOn },
  {
    key: 'by',
    title: '答复期限',
    width: 150,
    cell: ({ answerBy, late }) => (late ? <StatusChip kind="OVERDUE">{`${answerBy}已过`}</StatusChip> : answerBy),
  },
  {
    key: 'state',
    title: '状态',
    width: 120,
    cell: ({ state, stateWords }) => <StatusChip kind={REQUEST_KINDS[state]}>{stateWords}</StatusChip>,
  },
];

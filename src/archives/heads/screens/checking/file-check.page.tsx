/** 学籍表核对: how far the class groups are, and the forms of one: what is missing, what changed, ticks and the signature. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { useAddressState } from '../../../../web/address-state.ts';
import { Page, PageHead } from '../../../../web/frame/page.tsx';
import { EmptyState, ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { Figure, Figures } from '../../../../web/parts/surface/figure.tsx';
import { listState } from '../../../../web/query.ts';
import type { FormChecksView } from '../../base-forms/base-forms.api.ts';
import { useClassFileActs, useFormChecks } from '../class/class-queries.tsx';
import { GroupForms } from './group-forms.tsx';
import '../class/class-files.css';

type Group = FormChecksView['classGroups'][number];
const NONE: readonly Group[] = [];
const keyOf = ({ id }: Group) => id;
const nameOf = ({ name }: Group) => name;

/** /file-check: a class teacher's own class group at once; registrar and leader see all of them. */
export function Component(): ReactNode {
  const [address, change] = useAddressState({ group: '' });
  const query = useFormChecks();
  const groups = query.data?.classGroups ?? NONE;
  const only = groups.length === 1 ? groups[0] : undefined;
  const group = groups.find(({ id }) => id === address.group) ?? only;
  const signed = groups.filter(({ signOff }) => signOff !== null).length;
  return (
    <Page fill>
      <PageHead
        title={group ? `学籍表核对 ${group.name}` : '学籍表核对'}
        facts={
          query.data && (
            <>
              <span className="quiet">{query.data.term}</span>
              {groups.length > 1 && (
                <Figures>
                  <Figure value={`${signed}/${groups.length}`} words="个班已签字" />
                </Figures>
              )}
            </>
          )
        }
        side={group && !only && <Link to="/file-check">各班</Link>}
      />
      {group ? (
        <GroupForms key={group.id} classGroupId={group.id} />
      ) : (
        <Groups query={query} groups={groups} onOpen={(id) => change({ group: id })} />
      )}
    </Page>
  );
}

interface GroupsProps {
  query: ReturnType<typeof useFormChecks>;
  groups: readonly Group[];
  onOpen: (id: string) => void;
}

function Groups({ query, groups, onOpen }: GroupsProps): ReactNode {
  const { review } = useClassFileActs();
  const mayReview = useMayCall()('POST /api/class-groups/:id/form-check/review');
  const [problem, setProblem] = useState<unknown>();
  const pass = async (id: string) => {
    setProblem(undefined);
    await review(id).catch(setProblem);
  };
  return (
    <Card label="各班学籍表核对" fill flush>
      <ProblemLine problem={problem} />
      <DataTable
        label="各班学籍表核对"
        columns={mayReview ? [...COLUMNS, reviewColumn((id) => void pass(id))] : COLUMNS}
        rows={groups}
        rowKey={keyOf}
        rowWords={nameOf}
        state={listState(query)}
        onOpen={({ id }) => onOpen(id)}
        fill
        empty={<EmptyState words="没有您可以核对的班级" why="学籍管理员在“班级”中设班并指定班主任后再核对" />}
      />
    </Card>
  );
}

const COLUMNS: readonly Column<Group>[] = [
  {
    ...{ key: 'name', title: '班级', width: 150, stuck: 'start' },
    cell: ({ id, name }) => <Link to={`/file-check?group=${id}`}>{name}</Link>,
  },
  { key: 'checked', title: '已核对', width: 96, align: 'right', cell: ({ checked, total }) => `${checked}/${total}` },
  {
    ...{ key: 'signed', title: '班主任签字', width: 230 },
    cell: ({ signOff }) =>
      signOff ? (
        <StatusChip kind="DONE">
          {signOff.signedOn} {signOff.signedByName}
        </StatusChip>
      ) : (
        <StatusChip kind="DRAFT">未签字</StatusChip>
      ),
  },
  { key: 'lacking', title: '缺项人数', width: 84, align: 'right', cell: ({ signOff }) => signOff?.lacking ?? '' },
  {
    ...{ key: 'reviewed', title: '主管领导审核' },
    cell: ({ signOff }) =>
      signOff?.reviewedOn ? (
        <StatusChip kind="DONE">
          {signOff.reviewedOn} {signOff.reviewedByName}
        </StatusChip>
      ) : (
        <span className="quiet">{signOff ? '待审核' : ''}</span>
      ),
  },
];

const reviewColumn = (onReview: (id: string) => void): Column<Group> => ({
  ...{ key: 'act', title: '办理', width: 84, stuck: 'end' },
  cell: ({ id, signOff }) =>
    signOff && !signOff.reviewedOn ? (
      <Button tone="quiet" onPress={() => onReview(id)}>
        审核
      </Button>
    ) : (
      ''
    ),
});

/** 学籍档案: the class groups of a school with what their files lack; one class group with its gaps, health and fields. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { SchoolPicker } from '../../../../authorities/pages/institutions/school-picker-parts.tsx';
import { useMayCall, useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { useAddressState } from '../../../../web/address-state.ts';
import { Page, PageHead } from '../../../../web/frame/page.tsx';
import { EmptyState } from '../../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { Figure, Figures } from '../../../../web/parts/surface/figure.tsx';
import { Tabs } from '../../../../web/parts/surface/tabs.tsx';
import { listState } from '../../../../web/query.ts';
import type { GapsView as Gaps } from '../../heads.api.ts';
import { AuthorityFiles } from '../overview/authority-files.tsx';
import { useGaps } from './class-queries.tsx';
import { FieldsView } from './fields-view.tsx';
import { GapsView, SHORT } from './gaps-view.tsx';
import { HealthView } from './health-view.tsx';
import './class-files.css';

type Group = Gaps['classGroups'][number];
const NONE: readonly Group[] = [];
const keyOf = ({ id }: Group) => id ?? 'none';
const nameOf = ({ name }: Group) => name;

/** /student-files: a school's own; an authority picks the school. */
export function Component(): ReactNode {
  const { institution } = useSession();
  const [address, change] = useAddressState({ school: '', group: '', view: 'gaps' });
  const isSchool = institution.level === 'SCHOOL';
  const query = useGaps(isSchool ? '' : address.school, isSchool || address.school !== '');
  const view = query.data;
  const groups = view?.classGroups ?? NONE;
  const only = groups.length === 1 ? groups[0] : undefined;
  const group = groups.find(({ id }) => id !== null && id === address.group) ?? (only?.id ? only : undefined);
  return (
    <Page fill>
      <PageHead
        title={group ? `学籍档案 ${group.name}` : '学籍档案'}
        facts={view && <TopFigures of={group ?? view} />}
        side={
          <>
            {!isSchool && (
              <div className="class-file-school">
                <SchoolPicker
                  value={address.school}
                  name={view?.school.name}
                  onChange={(school) => change({ school, group: '' })}
                />
              </div>
            )}
            {group && !only && (
              <Link to={isSchool ? '/student-files' : `/student-files?school=${address.school}`}>各班</Link>
            )}
            {!isSchool && address.school !== '' && <Link to="/student-files">各校</Link>}
          </>
        }
      />
      {!isSchool && address.school === '' ? (
        <AuthorityFiles />
      ) : group ? (
        <GroupFiles
          groupId={group.id!}
          view={address.view}
          onView={(next) => change({ view: next, group: group.id! })}
        />
      ) : (
        <Card label="各班档案缺项" fill flush>
          <DataTable
            label="各班档案缺项"
            columns={columnsOf(view, address.school)}
            rows={groups}
            rowKey={keyOf}
            rowWords={nameOf}
            state={listState(query)}
            onOpen={({ id }) => id && change({ group: id })}
            fill
            empty={<EmptyState words="还没有在籍学生" why="新生核办后，各班的学籍档案列在这里" />}
          />
        </Card>
      )}
    </Page>
  );
}

function TopFigures({ of }: { of: Pick<Gaps, 'total' | 'complete' | 'overdue'> }): ReactNode {
  return (
    <Figures>
      <Figure value={of.total} words="人" />
      <Figure value={of.complete} words="人档案齐全" tone="green" />
      {of.overdue > 0 && <Figure value={of.overdue} words="人逾期未建档" tone="red" />}
    </Figures>
  );
}

function columnsOf(view: Gaps | undefined, school: string): Column<Group>[] {
  const at = school ? `school=${school}&` : '';
  return [
    {
      ...{ key: 'name', title: '班级', width: 150, stuck: 'start' as const },
      cell: ({ id, name }) => (id ? <Link to={`/student-files?${at}group=${id}`}>{name}</Link> : name),
    },
    { key: 'total', title: '人数', width: 64, align: 'right', cell: ({ total }) => total },
    { key: 'complete', title: '齐全', width: 64, align: 'right', cell: ({ complete }) => complete },
    {
      ...{ key: 'overdue', title: '逾期', width: 64, align: 'right' as const },
      cell: ({ overdue }) => (overdue > 0 ? <b className="tone-red">{overdue}</b> : 0),
    },
    ...(view?.heads ?? []).map(
      ({ code, title }): Column<Group> => ({
        ...{ key: code, title: `缺${SHORT[code] ?? title}`, width: 92, align: 'right' },
        cell: ({ heads }) => heads.find((one) => one.code === code)?.lacking ?? 0,
      }),
    ),
    { key: 'rest', title: '', cell: () => '' },
  ];
}

function GroupFiles({
  groupId,
  view,
  onView,
}: {
  groupId: string;
  view: string;
  onView: (view: string) => void;
}): ReactNode {
  const mayCall = useMayCall();
  const items = [
    { key: 'gaps', words: '缺项', needs: 'GET /api/class-groups/:id/file-gaps' },
    { key: 'health', words: '班级健康', needs: 'GET /api/class-groups/:id/health' },
    { key: 'fields', words: '自设项', needs: 'GET /api/class-groups/:id/file-fields' },
  ].filter(({ needs }) => mayCall(needs));
  const current = items.find(({ key }) => key === view)?.key ?? 'gaps';
  return (
    <Card label="班级档案" fill flush>
      <Tabs fill label="班级档案" items={items} current={current} onChange={onView}>
        <div className="class-file-view">
          {current === 'gaps' && <GapsView classGroupId={groupId} />}
          {current === 'health' && <HealthView classGroupId={groupId} />}
          {current === 'fields' && <FieldsView classGroupId={groupId} />}
        </div>
      </Tabs>
    </Card>
  );
}

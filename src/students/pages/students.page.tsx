/** 学生: the list of everybody in school in the reader's place, as the address narrows it. */
import { type ReactNode, useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useMayCall, useSession } from '../../authorities/sessions/session-parts.tsx';
import { useAddressState } from '../../web/address-state.ts';
import { countWords } from '../../web/format.ts';
import { Page, PageHead } from '../../web/frame/page.tsx';
import { EmptyState } from '../../web/parts/feedback/states.tsx';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { listState } from '../../web/query.ts';
import type { RosterItem } from '../api/students.api.ts';
import { IssueNumbers } from './roster/issue-numbers.tsx';
import { keyOfStudent, ON_PHONE, ONE_SCHOOL, SEVERAL_SCHOOLS, wordsOfStudent } from './roster/roster-columns.tsx';
import { type Narrowing, RosterFilters } from './roster/roster-filters.tsx';
import { useNarrow } from './roster/use-narrow.tsx';
import { type RosterQuery, useFetchAhead, useListFilters, useRoster } from './student-queries.tsx';
import './roster/roster.css';

const NOBODY: readonly RosterItem[] = [];
const UNNARROWED: Narrowing = { county: '', school: '', grade: '', group: '', state: '' };

/** The page. The frame's search box brings `?q=`; everything else stands in the line of filters. */
export function StudentsPage(): ReactNode {
  const { institution } = useSession();
  const mayCall = useMayCall();
  const navigate = useNavigate();
  const [address, change] = useAddressState({ q: '', ...UNNARROWED, after: '' });
  const { q, county, school, grade, group, state, after } = address;
  const asked: RosterQuery = { q, county, schoolId: school, grade, classGroupId: group, state, after };
  const query = useRoster(asked);
  const choices = useListFilters(county, school).data;
  useNextAhead(asked, query.isPlaceholderData ? undefined : query.data?.next);
  const isNarrow = useNarrow();
  const columns = isNarrow ? ON_PHONE : institution.level === 'SCHOOL' ? ONE_SCHOOL : SEVERAL_SCHOOLS;
  const isNarrowed = Object.entries(UNNARROWED).some(([name]) => address[name as keyof Narrowing] !== '');
  const clear = () => change({ q: '', ...UNNARROWED });
  const { previous, next, total } = query.data ?? { previous: null, next: null, total: null };
  const chosen = choices?.schools.find(({ value }) => value === school)?.words;
  return (
    <Page fill>
      <PageHead
        title="学生"
        facts={<Count total={total} sought={q} />}
        side={
          <>
            {(q !== '' || isNarrowed) && (
              <Button tone="quiet" onPress={clear}>
                清除筛选
              </Button>
            )}
            <RosterFilters narrowing={address} choices={choices} onChange={change} />
            {mayCall('POST /api/students/formal-numbers') && (
              <IssueNumbers schoolId={school} of={chosen ?? `${institution.name}所管学校`} />
            )}
          </>
        }
      />
      <Card label="学生名册" fill flush>
        <DataTable
          label="学生名册"
          fill
          remember="students"
          columns={columns}
          rows={query.data?.items ?? NOBODY}
          rowKey={keyOfStudent}
          rowWords={wordsOfStudent}
          state={listState(query)}
          onOpen={(one) => navigate(`/students/${one.studentId}`)}
          onClearFilter={isNarrowed && q === '' ? clear : undefined}
          empty={q === '' ? <NobodyYet /> : <NotFound sought={q} onClear={clear} />}
          pages={{
            hasPrevious: previous !== null,
            hasNext: next !== null,
            onPrevious: () => previous !== null && change({ after: previous }),
            onNext: () => next !== null && change({ after: next }),
            note: total === null ? undefined : `共${countWords(total)}人`,
          }}
        />
      </Card>
    </Page>
  );
}

/** While somebody reads a page, the next one is fetched. */
function useNextAhead(asked: RosterQuery, next: string | null | undefined): void {
  const fetchAhead = useFetchAhead();
  const text = next ? JSON.stringify({ ...asked, after: next }) : '';
  useEffect(() => {
    if (text !== '') fetchAhead(JSON.parse(text) as RosterQuery);
  }, [text, fetchAhead]);
}

function Count({ total, sought }: { total: number | null; sought: string }): ReactNode {
  return (
    <>
      {sought !== '' && <span className="roster-sought">查找“{sought}”</span>}{' '}
      {total !== null && <span>共{countWords(total)}人</span>}
    </>
  );
}

function NobodyYet(): ReactNode {
  const { level } = useSession().institution;
  return (
    <EmptyState
      words={level === 'SCHOOL' ? '本校还没有在籍学生' : '所管学校还没有在籍学生'}
      why="新生在“入学注册”中登记，经主管部门核办后列在这里"
    />
  );
}

function NotFound({ sought, onClear }: { sought: string; onClear: () => void }): ReactNode {
  return (
    <EmptyState
      words={`没有找到“${sought}”，或不在您的管理范围`}
      why="可输入姓名的开头、全拼或首字母、完整的学籍号或身份证件号、证件号末四位；已离校的在“学籍异动”的离校学生中查"
      act={<Button onPress={onClear}>看全部学生</Button>}
    />
  );
}

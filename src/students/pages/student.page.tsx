/** 学生档案: one student's record: who it is, the course, the items, the family, the numbers, and who looked. */
import { FilePenLine, Lock, PenLine } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import { useParams } from 'react-router';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { useAddressState } from '../../web/address-state.ts';
import { ApiProblem } from '../../web/api-client.ts';
import { Page } from '../../web/frame/page.tsx';
import { Skeleton } from '../../web/parts/feedback/skeleton.tsx';
import { AbsentState, ErrorState } from '../../web/parts/feedback/states.tsx';
import { useWaiting } from '../../web/parts/feedback/use-waiting.ts';
import { StateIcon } from '../../web/parts/state/state-icon.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Columns } from '../../web/parts/surface/layout.tsx';
import { Tabs } from '../../web/parts/surface/tabs.tsx';
import type { StudentView } from '../api/students.api.ts';
import { BaseTab } from './record/base-tab.tsx';
import { CourseCard } from './record/course-card.tsx';
import { FamilyTab } from './record/family-tab.tsx';
import { HeadCard, TO_LIST } from './record/head-card.tsx';
import { ChangeBar } from './record/items/change-bar.tsx';
import { tabOf } from './record/items/items.screen.ts';
import { type Changes, useChanges } from './record/items/use-changes.tsx';
import { NumbersTab } from './record/numbers-tab.tsx';
import { LatestViewers, ViewersTab } from './record/viewers.tsx';
import { type StudentActs, useStudent, useStudentActs, useViewers } from './student-queries.tsx';
import './record/student.css';

/** What other features tell of a student's numbers, beneath the registration numbers. */
export type MoreNumbers = ComponentType<{ studentId: string }>;

/** A tab that another feature adds to the record. */
export interface MoreTab {
  key: string;
  words: string;
  /** The call that whoever sees it may make. */
  needs: string;
  Part: ComponentType<{ student: StudentView }>;
}

/** What other features add to the record. */
export interface StudentPageProps {
  MoreNumbers: MoreNumbers;
  moreTabs?: readonly MoreTab[];
}

const NO_TABS: readonly MoreTab[] = [];

/** The page at /students/:id. */
export function StudentPage({ MoreNumbers, moreTabs = NO_TABS }: StudentPageProps): ReactNode {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useStudent(id);
  const waiting = useWaiting(isPending);
  if (data) {
    return <StudentRecord key={id} student={data} MoreNumbers={MoreNumbers} moreTabs={moreTabs} />;
  }
  if (error instanceof ApiProblem && error.status === 404) return <AbsentState what="此学生" act={TO_LIST} />;
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return waiting === 'skeleton' ? <Skeleton rows={16} /> : null;
}

function StudentRecord({ student, ...more }: { student: StudentView } & Required<StudentPageProps>): ReactNode {
  const acts = useStudentActs(student.studentId);
  const [{ tab }, setAddress] = useAddressState({ tab: 'base' });
  const show = (next: string) => setAddress({ tab: next }, true);
  const changes = useChanges(student, acts, show);
  return (
    <Page>
      <HeadCard student={student} acts={acts} />
      <CourseCard student={student} />
      <Remarks changes={changes} />
      <Body student={student} acts={acts} changes={changes} tab={tab} onTab={show} {...more} />
      {changes.open && <ChangeBar changes={changes} />}
    </Page>
  );
}

interface BodyProps extends Required<StudentPageProps> {
  student: StudentView;
  acts: StudentActs;
  changes: Changes;
  tab: string;
  onTab: (tab: string) => void;
}

function Body({ student, acts, changes, tab, onTab, MoreNumbers, moreTabs }: BodyProps): ReactNode {
  const mayCall = useMayCall();
  const added = moreTabs.filter(({ needs }) => mayCall(needs));
  const viewers = useViewers(student.studentId, true);
  const wrong = new Set([...changes.problems.keys()].map(tabOf));
  const isWide = changes.open || tab === 'viewers';
  return (
    <Columns template={isWide ? 'minmax(0, 1fr)' : 'minmax(0, 1fr) 300px'} stackUnder={1180}>
      <Card label="学籍档案" flush>
        <Tabs
          label="学籍档案"
          current={tab}
          onChange={onTab}
          side={!changes.open && <ChangeButton student={student} changes={changes} tab={tab} />}
          items={[
            { key: 'base', words: '基础信息', missing: wrong.has('base') },
            { key: 'family', words: '家庭成员', count: student.guardians.length, missing: wrong.has('family') },
            { key: 'numbers', words: '学籍号沿革', count: student.numbers.length },
            ...added.map(({ key, words }) => ({ key, words })),
            { key: 'viewers', words: '谁看过', count: viewers.data?.items.length },
          ]}
        >
          {tab === 'base' && <BaseTab student={student} acts={acts} changes={changes} />}
          {tab === 'family' && <FamilyTab student={student} acts={acts} changes={changes} />}
          {tab === 'numbers' && (
            <>
              <NumbersTab student={student} acts={acts} />
              <MoreNumbers studentId={student.studentId} />
            </>
          )}
          {added.map(({ key, Part }) => tab === key && <Part key={key} student={student} />)}
          {tab === 'viewers' && <ViewersTab query={viewers} />}
        </Tabs>
      </Card>
      {!isWide && <LatestViewers query={viewers} onAll={() => onTab('viewers')} />}
    </Columns>
  );
}

/** Only for the registrar of the school, on the tabs that hold items. */
function ChangeButton({ student, changes, tab }: { student: StudentView; changes: Changes; tab: string }): ReactNode {
  const { studentId, left } = student;
  const mayCall = useMayCall();
  if (!mayCall('PATCH /api/students/:id/items') || (tab !== 'base' && tab !== 'family')) return null;
  const mayApply = !left && tab === 'base' && mayCall('POST /api/key-data-changes');
  return (
    <>
      {!mayApply && (
        <span className="record-lock">
          <Lock size={12} aria-hidden />
          {left ? '学籍已终止，档案不再改动' : '关键数据，更正须办件'}
        </span>
      )}
      {mayApply && (
        <Button icon={FilePenLine} to={`/students/${studentId}/key-data-change`}>
          申请变更关键数据
        </Button>
      )}
      {tab === 'base' && mayCall('POST /api/duplicates') && (
        <Button to={`/duplicates/raise?student=${studentId}`}>报问题学籍</Button>
      )}
      {!left && (
        <Button icon={PenLine} onPress={changes.begin}>
          修改
        </Button>
      )}
    </>
  );
}

/** Saved, and worth a second look. */
function Remarks({ changes: { open, remarks } }: { changes: Changes }): ReactNode {
  return (
    <div role="status">
      {!open && remarks.length > 0 && (
        <ul className="record-remarks">
          {remarks.map(({ field, sentence, remedy }) => (
            <li key={`${field} ${sentence}`}>
              <StateIcon kind="JUDGEMENT" />
              已保存。{sentence}
              {remedy}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

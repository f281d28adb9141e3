/** 未分班: the registered of one intake who sit in no class group yet; select many, choose a class group. */
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { EmptyState } from '../../web/parts/feedback/states.tsx';
import { FindingLine } from '../../web/parts/findings/finding-line.tsx';
import { ReasonDialog } from '../../web/parts/floating/reason-dialog.tsx';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Facts } from '../../web/parts/surface/dot.tsx';
import { listState } from '../../web/query.ts';
import type { ClassGroupView, UnplacedView } from '../placements.api.ts';
import { type ClassActs, useUnplaced } from './class-queries.tsx';
import { keyOfMember, nameOfMember, UNPLACED_COLUMNS } from './member-columns.tsx';
import { PlacingBar } from './placing-bar.tsx';
import { PlanEntry } from './plan-entry.tsx';

interface UnplacedPaneProps {
  schoolId: string;
  acts: ClassActs;
  some: UnplacedView;
  classGroups: readonly ClassGroupView[];
  on: string;
}

/** The right side of the page for the unplaced. */
export function UnplacedPane({ schoolId, acts, some, classGroups, on }: UnplacedPaneProps): ReactNode {
  const mayCall = useMayCall();
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const query = useUnplaced(schoolId, some, on);
  const students = query.data?.pages.flatMap((page) => page.students) ?? [];
  const selected = students.filter(({ studentId }) => keys.has(studentId));
  const targets = classGroups.filter(({ id }) => some.classGroupIds.includes(id));
  const { review } = some;
  const mayPlace = on === '' && mayCall('POST /api/schools/:id/placements');
  const locked = lockOf(some, targets);
  return (
    <Card
      title={`${some.gradeWords}未分班`}
      note={
        <Facts>
          <span>{some.intakeWords}</span>
          <span>{`${some.total}人，男${some.boys}女${some.girls}`}</span>
        </Facts>
      }
      side={on === '' && <PlanEntry schoolId={schoolId} some={some} />}
      foot={
        mayPlace && selected.length > 0 ? (
          <PlacingBar
            acts={acts}
            selected={selected}
            targets={targets}
            locked={locked}
            onDone={() => setKeys(new Set())}
          />
        ) : undefined
      }
      fill
      flush
    >
      <div className="class-pane">
        {review && <Review review={review} some={some} acts={acts} />}
        <DataTable
          label={`${some.gradeWords}未分班学生`}
          columns={UNPLACED_COLUMNS}
          rows={students}
          rowKey={keyOfMember}
          rowWords={nameOfMember}
          state={listState(query)}
          empty={<EmptyState words="都已编入班级" why="新注册的学生会列在这里" />}
          selection={mayPlace ? { keys, onChange: setKeys, unit: '人', acts: null } : undefined}
          pages={
            query.hasNextPage
              ? {
                  hasPrevious: false,
                  hasNext: true,
                  onPrevious: () => undefined,
                  onNext: () => void query.fetchNextPage(),
                  note: `已列${students.length}人，共${some.total}人`,
                }
              : undefined
          }
          remember="unplaced"
          fill
        />
      </div>
    </Card>
  );
}

function lockOf({ review }: UnplacedView, targets: readonly ClassGroupView[]): string | undefined {
  if (review && review.reviewed === null) return '分班须先经学籍主管部门审核';
  return targets.length === 0 ? '此年级还没有班级，请先设班' : undefined;
}

interface ReviewProps {
  review: NonNullable<UnplacedView['review']>;
  some: UnplacedView;
  acts: ClassActs;
}

/** The law's word on review, whose turn it is, and for the authority the act itself. */
function Review({ review, some, acts }: ReviewProps): ReactNode {
  const mayCall = useMayCall();
  const [asking, setAsking] = useState(false);
  const { reviewed, sentence, chip, intakeYear } = review;
  const [place = '', name = ''] = chip.split('·');
  const mayReview = reviewed === null && mayCall('POST /api/schools/:id/placement-reviews');
  return (
    <>
      <ul className="class-findings">
        <FindingLine
          finding={{
            key: 'review',
            kind: reviewed ? 'DONE' : 'REFUSED',
            sentence: reviewed ? `${reviewed.by}${reviewed.on}已审核：${reviewed.opinion}` : sentence,
            detail: reviewed || mayReview ? undefined : '先拟定分班方案并提交，学籍主管部门审核后编入班级',
            article: { place, name },
            cure: mayReview ? <Button onPress={() => setAsking(true)}>审核同意</Button> : undefined,
          }}
        />
      </ul>
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`审核分班：${some.gradeWords}${intakeYear}级`}
        label="审核意见"
        usual={['名册已审核，同意编班']}
        act="同意"
        note="审核后学校即可编入班级，不能撤回"
        onGive={(opinion) => acts.review({ stage: some.stage, intakeYear, opinion })}
      >
        <p>{`未分班${some.total}人，男${some.boys}女${some.girls}`}</p>
      </ReasonDialog>
    </>
  );
}

/** 班级: the class groups of a school, their students on any day, placing and moving, papers to print. */
import { type ReactNode, useState } from 'react';
import { SchoolPicker } from '../authorities/pages/institutions/school-picker-parts.tsx';
import { useMayCall, useSession } from '../authorities/sessions/session-parts.tsx';
import { civilDate, isCivilDate } from '../kernel/civil-date.ts';
import { NumberIntakes } from '../numbering/screen/secondary-numbers-parts.tsx';
import { useAddressState } from '../web/address-state.ts';
import { countWords } from '../web/format.ts';
import { Page, PageHead } from '../web/frame/page.tsx';
import { Skeleton } from '../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../web/parts/feedback/states.tsx';
import { DateField } from '../web/parts/form/date-field.tsx';
import { Tag } from '../web/parts/state/tag.tsx';
import { Button } from '../web/parts/surface/button.tsx';
import { Card } from '../web/parts/surface/card.tsx';
import { Figure, Figures } from '../web/parts/surface/figure.tsx';
import { Columns } from '../web/parts/surface/layout.tsx';
import type { ClassGroupsView } from './placements.api.ts';
import { ClassGroupList } from './screen/class-group-list.tsx';
import { ClassGroupPane } from './screen/class-group-view.tsx';
import { type ClassActs, useClassActs, useClassGroups } from './screen/class-queries.tsx';
import { OpenClassGroups } from './screen/open-class-groups.tsx';
import { chosenOf, gradesOf, keyOfUnplaced } from './screen/placing.screen.ts';
import { PrintMenu } from './screen/print-menu.tsx';
import { UnplacedPane } from './screen/unplaced-view.tsx';
import './screen/classes.css';

/** The page. A school sees its own class groups, a class teacher the own ones, an authority those of a school it picks. */
export function ClassesPage(): ReactNode {
  const { institution, today: now, role } = useSession();
  const mayCall = useMayCall();
  const [address, change] = useAddressState({ school: '', group: '', on: '' });
  const [opening, setOpening] = useState(false);
  const today = civilDate(now);
  const isSchool = institution.level === 'SCHOOL';
  const schoolId = isSchool ? institution.id : address.school;
  const on = isCivilDate(address.on) && address.on < today ? address.on : '';
  const query = useClassGroups(schoolId, on);
  const acts = useClassActs(schoolId);
  const view = schoolId === '' ? undefined : query.data;
  const mayOpen = isSchool && mayCall('POST /api/institutions/:id/class-groups');
  return (
    <Page fill>
      <PageHead
        title="班级"
        chip={on === '' ? undefined : <Tag>{`截至${on}，只可查看`}</Tag>}
        facts={view && <TopFigures view={view} />}
        side={
          <>
            {!isSchool && (
              <div className="class-school">
                <SchoolPicker
                  value={schoolId}
                  name={view?.school.name}
                  onChange={(school) => change({ school, group: '' })}
                />
              </div>
            )}
            <div className="class-day">
              <DateField
                label="看某一天"
                value={on === '' ? today : civilDate(on)}
                onChange={(day) => change({ on: day === undefined || day >= today ? '' : day })}
                today={today}
                to={today}
              />
            </div>
            {on !== '' && <Button onPress={() => change({ on: '' })}>回到今天</Button>}
            {view && role !== 'CLASS_TEACHER' && view.classGroups.length > 0 && (
              <PrintMenu of={view.school.name} at={`/schools/${schoolId}`} on={on} />
            )}
            {view && on === '' && <NumberIntakes schoolId={schoolId} />}
            {mayOpen && on === '' && <Button onPress={() => setOpening(true)}>设班</Button>}
          </>
        }
      />
      {schoolId === '' && <EmptyState words="还没有选学校" why="在右上方输入校名，看它的班级" />}
      {schoolId !== '' && query.error && !view && (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {schoolId !== '' && query.isPending && <Skeleton rows={12} rowHeight={52} />}
      {view && (
        <Body
          view={view}
          acts={acts}
          on={on}
          group={address.group}
          onChoose={(group) => {
            change({ group });
            showPane();
          }}
          onOpen={mayOpen ? () => setOpening(true) : undefined}
        />
      )}
      <OpenClassGroups view={view} acts={acts} open={opening} onClose={() => setOpening(false)} />
    </Page>
  );
}

const PANE = 'class-pane';

/** Where the pieces stand one under another, what was chosen lies below the list. */
function showPane(): void {
  const stacked = matchMedia('(max-width: 959.98px)').matches;
  if (stacked) requestAnimationFrame(() => document.getElementById(PANE)?.scrollIntoView());
}

function TopFigures({ view: { classGroups, unplaced } }: { view: ClassGroupsView }): ReactNode {
  const seated = classGroups.reduce((sum, { total }) => sum + total, 0);
  const waiting = unplaced.reduce((sum, { total }) => sum + total, 0);
  const over = classGroups.filter(({ findings }) => findings.some(({ verdict }) => verdict !== 'ALLOW')).length;
  return (
    <Figures>
      <Figure value={countWords(classGroups.length)} words="个班" />
      <Figure value={countWords(seated)} words="人在班" />
      {waiting > 0 && <Figure value={countWords(waiting)} words="人未分班" tone="amber" />}
      {over > 0 && <Figure value={countWords(over)} words="个班超班额" tone="amber" />}
    </Figures>
  );
}

interface BodyProps {
  view: ClassGroupsView;
  acts: ClassActs;
  on: string;
  group: string;
  onChoose: (text: string) => void;
  onOpen: (() => void) | undefined;
}

function Body({ view, acts, on, group: text, onChoose, onOpen }: BodyProps): ReactNode {
  const { classGroups, unplaced, school } = view;
  const chosen = chosenOf(text, view);
  if (!chosen) {
    const act = onOpen && on === '' ? <Button onPress={onOpen}>设班</Button> : undefined;
    return (
      <EmptyState words="还没有班级" why={on === '' ? '先为各年级设班，再把学生编入' : `${on}还没有班级`} act={act} />
    );
  }
  const group = chosen.kind === 'GROUP' ? classGroups.find(({ id }) => id === chosen.id) : undefined;
  const some = chosen.kind === 'UNPLACED' ? unplaced.find((one) => keyOfUnplaced(one) === chosen.key) : undefined;
  const today = civilDate(view.today);
  return (
    <Columns template="304px 1fr" wide="360px 1fr" fill>
      <Card label="年级和班级" fill flush>
        <ClassGroupList grades={gradesOf(classGroups, unplaced)} chosen={chosen} onChoose={onChoose} />
      </Card>
      <div id={PANE} className="class-place">
        {group && (
          <ClassGroupPane
            key={group.id}
            acts={acts}
            group={group}
            targets={classGroups.filter((one) => one.stage === group.stage && one.intakeYear === group.intakeYear)}
            on={on}
            today={today}
          />
        )}
        {some && (
          <UnplacedPane
            key={keyOfUnplaced(some)}
            schoolId={school.id}
            acts={acts}
            some={some}
            classGroups={classGroups}
            on={on}
          />
        )}
      </div>
    </Columns>
  );
}

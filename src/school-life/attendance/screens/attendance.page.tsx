/** 考勤: roll call, sums of the term, days away, who leaves during school, and who stays away; one class group at a time. */
import type { ReactNode } from 'react';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { civilDate, isCivilDate } from '../../../kernel/civil-date.ts';
import { useAddressState } from '../../../web/address-state.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../web/parts/feedback/states.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { Figure, Figures } from '../../../web/parts/surface/figure.tsx';
import { Tabs } from '../../../web/parts/surface/tabs.tsx';
import type { SchoolDayView } from '../attendance.api.ts';
import { useSchoolDay, useTruants } from './attendance-queries.tsx';
import { AwayView } from './away/away-view.tsx';
import { GateView } from './gate-view.tsx';
import { RegisterView } from './register/register-view.tsx';
import { SumsView } from './sums-view.tsx';
import { TruantsView } from './truancy/truants-view.tsx';
import './attendance.css';

const VIEWS = ['roll', 'sums', 'away', 'gate', 'truancy'] as const;
type View = (typeof VIEWS)[number];

/** /attendance: a school's; authorities see who stays away. */
export function Component(): ReactNode {
  const school = useSession().institution.level === 'SCHOOL';
  return school ? <SchoolAttendance /> : <PlaceTruancy />;
}

function PlaceTruancy(): ReactNode {
  return (
    <Page fill>
      <PageHead title="旷课预警" />
      <TruantsView />
    </Page>
  );
}

function SchoolAttendance(): ReactNode {
  const today = civilDate(useSession().today);
  const [address, change] = useAddressState({ view: 'roll', group: '', on: '' });
  const query = useSchoolDay();
  const truants = useTruants();
  const view = (VIEWS as readonly string[]).includes(address.view) ? (address.view as View) : 'roll';
  const groups = query.data?.classGroups ?? [];
  const group =
    groups.find(({ id }) => id === address.group) ??
    groups.find(({ called, total }) => !called && total > 0) ??
    groups.find(({ total }) => total > 0) ??
    groups[0];
  const on = isCivilDate(address.on) && address.on <= today ? address.on : today;
  const due = truants.data?.due ?? 0;
  return (
    <Page fill>
      <PageHead
        title="考勤"
        facts={query.data && <DayFigures day={query.data} />}
        side={
          groups.length > 1 && view !== 'truancy' ? (
            <span className="attendance-group">
              <SelectField
                label="班级"
                value={group?.id ?? ''}
                onChange={(id) => change({ group: id })}
                empty={null}
                options={groups.map(({ id, name, called }) => ({ value: id, words: called ? `${name} 已点名` : name }))}
              />
            </span>
          ) : (
            group && view !== 'truancy' && <b>{group.name}</b>
          )
        }
      />
      {query.error && !query.data && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton rows={12} />}
      {query.data && !group && (
        <EmptyState words="没有您可以登记考勤的班级" why="学籍管理员在“班级”中设班并指定班主任后再来点名" />
      )}
      {group && (
        <Tabs
          fill={view !== 'truancy'}
          label="考勤"
          items={[
            { key: 'roll', words: '点名' },
            { key: 'sums', words: '汇总' },
            { key: 'away', words: '请假' },
            { key: 'gate', words: '离校' },
            { key: 'truancy', words: '旷课', ...(due > 0 ? { count: due } : {}) },
          ]}
          current={view}
          onChange={(chosen) => change({ view: chosen })}
        >
          <div className="attendance-view">
            {view === 'roll' && (
              <RegisterView classGroupId={group.id} on={on} onDay={(day) => change({ on: day === today ? '' : day })} />
            )}
            {view === 'sums' && <SumsView classGroupId={group.id} />}
            {view === 'away' && <AwayView classGroupId={group.id} />}
            {view === 'gate' && <GateView classGroupId={group.id} />}
            {view === 'truancy' && <TruantsView />}
          </div>
        </Tabs>
      )}
    </Page>
  );
}

function DayFigures({ day: { classGroups } }: { day: SchoolDayView }): ReactNode {
  if (classGroups.length < 2) return null;
  const called = classGroups.filter((group) => group.called).length;
  const away = classGroups.reduce((sum, group) => sum + group.away, 0);
  return (
    <Figures>
      <Figure value={`${called}/${classGroups.length}`} words="个班今天已点名" />
      <Figure value={away} words="人今天缺勤" />
    </Figures>
  );
}

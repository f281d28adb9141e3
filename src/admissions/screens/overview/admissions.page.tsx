/** 入学注册: where the intake of this year stands: in a school by class group, above it by school. */
import { FileUp, UserRoundPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMayCall, useSession } from '../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate, daysBetween } from '../../../kernel/civil-date.ts';
import { dayWords } from '../../../web/format.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { ErrorState } from '../../../web/parts/feedback/states.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Facts } from '../../../web/parts/surface/dot.tsx';
import type { OverviewView } from '../../overview/overview.api.ts';
import { useOverview } from '../admission-queries.tsx';
import { TemplateButton } from '../import/upload-workbook.tsx';
import { OwnIntake } from './own-intake.tsx';
import { PhotoArchive } from './photo-archive.tsx';
import { SchoolProgress } from './school-progress.tsx';

/** `/admissions` */
export function Component(): ReactNode {
  const session = useSession();
  const mayCall = useMayCall();
  const query = useOverview();
  const { data, error, refetch } = query;
  const today = session.today as CivilDate;
  const own = session.institution.level === 'SCHOOL';
  const registers = mayCall('POST /api/admissions/imports');
  return (
    <Page fill>
      <PageHead
        title="入学注册"
        chip={data?.deadline && <Term deadline={data.deadline} today={today} />}
        facts={
          data && (
            <Facts>
              <span>{data.intakeYear}级新生</span>
              {data.deadline && <span>{data.deadline.sentence}</span>}
              {data.deadline && <span>{data.deadline.chip}</span>}
            </Facts>
          )
        }
        side={
          <>
            {mayCall('GET /api/admission-plans') && <Button to="/admissions/plans">招生计划</Button>}
            {mayCall('GET /api/admission-roll') && <Button to="/admissions/roll">录取名册</Button>}
            {registers && (
              <>
                <TemplateButton />
                <PhotoArchive />
                <Button icon={UserRoundPlus} to="/admissions/entrants/new">
                  登记一人
                </Button>
                <Button icon={FileUp} tone="primary" to="/admissions/imports/new">
                  导入名册
                </Button>
              </>
            )}
          </>
        }
      />
      {error && !data && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {own ? <OwnIntake overview={query} today={today} /> : <SchoolProgress overview={query} />}
    </Page>
  );
}

/** 建籍期限 as a state: amber in the last ten days, red once it has passed. */
function Term({ deadline, today }: { deadline: NonNullable<OverviewView['deadline']>; today: CivilDate }): ReactNode {
  const due = civilDate(deadline.dueOn);
  const left = daysBetween(today, due);
  const day = dayWords(due, today);
  if (left < 0) return <StatusChip kind="OVERDUE">建籍期限{day}已过</StatusChip>;
  return <StatusChip kind={left <= 10 ? 'DUE_SOON' : 'IN_PROCESS'}>建籍期限{day}</StatusChip>;
}

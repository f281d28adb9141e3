/** 导入新生: one workbook from the drop zone to the case. */
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useMayCall, useSession } from '../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { clockWords, countWords, recentDayWords } from '../../../web/format.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../../web/parts/feedback/states.tsx';
import { useWaiting } from '../../../web/parts/feedback/use-waiting.ts';
import { Steps } from '../../../web/parts/progress/steps.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Facts } from '../../../web/parts/surface/dot.tsx';
import type { ImportView } from '../../review/review.api.ts';
import { useImport } from '../admission-queries.tsx';
import { EndedImport } from './ended-import.tsx';
import { isReading, stepsOf } from './import-state.screen.ts';
import { MendRows } from './mend-rows.tsx';
import { ReadingProgress } from './reading-progress.tsx';
import { UploadWorkbook } from './upload-workbook.tsx';

const TRAIL = [{ to: '/admissions', words: '入学注册' }];

/** `/admissions/imports/new` takes a workbook; `/admissions/imports/:id` follows one. */
export function Component(): ReactNode {
  const { id } = useParams();
  const wanted = id === 'new' ? undefined : id;
  const { data, error, refetch } = useImport(wanted);
  const today = useSession().today as CivilDate;
  const mayCall = useMayCall();
  const { steps, current } = stepsOf(wanted === undefined ? undefined : data);
  return (
    <Page fill>
      <PageHead
        trail={TRAIL}
        title={data && wanted ? `导入${data.intakeYear}级新生` : '导入新生'}
        facts={data && wanted && <ImportFacts one={data} today={today} />}
        side={
          <>
            {data && wanted && data.rows > 0 && mayCall('POST /api/family-links') && (
              <Button to={`/family-links?import=${data.id}`}>家长链接</Button>
            )}
            <Steps steps={steps} current={current} />
          </>
        }
      />
      {wanted === undefined && <UploadWorkbook />}
      {wanted !== undefined && error && !data && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {wanted !== undefined && !data && !error && <Waiting />}
      {wanted !== undefined && data && <Stage one={data} renew={() => void refetch()} key={data.id} />}
    </Page>
  );
}

function Stage({ one, renew }: { one: ImportView; renew: () => void }): ReactNode {
  if (isReading(one.state)) return <ReadingProgress one={one} onEnd={renew} />;
  if (one.state === 'CHECKED' || one.state === 'SUBMITTED') return <MendRows one={one} />;
  return <EndedImport one={one} />;
}

function ImportFacts({ one, today }: { one: ImportView; today: CivilDate }): ReactNode {
  return (
    <Facts>
      <span>{one.fileName}</span>
      {one.rows > 0 && <span>{countWords(one.rows)}行</span>}
      <span>
        {recentDayWords(dayOf(new Date(one.madeAt)), today)}
        {clockWords(one.madeAt)}上传
      </span>
      {one.sentBefore && (
        <span className="tone-amber">
          与{one.sentBefore.by}
          {recentDayWords(dayOf(new Date(one.sentBefore.at)), today)}
          {clockWords(one.sentBefore.at)}上传的是同一份表
        </span>
      )}
    </Facts>
  );
}

function Waiting(): ReactNode {
  const waiting = useWaiting(true);
  return waiting === 'skeleton' ? <Skeleton rows={8} /> : null;
}

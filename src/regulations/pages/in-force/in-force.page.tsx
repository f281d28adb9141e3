/** 本地规定: what holds at a place on a day, where each value comes from, and what is written but does not count. */
import { type ReactNode, useEffect } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { StandstillCard } from '../../../local-settings/screen/windows/standstill-parts.tsx';
import { useAddressState } from '../../../web/address-state.ts';
import { Page } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../web/parts/feedback/states.tsx';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Stack } from '../../../web/parts/surface/layout.tsx';
import type { InForceView } from '../../regulations.api.ts';
import { LawHead } from '../frame/law-head.tsx';
import { useInForce, useQuestions } from '../law-queries.tsx';
import { PlaceField } from '../places/place-field.tsx';
import { PlacesWithText } from '../places/places-with-text.tsx';
import { subjectsOf } from './compare.screen.ts';
import { Basis, QuestionCard } from './rule-rows.tsx';
import './in-force.css';

export function Component(): ReactNode {
  const [state, setState] = useAddressState({ place: '', day: '', subject: '' });
  const today = useQuestions().data?.today as CivilDate | undefined;
  useEffect(() => {
    if (state.day === '' && today !== undefined) setState({ day: today }, true);
  }, [state.day, today, setState]);
  const query = useInForce(state.place, state.day);
  const { data, error, refetch, isPlaceholderData } = query;
  const chosen = state.place !== '';
  return (
    <Page>
      <LawHead tab={data && chosen ? `${data.place.name}，本地规定` : '本地规定'} />
      <Card label="地点和日期">
        <div className="law-filters">
          <PlaceField label="地点" value={state.place} onChange={(place) => setState({ place })} />
          <DateField
            label="日期"
            layout="above"
            value={state.day === '' ? undefined : (state.day as CivilDate)}
            onChange={(day) => day && setState({ day })}
            today={today ?? ('2026-01-01' as CivilDate)}
          />
          <SelectField
            label="事项"
            layout="above"
            value={state.subject}
            onChange={(subject) => setState({ subject })}
            options={subjectsOf(data ? [data] : []).map((subject) => ({ value: subject, words: subject }))}
            empty="全部"
          />
        </div>
      </Card>
      {!chosen && (
        <Card label="选地点">
          <EmptyState
            words="选一个地方，看那里按哪些规定办"
            why="有本地规定的："
            act={<PlacesWithText onChoose={(place) => setState({ place })} />}
          />
        </Card>
      )}
      {chosen && error && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {chosen && !data && !error && <Skeleton rows={8} />}
      {chosen && data && (
        <div className={isPlaceholderData ? 'waiting-dim' : undefined}>
          <InForce view={data} subject={state.subject} />
        </div>
      )}
    </Page>
  );
}

function InForce({ view, subject }: { view: InForceView; subject: string }): ReactNode {
  const shown = view.questions.filter((question) => subject === '' || question.subject === subject);
  return (
    <Stack>
      <Basis view={view} />
      <StandstillCard place={view.place.code} day={view.day} />
      <Notices notices={view.notices} />
      {shown.length === 0 && (
        <Card label="规定">
          <EmptyState words="那天没有关于此事的规定" why="可改日期，或看全部事项" />
        </Card>
      )}
      <div className="law-questions">
        {shown.map((question) => (
          <QuestionCard key={question.id} question={question} place={view.place.code} day={view.day} />
        ))}
      </div>
    </Stack>
  );
}

/** What the authorities of the place have told beside the law, with the paper it stands in. */
function Notices({ notices }: Pick<InForceView, 'notices'>): ReactNode {
  if (notices.length === 0) return null;
  return (
    <Card title="本地通知">
      <ul className="law-notices">
        {notices.map(({ place, matter, says, title, number, issuedOn }) => (
          <li key={`${place.code} ${matter}`}>
            <p>{says}</p>
            <p className="law-notice-source">
              {place.name}：{title}
              {number && `（${number}）`}，{issuedOn}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

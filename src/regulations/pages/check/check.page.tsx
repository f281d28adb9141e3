/** 办事预查: choose a matter, say how it stands, and see what the law answers; for officials and families alike. */
import { Printer } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { StandstillCard } from '../../../local-settings/screen/windows/standstill-parts.tsx';
import { ApiProblem } from '../../../web/api-client.ts';
import { Page } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../web/parts/feedback/states.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Columns } from '../../../web/parts/surface/layout.tsx';
import type { DecisionView, FactView, QuestionView, TermView } from '../../regulations.api.ts';
import { Alternatives } from '../answer/alternatives.tsx';
import { Conclusion } from '../answer/conclusion.tsx';
import { verdictWords } from '../answer/verdict-words.screen.ts';
import { LawHead } from '../frame/law-head.tsx';
import { VERDICT_KINDS } from '../frame/law-words.screen.ts';
import { useDecision, useQuestions, useTerm } from '../law-queries.tsx';
import { distanceOf, factsOf, type Given, givenIn, isInAddress, withFact } from './case-address.screen.ts';
import { CaseForm, type PlaceName } from './case-form.tsx';
import { useHeldAddress, useSettled } from './held-address.tsx';
import { Matters } from './matters.tsx';
import './check.css';

export function Component(): ReactNode {
  const [search] = useSearchParams();
  const { data, error, refetch } = useQuestions();
  const asked = search.get('question');
  const question = data?.questions.find(({ id }) => id === asked);
  return (
    <Page>
      <LawHead
        tab={question ? `${question.title}，办事预查` : '办事预查'}
        side={
          question && (
            <span className="screen-only law-print">
              <Button icon={Printer} onPress={() => print()}>
                打印结论
              </Button>
            </span>
          )
        }
      />
      {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={8} />}
      {data && !question && <Matters questions={data.questions} kept={placesKept(search)} />}
      {data && question && <Check key={question.id} question={question} today={data.today as CivilDate} />}
    </Page>
  );
}

function Check({ question, today }: { question: QuestionView; today: CivilDate }): ReactNode {
  const [, setSearch] = useSearchParams();
  const [search, change] = useHeldAddress();
  const [texts, setTexts] = useState<Given>({});
  const day = (search.get('day') ?? undefined) as CivilDate | undefined;
  const places = {
    place: search.get('place') ?? '',
    sending: search.get('sending') ?? '',
    receiving: search.get('receiving') ?? '',
  };
  // An address without a day would answer otherwise tomorrow: it is given today's once.
  const undated = day === undefined;
  useEffect(() => {
    if (undated) change((before) => withNamed(before, 'day', today));
  }, [undated, today, change]);

  // The authority's own term calendar fills in the term, where nobody has written another.
  const { data: calendar } = useTerm(
    places.receiving || places.place,
    day ?? '',
    question.facts.some(({ name }) => name === 'termStart') && !search.get('termStart'),
  );
  useEffect(() => {
    const term = calendar?.term;
    if (term) change((before) => withTerm(before, question, term));
  }, [calendar, change, question]);

  const given = { ...givenIn(search, question), ...texts };
  const { facts, wanting } = factsOf(question, given);
  const placed = question.twoPlaces ? places.sending !== '' && places.receiving !== '' : places.place !== '';
  const ready = placed && day !== undefined && day !== '' && wanting.length === 0;
  const where = question.twoPlaces
    ? { sending: { placeCode: places.sending }, receiving: { placeCode: places.receiving } }
    : { placeCode: places.place };
  const asked = useSettled(ready ? { question: question.id, day, ...where, facts } : undefined);
  const { data, error, refetch, isPlaceholderData } = useDecision(asked);
  const fields = error instanceof ApiProblem ? error.fields : [];
  const decision = ready && !error && data?.question === question.id ? data : undefined;
  return (
    <>
      {places.place && <StandstillCard place={places.place} day={day ?? ''} />}
      {places.receiving && <StandstillCard place={places.receiving} day={day ?? ''} />}
      <Columns template="300px minmax(0, 1fr)" wide="340px minmax(0, 1fr)">
        <CaseForm
          question={question}
          places={places}
          day={day || undefined}
          given={given}
          wanting={wanting}
          problems={Object.fromEntries(fields.map(({ path, sentence }) => [path, sentence]))}
          today={today}
          onLeave={() => setSearch(new URLSearchParams(placesKept(search)))}
          onPlace={(name, code) => change((before) => withPlace(before, question, name, code))}
          onDay={(chosen) => change((before) => withNamed(before, 'day', chosen ?? ''))}
          onFact={(fact, value) =>
            isInAddress(fact)
              ? change((before) => withFact(before, fact.name, value))
              : setTexts((before) => ({ ...before, [fact.name]: value }))
          }
          onNoToRest={() =>
            change((before) =>
              wanting
                .filter(({ kind }) => kind === 'FLAG')
                .reduce((next, { name }) => withFact(next, name, '0'), before),
            )
          }
        />
        <div className={`check-answer${isPlaceholderData ? ' waiting-dim' : ''}`} aria-busy={isPlaceholderData}>
          {decision && (
            <Conclusion
              decision={decision}
              aside={
                <Alternatives
                  alternatives={decision.alternatives}
                  onTry={(name, value) =>
                    change((before) => withFact(before, name, typeof value === 'boolean' ? (value ? '1' : '0') : value))
                  }
                />
              }
            />
          )}
          {!ready && <Wanting placed={placed} dated={!!day} wanting={wanting} />}
          {ready && error && (
            <ErrorState problem={error} onRetry={() => void refetch()} kept="所填情况都在网址里，没有丢" />
          )}
          {ready && !decision && !error && <Skeleton rows={6} />}
        </div>
      </Columns>
      {decision && <VerdictBar decision={decision} />}
    </>
  );
}

/** What must still be said before there can be an answer. */
function Wanting({ placed, dated, wanting }: { placed: boolean; dated: boolean; wanting: FactView[] }): ReactNode {
  const missing = [...(placed ? [] : ['地点']), ...(dated ? [] : ['日期']), ...wanting.map(({ label }) => label)];
  return (
    <Card label="结论">
      <EmptyState
        words={missing.length > 3 ? `再填${missing.length}项，就有结论` : `再填${missing.join('、')}，就有结论`}
        why={missing.length > 3 ? missing.join('、') : undefined}
      />
    </Card>
  );
}

/** On the phone the answer lies under a long form: it is said at the foot as well, and one press leads to it. */
function VerdictBar({ decision }: { decision: DecisionView }): ReactNode {
  return (
    <div className="verdict-bar screen-only">
      <StateIcon kind={VERDICT_KINDS[decision.verdict]} size={18} />
      <span>{verdictWords(decision).head}</span>
      <Button
        onPress={() => {
          const banner = document.getElementById('verdict');
          banner?.scrollIntoView({ block: 'start' });
          banner?.focus({ preventScroll: true });
        }}
      >
        看结论
      </Button>
    </div>
  );
}

/** The places and the day stay when another matter is chosen. */
function placesKept(search: URLSearchParams): string {
  return ['day', 'place', 'sending', 'receiving']
    .filter((name) => search.get(name))
    .map((name) => `&${name}=${search.get(name)}`)
    .join('');
}

function withNamed(before: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(before);
  next.set(name, value);
  return next;
}

function withTerm(
  before: URLSearchParams,
  { facts }: QuestionView,
  term: NonNullable<TermView['term']>,
): URLSearchParams {
  if (before.get('termStart')) return before;
  const next = withFact(before, 'termStart', term.startsOn);
  return facts.some(({ name }) => name === 'termEnd') ? withFact(next, 'termEnd', term.endsOn) : next;
}

/** How far apart the two schools lie follows from their places; where it does, nobody is asked. */
function withPlace(before: URLSearchParams, question: QuestionView, name: PlaceName, code: string): URLSearchParams {
  const next = withNamed(before, name, code);
  if (!question.facts.some((fact) => fact.name === 'schools')) return next;
  const [sending, receiving] = [next.get('sending'), next.get('receiving')];
  const distance = sending && receiving ? distanceOf(sending, receiving) : undefined;
  return distance === undefined ? next : withFact(next, 'schools', distance);
}

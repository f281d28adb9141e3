/** 两地对照: two places on one day; what differs stands out, and can be looked at alone. */
import { ArrowLeftRight } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { useAddressState } from '../../../web/address-state.ts';
import { Page } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../web/parts/feedback/states.tsx';
import { CheckField } from '../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { InForceView } from '../../regulations.api.ts';
import { LawChip } from '../frame/law-chip.tsx';
import { LawHead } from '../frame/law-head.tsx';
import { useInForce, useQuestions } from '../law-queries.tsx';
import { PlaceField } from '../places/place-field.tsx';
import { type ComparedItem, compared, type Said, subjectsOf } from './compare.screen.ts';
import './in-force.css';
import './compare.css';

export function Component(): ReactNode {
  const [state, setState] = useAddressState({ a: '', b: '', day: '', subject: '转学', same: '' });
  const today = useQuestions().data?.today as CivilDate | undefined;
  useEffect(() => {
    if (state.day === '' && today !== undefined) setState({ day: today }, true);
  }, [state.day, today, setState]);
  const [first, second] = [useInForce(state.a, state.day), useInForce(state.b, state.day)];
  const chosen = state.a !== '' && state.b !== '';
  const error = first.error ?? second.error;
  return (
    <Page>
      <LawHead tab="两地对照" />
      <Card label="两地和日期">
        <div className="law-filters is-compare">
          <PlaceField label="甲地" value={state.a} onChange={(a) => setState({ a })} />
          <PlaceField label="乙地" value={state.b} onChange={(b) => setState({ b })} />
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
            options={subjectsOf([first.data, second.data].filter((view) => view !== undefined)).map((subject) => ({
              value: subject,
              words: subject,
            }))}
            empty="全部"
          />
        </div>
      </Card>
      {!chosen && (
        <Card label="选两地">
          <EmptyState
            words="选两个地方，看规定哪里不同"
            why="如转学前，比一比转出地和转入地"
            act={<Button onPress={() => setState({ a: '140106', b: '510107' })}>看一例：太原迎泽区与成都武侯区</Button>}
          />
        </Card>
      )}
      {chosen && error && (
        <ErrorState problem={error} onRetry={() => void Promise.all([first.refetch(), second.refetch()])} />
      )}
      {chosen && !error && !(first.data && second.data) && <Skeleton rows={8} />}
      {chosen && first.data && second.data && (
        <Compared
          a={first.data}
          b={second.data}
          subject={state.subject}
          withSame={state.same === '1'}
          onSame={(same) => setState({ same: same ? '1' : '' })}
          onSwap={() => setState({ a: state.b, b: state.a })}
        />
      )}
    </Page>
  );
}

interface ComparedProps {
  a: InForceView;
  b: InForceView;
  subject: string;
  withSame: boolean;
  onSame: (same: boolean) => void;
  onSwap: () => void;
}

function Compared({ a, b, subject, withSame, onSame, onSwap }: ComparedProps): ReactNode {
  const all = compared(a, b).filter((question) => subject === '' || question.subject === subject);
  const differences = all.reduce((sum, question) => sum + question.differences, 0);
  const shown = all
    .map((question) => ({ ...question, items: withSame ? question.items : question.items.filter(isShownAlone) }))
    .filter(({ items }) => items.length > 0);
  return (
    <Card
      title={differences === 0 ? '没有不同' : `${differences}处不同`}
      side={
        <>
          <CheckField checked={withSame} onChange={onSame}>
            也看相同的
          </CheckField>
          <Button icon={ArrowLeftRight} onPress={onSwap}>
            对调
          </Button>
        </>
      }
      flush
    >
      {shown.length === 0 ? (
        <EmptyState words="两地在这些事上规定相同" why="勾选“也看相同的”可看全部" />
      ) : (
        <table className="compared">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">{a.place.name}</th>
              <th scope="col">{b.place.name}</th>
            </tr>
          </thead>
          {shown.map((question) => (
            <tbody key={question.id}>
              <tr className="compared-question">
                <th scope="rowgroup" colSpan={3}>
                  {question.title}
                </th>
              </tr>
              {question.items.map((item) => (
                <ItemRow key={item.key} item={item} places={[a.place.name, b.place.name]} />
              ))}
            </tbody>
          ))}
        </table>
      )}
    </Card>
  );
}

const isShownAlone = ({ differs }: ComparedItem): boolean => differs;

function ItemRow({ item, places }: { item: ComparedItem; places: readonly [string, string] }): ReactNode {
  const { label, isRule, a, b, differs } = item;
  return (
    <tr className={`${differs ? 'is-different' : ''}${isRule ? ' is-rule' : ''}`}>
      <th scope="row">
        {differs && (
          <>
            <span className="compared-mark" aria-hidden="true">
              ≠
            </span>
            <span className="unseen">不同：</span>
          </>
        )}
        {label}
      </th>
      <SaidCell said={a} place={places[0]} />
      <SaidCell said={b} place={places[1]} />
    </tr>
  );
}

function SaidCell({ said, place }: { said: Said | undefined; place: string }): ReactNode {
  return (
    <td>
      <span className="compared-place">{place}</span>
      {said === undefined ? (
        <span className="quiet">没有此项规定</span>
      ) : (
        <span className="compared-said">
          {said.value === null && <span className="quiet">未规定，由主管部门酌定</span>}
          {said.value}
          {said.chip !== null && <LawChip cited={{ ...said, chip: said.chip }} />}
        </span>
      )}
    </td>
  );
}

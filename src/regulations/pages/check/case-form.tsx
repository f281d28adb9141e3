/** 填情况: where, when, and each fact that the question needs; what nobody needs to know first is folded away. */
import type { ReactNode } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { FactView, QuestionView } from '../../regulations.api.ts';
import { PlaceField } from '../places/place-field.tsx';
import type { Given } from './case-address.screen.ts';
import { FactField } from './fact-field.tsx';

/** Names of the places in the address. */
export type PlaceName = 'place' | 'sending' | 'receiving';

export interface CaseFormProps {
  question: QuestionView;
  places: Readonly<Record<PlaceName, string>>;
  day: CivilDate | undefined;
  given: Given;
  wanting: readonly FactView[];
  problems: Readonly<Record<string, string>>;
  today: CivilDate;
  /** Back to the list of matters. */
  onLeave: () => void;
  onPlace: (name: PlaceName, code: string) => void;
  onDay: (day: CivilDate | undefined) => void;
  onFact: (fact: FactView, value: string | readonly string[]) => void;
  /** Answers every question of yes or no that is still open with no. */
  onNoToRest: () => void;
}

export function CaseForm(props: CaseFormProps): ReactNode {
  const { question, places, day, given, wanting, problems, today, onPlace, onDay, onFact } = props;
  const open = wanting.filter(({ kind }) => kind === 'FLAG').length;
  const field = (fact: FactView) => (
    <div key={fact.name} className={isShort(fact) ? 'is-half' : undefined}>
      <FactField
        fact={fact}
        value={given[fact.name]}
        onChange={(value) => onFact(fact, value)}
        today={today}
        problem={problems[`facts.${fact.name}`]}
      />
    </div>
  );
  const further = question.facts.filter(({ optional }) => optional);
  const known = further.filter(({ name }) => given[name] !== undefined).length;
  return (
    <Card
      title={question.title}
      side={
        <Button tone="quiet" onPress={props.onLeave}>
          换一件事
        </Button>
      }
    >
      <form className="case-form" onSubmit={(event) => event.preventDefault()}>
        {question.twoPlaces ? (
          <>
            <PlaceField label="现在学校所在地" value={places.sending} onChange={(code) => onPlace('sending', code)} />
            <PlaceField
              label="要去的学校所在地"
              value={places.receiving}
              onChange={(code) => onPlace('receiving', code)}
            />
          </>
        ) : (
          <PlaceField label="在哪里办" value={places.place} onChange={(code) => onPlace('place', code)} />
        )}
        <DateField label="哪天办" layout="above" value={day} onChange={onDay} today={today} />
        {question.facts.filter(({ optional }) => !optional).map(field)}
        {open > 1 && (
          <Button tone="quiet" onPress={props.onNoToRest}>
            没有答的{open}项都答“否”
          </Button>
        )}
        {further.length > 0 && (
          <details className="case-further">
            <summary>
              补充情况
              <span className="quiet">
                可不填，共{further.length}项{known > 0 && `，已填${known}项`}
              </span>
            </summary>
            <div className="case-further-facts">{further.map(field)}</div>
          </details>
        )}
      </form>
    </Card>
  );
}

/** Two of these stand beside each other. */
const isShort = ({ kind, optional }: FactView): boolean =>
  kind === 'NUMBER' || kind === 'DAY' || (kind === 'FLAG' && !optional);

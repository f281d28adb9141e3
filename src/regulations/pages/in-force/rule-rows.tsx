/** 规定与出处: the rules of a question at a place, each value with the text that set it. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Tag } from '../../../web/parts/state/tag.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { InForceView } from '../../regulations.api.ts';
import { LawChip } from '../frame/law-chip.tsx';
import { FORCE_WORDS, LEVEL_WORDS, longDay } from '../frame/law-words.screen.ts';

type QuestionInForce = InForceView['questions'][number];
type RuleInForce = QuestionInForce['rules'][number];

/** The texts that hold there, from the nation down. */
export function Basis({ view }: { view: InForceView }): ReactNode {
  return (
    <Card title={view.place.name} note={`${longDay(view.day)}有效的法规`}>
      <ul className="law-basis">
        {view.instruments.map(({ id, title, level }) => (
          <li key={id}>
            <span className="quiet">{LEVEL_WORDS[level]}</span>
            <Link to={`/law/texts/${id}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface QuestionCardProps {
  question: QuestionInForce;
  place: string;
  day: string;
}

/** One question: its rules, and what is written but does not count. */
export function QuestionCard({ question, place, day }: QuestionCardProps): ReactNode {
  const { id, title, subject, rules, notApplied } = question;
  return (
    <Card
      title={title}
      note={subject === title ? undefined : subject}
      side={<Link to={`/law/check?question=${id}&place=${place}&receiving=${place}&day=${day}`}>预查</Link>}
      flush
    >
      <ul className="law-rules">
        {rules.map((rule) => (
          <li key={rule.id}>
            <RuleRow rule={rule} />
          </li>
        ))}
        {notApplied.map((text) => (
          <li key={`${text.chip}/${text.says}`} className="law-losing">
            <s>{text.says}</s>
            <LawChip cited={text} />
            <p>{text.because}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function RuleRow({ rule }: { rule: RuleInForce }): ReactNode {
  return (
    <>
      <div className="law-rule">
        <span>
          {rule.title}
          <Tag>{FORCE_WORDS[rule.force]}</Tag>
        </span>
        <LawChip cited={rule} />
      </div>
      {rule.parameters.length === 0 && rule.says !== null && <p className="law-says">{rule.says}</p>}
      {rule.parameters.map((parameter) => {
        const { chip } = parameter;
        return (
          <div key={parameter.name} className="law-value">
            <span className="law-value-label">{parameter.label}</span>
            {parameter.value === null ? (
              <span className="quiet">各级文本都未规定，由学籍主管部门酌定</span>
            ) : (
              <b>{parameter.value}</b>
            )}
            {chip !== null && chip !== rule.chip && <LawChip cited={{ ...parameter, chip }} />}
            {parameter.notApplied.map((lost) => (
              <p key={`${lost.chip}/${lost.value}`} className="law-lost">
                <s>{lost.value}</s>
                <LawChip cited={lost} />
                <span>{lost.because}</span>
              </p>
            ))}
          </div>
        );
      })}
    </>
  );
}

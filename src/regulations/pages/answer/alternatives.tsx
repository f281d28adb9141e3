/** 换个条件会怎样: changes that would change the answer; one press tries it. */
import type { ReactNode } from 'react';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { DecisionView, VerdictCode } from '../../regulations.api.ts';
import { VERDICT_KINDS } from '../frame/law-words.screen.ts';

const WORDS: Record<VerdictCode, string> = { ALLOW: '符合规定', DISCRETIONARY: '可酌情准许', REFUSE: '不符合规定' };

interface AlternativesProps {
  alternatives: DecisionView['alternatives'];
  onTry: (name: string, value: string | boolean) => void;
}

export function Alternatives({ alternatives, onTry }: AlternativesProps): ReactNode {
  if (alternatives.length === 0) return null;
  return (
    <Card title="换个条件会怎样" note="只改一项，其余不变" flush>
      <ul className="alternatives">
        {alternatives.map(({ name, label, value, words, verdict }) => (
          <li key={`${name}/${value}`}>
            <button type="button" onClick={() => onTry(name, value)}>
              <StateIcon kind={VERDICT_KINDS[verdict]} />
              <span className="alternative-change">
                {label}：{words}
              </span>
              <span className="alternative-verdict">{WORDS[verdict]}</span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

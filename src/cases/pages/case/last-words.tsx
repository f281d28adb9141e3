/** 前序意见: what whoever had the case before says to whoever has it now: what must be mended, what is proposed. */
import type { ReactNode } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { recentDayWords } from '../../../web/format.ts';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import type { CaseView } from '../../cases.api.ts';
import { lastWordsOf } from './case-words.screen.ts';

/** One line under the track; nothing where nothing was written. */
export function LastWords({ view, today }: { view: CaseView; today: CivilDate }): ReactNode {
  const words = lastWordsOf(view);
  if (!words) return null;
  return (
    <p className={`case-last-words${words.warns ? ' tone-amber' : ''}`}>
      {words.warns && <StateIcon kind="JUDGEMENT" />}
      <span>
        <b>{words.act}</b>：{words.opinion}
        <span className="case-last-by">
          {words.who}
          {recentDayWords(words.on, today)}
        </span>
      </span>
    </p>
  );
}

/** 材料、环节、时限: papers by who hands them in, parties in their order with their last days, and what does not count. */
import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { weekdayWords } from '../../../web/format.ts';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { DecisionView } from '../../regulations.api.ts';
import { LawChip } from '../frame/law-chip.tsx';
import { sideWords } from './verdict-words.screen.ts';
import './requirements.css';

type Requirements = DecisionView['requirements'];

/** 要带的材料. */
export function Papers({ papers }: { papers: Requirements['papers'] }): ReactNode {
  if (papers.length === 0) return null;
  const byParty = [...Map.groupBy(papers, ({ byWords }) => byWords)];
  const bothSides = new Set(papers.map(({ side }) => side)).size > 1;
  return (
    <Card title="要带的材料" note={`${papers.length}项`} flush>
      {byParty.map(([party, own]) => (
        <section key={party} className="demands" aria-label={`${party}的材料`}>
          <h3>{party}</h3>
          <ul>
            {own.map((paper) => (
              <li key={`${paper.what}/${paper.chip}/${paper.side}`} className="demand">
                <FileText size={14} aria-hidden />
                <span className="demand-words">
                  {paper.what}
                  {paper.when !== null && <span className="demand-when">{paper.when}</span>}
                  {bothSides && paper.side && <span className="demand-when">{sideWords(paper.side)}</span>}
                </span>
                <LawChip cited={paper} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}

/** 谁来办、最晚哪天. */
export function Procedure({ requirements }: { requirements: Requirements }): ReactNode {
  const { steps, deadlines, undated } = requirements;
  if (steps.length + deadlines.length === 0) return null;
  return (
    <Card title="谁来办，最晚哪天" foot={undated ?? '各方都用满期限时的最晚日期，按国家公布的工作日计'} flush>
      {steps.length > 0 && (
        <ol className="procedure">
          {steps.map((step, at) => (
            <li key={`${step.by}/${step.what}/${step.chip}/${step.side}`} className="procedure-step">
              <span className="procedure-mark" aria-hidden="true">
                {at + 1}
              </span>
              <span className="demand-words">
                <b>{step.byWords}</b>
                <span>{step.what}</span>
                {step.side && !namesSide(step.by) && <span className="demand-when">{sideWords(step.side)}</span>}
              </span>
              <Term within={step.within} lastDay={step.lastDay} />
              <LawChip cited={step} />
            </li>
          ))}
        </ol>
      )}
      {deadlines.length > 0 && (
        <ul className="procedure is-deadlines" aria-label="时限">
          {deadlines.map((deadline) => (
            <li key={`${deadline.what}/${deadline.chip}/${deadline.side}`} className="procedure-step">
              <StateIcon kind="DUE_SOON" />
              <span className="demand-words">
                <b>{deadline.byWords}</b>
                <span>{deadline.what}</span>
                <span className="demand-when">
                  {deadline.after}后{deadline.within}内
                  {deadline.countedFrom !== null && `，按${monthDay(deadline.countedFrom)}起算`}
                  {deadline.side && `，${sideWords(deadline.side)}`}
                </span>
              </span>
              <Term within={null} lastDay={deadline.lastDay} />
              <LawChip cited={deadline} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const monthDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** 转入学校 and its like say already on which side they stand. */
const namesSide = (party: string): boolean => /^(SENDING|RECEIVING)_/.test(party);

function Term({ within, lastDay }: { within: string | null; lastDay: string | null }): ReactNode {
  if (within === null && lastDay === null) return null;
  return (
    <span className="procedure-term">
      {lastDay !== null && <b>{weekdayWords(lastDay as CivilDate)}</b>}
      {within !== null && <span>{within}内</span>}
    </span>
  );
}

/** 未适用的规定. */
export function LosingTexts({ texts }: { texts: DecisionView['notApplied'] }): ReactNode {
  if (texts.length === 0) return null;
  return (
    <Card title="不适用的规定" note="条文说到此事，但不作数" flush>
      <ul className="losing">
        {texts.map((text) => (
          <li key={`${text.chip}/${text.says}/${text.side}`}>
            <s>{text.says}</s>
            <LawChip cited={text} />
            <p>{text.because}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

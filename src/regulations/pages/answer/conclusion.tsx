/** 结论: yes, no, or for somebody to weigh; why; what to bring; who acts and until when. */
import type { ReactNode } from 'react';
import type { Finding } from '../../../web/parts/findings/finding-line.tsx';
import { FindingsList } from '../../../web/parts/findings/findings-list.tsx';
import { StateIcon, toneOf } from '../../../web/parts/state/state-icon.tsx';
import { Facts } from '../../../web/parts/surface/dot.tsx';
import { Stack } from '../../../web/parts/surface/layout.tsx';
import type { DecisionView } from '../../regulations.api.ts';
import { articleOf, FORCE_WORDS, longDay, VERDICT_KINDS } from '../frame/law-words.screen.ts';
import { LosingTexts, Papers, Procedure } from './requirements.tsx';
import { sideWords, verdictWords } from './verdict-words.screen.ts';
import './answer.css';

/** `aside` stands beside the findings. */
export function Conclusion({ decision, aside }: { decision: DecisionView; aside?: ReactNode }): ReactNode {
  const { requirements, notApplied } = decision;
  return (
    <Stack>
      <Verdict decision={decision} />
      <div className="conclusion-parts">
        <FindingsList
          title="依据"
          findings={decision.findings.map(findingOf)}
          basis={`按${longDay(decision.day)}有效的${decision.places.map(({ name }) => name).join('、')}规定核对`}
        />
        <Papers papers={requirements.papers} />
        <Procedure requirements={requirements} />
      </div>
      {aside}
      <LosingTexts texts={notApplied} />
    </Stack>
  );
}

function Verdict({ decision }: { decision: DecisionView }): ReactNode {
  const kind = VERDICT_KINDS[decision.verdict];
  const { head, reasons } = verdictWords(decision);
  return (
    <section id="verdict" className={`verdict is-${toneOf(kind)}`} aria-label="结论" aria-live="polite" tabIndex={-1}>
      <h2>
        <StateIcon kind={kind} size={18} />
        {head}
      </h2>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <p className="verdict-note">结论供参考，以学籍主管部门核办为准</p>
    </section>
  );
}

function findingOf(finding: DecisionView['findings'][number], at: number): Finding {
  const { ruleId, verdict, sentence, remedy, chip, force, side, letThroughBy } = finding;
  const complies = verdict === 'ALLOW';
  return {
    key: `${ruleId}/${at}`,
    kind: VERDICT_KINDS[verdict],
    sentence,
    article: articleOf(chip),
    detail: !complies && (
      <>
        {remedy && <p className="finding-remedy">{remedy}</p>}
        {letThroughBy && <p>{letThroughBy}可酌情准许，写明理由</p>}
        <Facts>
          {side && <span>{sideWords(side)}</span>}
          <span>效力：{FORCE_WORDS[force]}</span>
        </Facts>
      </>
    ),
  };
}

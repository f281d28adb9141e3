/** 法规核对: every finding, red before amber before green, none folded away: the officer answers for the green ones too. */
import { type ReactNode, useRef } from 'react';
import { CleanMarks } from '../state/clean-marks.tsx';
import { Card } from '../surface/card.tsx';
import { type Finding, FindingLine } from './finding-line.tsx';

export interface FindingsListProps {
  findings: readonly Finding[];
  /** Heading. Default 法规核对. */
  title?: string | undefined;
  /** Foot: by which law and of which day: 按申请日9月9日有效的国家、四川法规核对. */
  basis?: ReactNode;
  /** Take the height given and scroll inside. */
  fill?: boolean | undefined;
}

const ORDER: Record<Finding['kind'], number> = { REFUSED: 0, JUDGEMENT: 1, DONE: 2 };
const count = (findings: readonly Finding[], kind: Finding['kind']) =>
  findings.filter((one) => one.kind === kind).length;

/** The card of findings. */
export function FindingsList({ findings, title = '法规核对', basis, fill = false }: FindingsListProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const ordered = findings.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind]);
  return (
    <Card
      title={title}
      side={
        <CleanMarks
          worded
          refused={count(findings, 'REFUSED')}
          judgement={count(findings, 'JUDGEMENT')}
          passed={count(findings, 'DONE')}
        />
      }
      foot={basis}
      fill={fill}
      flush
    >
      <ul ref={list} className="findings">
        {ordered.map((finding) => (
          <FindingLine key={finding.key} finding={finding} />
        ))}
      </ul>
    </Card>
  );
}

/** Brings the first red line into view and puts the focus on it: what a locked button does when pressed. */
export function goToFirstRefusal(): void {
  const line = document.querySelector<HTMLElement>('.finding.is-red');
  line?.scrollIntoView({ block: 'center' });
  line?.focus();
}

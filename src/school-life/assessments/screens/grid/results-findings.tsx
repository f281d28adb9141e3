/** 考核依据: what the law of the place says of these results, and who studies here without standing on the roster. */
import type { ReactNode } from 'react';
import { ArticleChip } from '../../../../web/parts/findings/article.tsx';
import { StateIcon } from '../../../../web/parts/state/state-icon.tsx';
import type { GridView } from '../../api/assessments.api.ts';

const KINDS = { REFUSE: 'REFUSED', DISCRETIONARY: 'JUDGEMENT', ALLOW: 'DONE' } as const;

/** One line each; nothing where nothing is said. */
export function ResultsFindings({ view: { findings, steps, guests, consequences } }: { view: GridView }): ReactNode {
  if (findings.length + guests.length + consequences.length === 0) return null;
  const said = findings.filter(({ verdict, code }) => verdict !== 'ALLOW' || code === 'TO_BE_FILED');
  return (
    <ul className="results-findings" aria-label="依据">
      {guests.map(({ name, sentence, chip }) => (
        <li key={name}>
          <StateIcon kind="JUDGEMENT" />
          <span>
            {name}在本校借读，不列入本校名册：{sentence}
          </span>
          {chip && <Chip chip={chip} />}
        </li>
      ))}
      {consequences.map(({ name, sentence, chip }) => (
        <li key={`${name} ${sentence}`}>
          <StateIcon kind="REFUSED" />
          <span>
            {name}：{sentence}
          </span>
          {chip && <Chip chip={chip} />}
        </li>
      ))}
      {said.map(({ ruleId, code, verdict, sentence, remedy, chip }) => (
        <li key={`${ruleId} ${code}`}>
          <StateIcon kind={KINDS[verdict]} />
          <span>
            {sentence}
            {verdict !== 'ALLOW' && remedy && `，${remedy}`}
            {code === 'TO_BE_FILED' && '，保存后即在学生学籍档案中'}
          </span>
          <Chip chip={chip} />
        </li>
      ))}
      {steps
        .filter(({ what }) => !what.includes('记入学籍档案'))
        .map(({ byWords, what, chip }) => (
          <li key={what}>
            <StateIcon kind="DRAFT" />
            <span>
              {byWords}：{what}
            </span>
            <Chip chip={chip} />
          </li>
        ))}
    </ul>
  );
}

/** 四川·第二十三条: the place stands before the first dot. */
export function Chip({ chip }: { chip: string }): ReactNode {
  const [place = '', ...name] = chip.split('·');
  return <ArticleChip article={{ place, name: name.join('·') }} />;
}

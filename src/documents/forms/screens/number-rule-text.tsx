/** 编码规则: a rule of numbers as text: what each digit means, who gives the number and when there is a new one. */
import type { ReactNode } from 'react';
import { type Article, ArticleChip } from '../../../web/parts/findings/article.tsx';
import type { FormLine } from '../forms.api.ts';

export function NumberRuleText({ rule }: { rule: NonNullable<FormLine['rule']> }): ReactNode {
  const { digits, open, basis, sentences } = rule;
  return (
    <div className="forms-rule">
      {open && <p>{open}</p>}
      {digits.length > 0 && (
        <>
          <p>
            {`共${digits.at(-1)!.to}位，依次为：`} {basis && <ArticleChip article={articleOf(basis)} />}
          </p>
          <ol>
            {digits.map(({ from, to, words }) => (
              <li key={from}>{`${from === to ? `第${from}位` : `第${from}至${to}位`}：${words}`}</li>
            ))}
          </ol>
        </>
      )}
      <ul>
        {sentences.map(({ sentence, chip }) => (
          <li key={sentence}>
            {sentence} <ArticleChip article={articleOf(chip)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** 四川·第十八条 */
function articleOf(chip: string): Article {
  const [place = '', ...name] = chip.split('·');
  return { place, name: name.join('·') };
}

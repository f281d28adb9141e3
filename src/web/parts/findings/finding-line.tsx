/** 核对项: one sentence of the law's judgement with its article, and the act that cures it where one can. */
import { type ReactNode, useId, useState } from 'react';
import { StateIcon, toneOf } from '../state/state-icon.tsx';
import { type Article, ArticleBody, ArticleChip, type ArticleText, useArticleSource } from './article.tsx';

export interface Finding {
  key: string;
  kind: 'REFUSED' | 'JUDGEMENT' | 'DONE';
  /** Indicative, as said at the counter: 缺原学籍所在学校的学籍证明. */
  sentence: string;
  /** Who can supply what is missing; who let it through and why. */
  detail?: ReactNode;
  /** Words of the article, quoted (amber). */
  quote?: string | undefined;
  article?: Article | undefined;
  /** Default: the product's source of articles. */
  loadArticle?: (() => Promise<ArticleText>) | undefined;
  /** The act that cures it, on the same line: a Button. */
  cure?: ReactNode;
  /** Beside the cure: 约5秒，自动编号、盖电子章. */
  cureNote?: ReactNode;
}

/** A line of the list; red is tinted, amber has only its bar, green is one line. */
export function FindingLine({ finding }: { finding: Finding }): ReactNode {
  const { kind, sentence, detail, quote, article, cure, cureNote } = finding;
  const source = useArticleSource();
  const loadArticle = finding.loadArticle ?? (article && source ? () => source.load(article) : undefined);
  const [open, setOpen] = useState(false);
  const textId = useId();
  const outside = { open, toggle: () => setOpen(!open), textId };
  return (
    <li className={`finding is-${toneOf(kind)}`} tabIndex={-1}>
      <StateIcon kind={kind} />
      <p className="finding-sentence">
        <span className="unseen">{KIND_WORDS[kind]}：</span>
        {sentence}
      </p>
      {article && (
        <span className="finding-article">
          <ArticleChip article={article} load={loadArticle} outside={outside} />
        </span>
      )}
      <div className="finding-more">
        {detail !== undefined && <div className="finding-detail">{detail}</div>}
        {quote !== undefined && <blockquote className="finding-quote">“{quote}”</blockquote>}
        {cure !== undefined && (
          <div className="finding-cure">
            {cure}
            {cureNote !== undefined && <span>{cureNote}</span>}
          </div>
        )}
      </div>
      {open && loadArticle && <ArticleBody id={textId} load={loadArticle} />}
    </li>
  );
}

const KIND_WORDS: Record<Finding['kind'], string> = { REFUSED: '不符', JUDGEMENT: '酌定', DONE: '相符' };

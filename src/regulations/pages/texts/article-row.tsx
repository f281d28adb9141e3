/** 一条: its clauses with what has become of each, and beside them the rules that carry it out. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Tag } from '../../../web/parts/state/tag.tsx';
import type { ArticleView, ClauseState } from '../../regulations.api.ts';
import { FORCE_WORDS } from '../frame/law-words.screen.ts';

const STATE_WORDS: Record<ClauseState, string> = {
  EXECUTED: '系统执行',
  DUTY: '定期职责',
  RECORD: '有表册记载',
  NOT_APPLIED: '不适用',
  PLANNED: '尚待实现',
  NOT_COMPUTABLE: '由人判断',
  UNLISTED: '尚未登记',
};

interface ArticleRowProps {
  article: ArticleView;
  /** The clause that was asked for. */
  clause: string | null;
  isShown: boolean;
}

export function ArticleRow({ article, clause, isShown }: ArticleRowProps): ReactNode {
  const { rules, clauses, text } = article;
  return (
    <section className={`article-row${isShown ? ' is-shown' : ''}`} aria-label={article.article}>
      <h3 className="no-autospace">{article.article}</h3>
      <div className="article-says">
        {text !== null && <p className="article-own">{text}</p>}
        {clauses.map(({ id, says, state, by }) => (
          <p key={id} className={`clause${id === clause ? ' is-asked' : ''}`}>
            <span className="clause-words">{says || <span className="quiet">此款尚未转述</span>}</span>
            <span className="clause-state">
              <Tag>{STATE_WORDS[state]}</Tag>
              {state !== 'EXECUTED' && by.join('；')}
            </span>
          </p>
        ))}
      </div>
      {rules.length > 0 && (
        <ul className="article-rules" aria-label={`${article.article}的规则`}>
          {rules.map((rule) => (
            <li key={rule.id}>
              <Link to={`/law/check?question=${rule.question}`}>{rule.title}</Link>
              <Tag>{FORCE_WORDS[rule.force]}</Tag>
              {rule.parameters.length > 0 && (
                <dl>
                  {rule.parameters.map(({ label, value }) => (
                    <div key={label}>
                      <dt>{label}</dt>
                      <dd>{value ?? '由下级规定'}</dd>
                    </div>
                  ))}
                </dl>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

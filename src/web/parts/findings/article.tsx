/** 条款: place and article as officials cite them; the text opens in place, never in a floating box. */
import { createContext, type ReactNode, use, useEffect, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { sentenceOf } from '../../api-client.ts';
import './findings.css';

export interface Article {
  /** 四川 */
  place: string;
  /** 第三十三条; 三、1(二) */
  name: string;
}

/** What opens: the text in force on the day of application. */
export interface ArticleText {
  /** Title of the instrument. */
  instrument: string;
  /** 国家、省、市、县、学校 */
  level: string;
  /** 必须、原则、可以 */
  force: string;
  text: string;
  /** 自2014年8月1日起施行 */
  inForce: string;
  /** Where the whole text is read. */
  to?: string | undefined;
}

/** 条文出处: where articles are read, for every chip that is not told so itself. */
export interface ArticleSource {
  load: (article: Article) => Promise<ArticleText>;
  /** Address of the article's page. */
  to: (article: Article) => string;
}

const SourceContext = createContext<ArticleSource | undefined>(undefined);

/** Makes every chip below it lead to its article. */
export function ArticleSourceProvider({ source, children }: { source: ArticleSource; children: ReactNode }): ReactNode {
  return <SourceContext value={source}>{children}</SourceContext>;
}

/** The source of articles, where the product has one. */
export const useArticleSource = (): ArticleSource | undefined => use(SourceContext);

export interface ArticleChipProps {
  article: Article;
  /** Address of the article's page; null where there is none. Default: what the product's source of articles says. */
  to?: string | null | undefined;
  /** Fetches the text when it is first opened; without it the chip is a link, or plain words. */
  load?: (() => Promise<ArticleText>) | undefined;
  /** Where the text is drawn elsewhere (under a finding): whether it is open, the act, and the id of the text. */
  outside?: { open: boolean; toggle: () => void; textId: string } | undefined;
}

/** 四川·第三十三条. Opens its text right under itself unless the text is drawn elsewhere. */
export function ArticleChip({ article, to, load, outside }: ArticleChipProps): ReactNode {
  const source = useArticleSource();
  const ownId = useId();
  const [ownOpen, setOwnOpen] = useState(false);
  const { open, toggle, textId } = outside ?? { open: ownOpen, toggle: () => setOwnOpen(!ownOpen), textId: ownId };
  const words = (
    <>
      {article.place}
      <span className="article-dot" aria-hidden="true" />
      {article.name}
    </>
  );
  if (load === undefined) {
    const address = to === undefined ? source?.to(article) : to;
    if (typeof address !== 'string') return <span className="article-chip no-autospace">{words}</span>;
    return (
      <Link className="article-chip no-autospace" to={address}>
        {words}
      </Link>
    );
  }
  return (
    <>
      <button
        className="article-chip no-autospace keep-in-print"
        type="button"
        aria-expanded={open}
        aria-controls={open ? textId : undefined}
        onClick={toggle}
      >
        {words}
      </button>
      {outside === undefined && open && <ArticleBody id={textId} load={load} />}
    </>
  );
}

/** The opened text with its instrument, level, force and the day from which it holds. */
export function ArticleBody({ id, load }: { id: string; load: () => Promise<ArticleText> }): ReactNode {
  const [loaded, setLoaded] = useState<ArticleText>();
  const [problem, setProblem] = useState<string>();
  const first = useRef(load); // fetched once per opening, also where the prop is written in place
  useEffect(() => {
    let shown = true;
    first.current().then(
      (text) => shown && setLoaded(text),
      (thrown: unknown) => shown && setProblem(sentenceOf(thrown)),
    );
    return () => {
      shown = false;
    };
  }, []);
  return (
    <div id={id} className="article-body" role="note" aria-busy={loaded === undefined && problem === undefined}>
      {problem !== undefined && <p className="tone-red">{problem}</p>}
      {loaded && (
        <>
          <p className="article-source">
            {loaded.instrument}
            <span className="article-facts">
              {loaded.level}，{loaded.force}，{loaded.inForce}
            </span>
          </p>
          <blockquote className="article-text">{loaded.text}</blockquote>
          {loaded.to !== undefined && (
            <Link className="screen-only" to={loaded.to}>
              看这部法规
            </Link>
          )}
        </>
      )}
    </div>
  );
}

/** 档案内容: the heads as they came, each item with what stands on it or the paper that belongs to it. */
import type { ReactNode } from 'react';
import { Facts } from '../../../../web/parts/surface/dot.tsx';
import type { ReceivedView } from '../../packages.api.ts';

type Head = ReceivedView['heads'][number];
const ORDINALS = '一二三四五六七';

export function ReceivedHeads({ view, onPaper }: { view: ReceivedView; onPaper: (name: string) => void }): ReactNode {
  return (
    <div className="received received-heads">
      {view.heads.map((head, at) => (
        <section key={head.code} aria-labelledby={`came-${head.code}`}>
          <h3 id={`came-${head.code}`}>
            <span className="quiet">{ORDINALS[at]}、</span>
            {head.title}
            <span className="quiet">{head.items.length > 0 ? `${head.items.length}项` : '没有内容'}</span>
          </h3>
          <ul className="received-items">
            {keyed(head.items).map(({ key, item }) => (
              <li key={key}>
                <time dateTime={item.on}>{item.on}</time>
                <div className="received-item">
                  <Item item={item} onPaper={onPaper} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Item({ item, onPaper }: { item: Head['items'][number]; onPaper: (name: string) => void }): ReactNode {
  const { what, entry, source, schoolName, values } = item;
  return (
    <>
      {entry ? (
        <button type="button" className="link" onClick={() => onPaper(entry)}>
          {what}
        </button>
      ) : (
        <span>{what}</span>
      )}
      <span className="received-source">
        <Facts>
          {source}
          {schoolName}
        </Facts>
      </span>
      {values.length > 0 && (
        <dl className="received-values">
          {values.map(({ label, value }) => (
            <div key={label} className={value.length > 24 ? 'is-wide' : ''}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** Two alike items are told apart by how often the same one stood before. */
function keyed(items: Head['items']): { key: string; item: Head['items'][number] }[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const words = `${item.on} ${item.what}`;
    const before = seen.get(words) ?? 0;
    seen.set(words, before + 1);
    return { key: `${words} ${before}`, item };
  });
}

/** 档案条目: what a head holds, newest first; each opens where it comes from. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Facts } from '../../../../web/parts/surface/dot.tsx';
import type { FileView } from '../../heads.api.ts';

interface FileItemsProps {
  items: FileView['heads'][number]['items'];
  onPaper: (id: string, what: string) => void;
  /** Opens what is no page and no paper; undefined where the reader may not. */
  onOpen?: (() => void) | undefined;
}

const SHORT = 6;

/** On the screen the first few; on paper all of them. */
export function FileItems({ items, onPaper, onOpen }: FileItemsProps): ReactNode {
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  return (
    <>
      <ul className={`file-items${all ? '' : ' is-short'}`}>
        {items.map(({ key, what, on, source, schoolName, to, filedId, paperId }) => (
          <li key={key}>
            <time dateTime={on}>{on}</time>
            <span className="file-what">
              {paperId ? (
                <button type="button" className="link keep-in-print" onClick={() => onPaper(paperId, what)}>
                  {what}
                </button>
              ) : to ? (
                <Link to={to}>{what}</Link>
              ) : onOpen && !filedId ? (
                <button type="button" className="link keep-in-print" onClick={onOpen}>
                  {what}
                </button>
              ) : (
                what
              )}
            </span>
            <span className="file-source">
              <Facts>
                {source}
                {schoolName}
              </Facts>
            </span>
          </li>
        ))}
      </ul>
      {items.length > SHORT && (
        <span className="screen-only">
          <Button tone="quiet" onPress={() => setAll(!all)}>
            {all ? '只看近几项' : `全部${items.length}项`}
          </Button>
        </span>
      )}
    </>
  );
}

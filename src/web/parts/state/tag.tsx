/** 类别标签: kinds of things, in outline only. Kinds have no colours; only states do. */
import type { ReactNode } from 'react';
import './state.css';

export interface TagProps {
  children: ReactNode;
}

/** The kind of a thing in a list: 转学, 休学. */
export function KindTag({ children }: TagProps): ReactNode {
  return <span className="kind-tag">{children}</span>;
}

/** A quiet remark beside a name: 住校, 随班就读. */
export function Tag({ children }: TagProps): ReactNode {
  return <span className="kind-tag is-quiet">{children}</span>;
}

/** 类别: narrows a worklist to one kind of case. */
import type { ReactNode } from 'react';
import { Menu } from '../../../web/parts/floating/menu.tsx';
import { useWorkbench } from '../case-queries.tsx';
import { kindsOf } from './work-groups.screen.ts';

export interface KindMenuProps {
  /** Empty for all kinds. */
  kind: string;
  onKind: (kind: string) => void;
}

/** All kinds that wait for somebody; nothing to choose while there is only one. */
export function KindMenu({ kind, onKind }: KindMenuProps): ReactNode {
  const { data } = useWorkbench();
  const kinds = kindsOf([...(data?.mine.items ?? []), ...(data?.others.items ?? [])]);
  if (kinds.length < 2 && kind === '') return null;
  const choices = [{ kind: '', words: '全部类别' }, ...kinds];
  return (
    <Menu
      tone="quiet"
      align="end"
      items={choices.map((one) => ({
        key: one.kind,
        words: one.words,
        chosen: one.kind === kind,
        onPress: () => onKind(one.kind),
      }))}
    >
      {choices.find((one) => one.kind === kind)?.words ?? '所选类别'}
    </Menu>
  );
}

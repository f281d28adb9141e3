/** 打印: this page as it stands, the application form, and the notice of what was decided. */
import { FileCheck2, FileText, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, type MenuItem } from '../../../web/parts/floating/menu.tsx';
import type { CaseView } from '../../cases.api.ts';

/** Papers open in a window of their own: what is being written on the page stays. */
export function PrintMenu({ view }: { view: CaseView }): ReactNode {
  const open = (paper: string) => () => void window.open(`/api/cases/${view.id}/${paper}.pdf`, '_blank', 'noopener');
  const decided = view.tone === 'DONE' || view.tone === 'REFUSED';
  const items: MenuItem[] = [
    ...(decided
      ? [{ key: 'notice', words: '决定通知书', icon: FileCheck2, note: '交当事人', onPress: open('notice') }]
      : []),
    { key: 'application', words: '申请表', icon: FileText, note: '按办件现有内容填好', onPress: open('application') },
    { key: 'page', words: '打印本页', icon: Printer, apart: true, onPress: () => print() },
  ];
  return (
    <Menu icon={Printer} align="end" items={items}>
      打印
    </Menu>
  );
}

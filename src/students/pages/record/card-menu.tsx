/** 学籍卡: printed in a window of its own, masked or, with a reason, in full; either leaves its row in the trail. */
import { IdCard, Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { Menu, type MenuItem } from '../../../web/parts/floating/menu.tsx';
import { ReasonDialog } from '../../../web/parts/floating/reason-dialog.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { StudentView } from '../../api/students.api.ts';

const USUAL = ['归档', '转学', '监护人核对'];

/** One button where only the masked card may be printed, else a menu of both. */
export function CardMenu({ student: { studentId, name } }: { student: StudentView }): ReactNode {
  const { role, institution } = useSession();
  const [asking, setAsking] = useState(false);
  const mayFull = role !== 'CLASS_TEACHER' && (institution.level === 'SCHOOL' || institution.level === 'COUNTY');
  const show = (more: Record<string, string> = {}) => {
    const search = new URLSearchParams(more).toString();
    window.open(`/api/students/${studentId}/registration-card.pdf${search && `?${search}`}`, '_blank', 'noopener');
  };
  if (!mayFull) {
    return (
      <Button icon={Printer} onPress={() => show()}>
        学籍卡
      </Button>
    );
  }
  const items: MenuItem[] = [
    { key: 'masked', words: '打印学籍卡', note: '号码脱敏，另开窗口', icon: IdCard, onPress: () => show() },
    {
      key: 'full',
      words: '打印学籍卡（完整号码）',
      note: '须写明事由，留痕',
      apart: true,
      onPress: () => setAsking(true),
    },
  ];
  return (
    <>
      <Menu items={items} icon={Printer} align="end">
        学籍卡
      </Menu>
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`打印${name}的学籍卡（完整号码）`}
        label="事由"
        usual={USUAL}
        act="打印"
        note="打印人、时间、事由将留痕"
        onGive={async (reason) => show({ full: '1', reason })}
      />
    </>
  );
}

/** 办事申请: what can be asked for from here, each with what it is for. */

import { ArrowRightLeft, CalendarOff, CalendarPlus, ChevronRight, LogIn, type LucideIcon, PenLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { FamilyPage, useFamily } from '../family-frame.tsx';

interface Way {
  to: string;
  icon: LucideIcon;
  words: string;
  note: string;
}

const TRANSFER: Way = {
  to: '/family/ask/TRANSFER',
  icon: ArrowRightLeft,
  words: '转学',
  note: '告诉想去的学校，由它为孩子办理',
};
const CORRECTION: Way = { to: '/family/form', icon: PenLine, words: '更正信息', note: '逐项提出，附户口簿等照片' };
const ENROLLED: readonly Way[] = [
  TRANSFER,
  { to: '/family/ask/LEAVE', icon: CalendarOff, words: '休学', note: '因病或其他原因需要停学一段时间' },
  CORRECTION,
];
const ON_LEAVE: readonly Way[] = [
  { to: '/family/ask/RETURN', icon: LogIn, words: '复学', note: '休学期满或提前回校' },
  { to: '/family/ask/LEAVE_EXTENSION', icon: CalendarPlus, words: '延长休学', note: '期满仍不能回校' },
  CORRECTION,
];

/** /family/ask */
export function Component(): ReactNode {
  const { onLeave } = useFamily();
  return (
    <FamilyPage title="办事申请">
      <Card label="可申请的事" flush>
        <ul className="family-menu">
          {(onLeave ? ON_LEAVE : ENROLLED).map(({ to, icon: Icon, words, note }) => (
            <li key={to}>
              <Link to={to}>
                <Icon size={20} aria-hidden />
                <span>
                  {words}
                  <small>{note}</small>
                </span>
                <span />
                <ChevronRight size={16} aria-hidden />
              </Link>
            </li>
          ))}
        </ul>
      </Card>
      <p className="small quiet">
        提出后可在“办理进度”看到谁在办、还剩几天。不知道能不能办、要什么材料的，可先看<a href="/law/check">办事预查</a>
        。
      </p>
    </FamilyPage>
  );
}

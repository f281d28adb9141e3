/** 毕业提醒用语: what is left to do of this year's graduation. */
import type { StateKind } from '../../web/parts/state/state-icon.tsx';
import type { GraduationList } from '../graduation.api.ts';

export interface GraduationReminder {
  key: string;
  count: number;
  kind: StateKind;
  words: string;
  note: string;
}

/** A school hears of results and lists, an authority of the schools that have handed nothing in. */
export function remindersOf({ stages, below }: GraduationList): GraduationReminder[] {
  const open = stages.filter(({ underWay }) => underWay === null);
  const sum = (of: (one: (typeof open)[number]) => number) => open.reduce((total, one) => total + of(one), 0);
  const missing = sum(({ stays }) => stays.filter(({ stay }) => stay === 'MISSING_RESULTS').length);
  const ready = sum((one) => one.ready);
  const idle = below.filter(({ school, underWay, students }) => school && underWay === 0 && (students ?? 0) > 0).length;
  return [
    {
      key: 'missing',
      count: missing,
      kind: 'DUE_SOON' as const,
      words: '名毕业年级学生成绩未录全',
      note: '按班录入，随录随看结果',
    },
    {
      key: 'ready',
      count: ready,
      kind: 'IN_PROCESS' as const,
      words: '名学生结果已明，可以上报',
      note: '先预演，再上报',
    },
    {
      key: 'idle',
      count: idle,
      kind: 'IN_PROCESS' as const,
      words: '份毕业名单学校还没有上报',
      note: '看各校录入情况',
    },
  ].filter(({ count }) => count > 0);
}

/** 停办期的说法 on screens: what stands still, until when, and what to do meanwhile. */
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { dayWords } from '../../../web/format.ts';
import type { StandstillView } from '../../windows/standstills.api.ts';

/** 9月20日至10月10日; of one day that day alone. */
export function spanWords({ firstOn, lastOn }: Pick<StandstillView, 'firstOn' | 'lastOn'>, today: CivilDate): string {
  const [first, last] = [civilDate(firstOn), civilDate(lastOn)].map((day) => dayWords(day, today));
  return firstOn === lastOn ? `${first}` : `${first}至${last}`;
}

/** 停止受理转学、休学; 系统不能使用. */
export function stopsWords({ kind, stops, cases }: StandstillView): string {
  if (kind === 'OUTAGE') return '系统不能使用';
  return `停止${stops === 'DECIDING' ? '受理和核办' : '受理'}${cases.join('、')}`;
}

/** What to do meanwhile, and what becomes of what runs. */
export function meanwhileWords({ kind, offline, clockStands }: StandstillView): string {
  const paper =
    kind === 'OUTAGE'
      ? '期间的纸质申请以脱机受理录入，按实际受理日计'
      : offline
        ? '期间可先收纸质申请，以脱机受理录入'
        : '请于期满后办理';
  return `${paper}；在办件时限${clockStands ? '停计' : '照计'}`;
}

/** 停办期核对: what the law above says to a window: a term that a text gives is not lengthened without a reason. */
import type { CaseFinding, CaseKind } from '../../cases/index.ts';
import type { Workflow } from '../../workflow/index.ts';
import type { FreezeItem, OutageItem, SettingItem } from '../local-setting.ts';
import { lengthOf } from './read-windows.ts';
import { daysOf, kindWords, stopWords } from './window-words.api.ts';

/** Longer than two months a window takes more from a school year than what it is for. */
const LONG_DAYS = 62;

/** One finding a window that may hold as it is, and one for each point that needs a reason. */
export function windowFindings(
  items: readonly SettingItem[],
  kinds: Readonly<Record<string, CaseKind>>,
  { shortName, notice }: { shortName: string; notice: string },
): CaseFinding[] {
  const say = (code: string, verdict: 'ALLOW' | 'DISCRETIONARY', sentence: string, remedy?: string): CaseFinding => ({
    ...{ ruleId: 'local-setting', code, verdict, sentence, chip: shortName, instrument: notice },
    ...{ force: verdict === 'ALLOW' ? 'MUST' : 'PRINCIPLE', clauses: [], facts: {}, count: 1 },
    ...(remedy ? { remedy } : {}),
  });
  return items.flatMap((item) => {
    if (item.kind !== 'FREEZE' && item.kind !== 'OUTAGE') return [];
    const findings = [say('WINDOW', 'ALLOW', sayWindow(item, kinds))];
    const timed = item.clockStands ? timedKinds(item, kinds) : [];
    if (timed.length > 0) {
      const sentence = `期间${timed.join('、')}的时限停计，规定的办理期限因此延后`;
      findings.push(say('TERMS_STAND', 'DISCRETIONARY', sentence, '写明必须停计的理由，或改为时限照计'));
    }
    if (item.kind === 'FREEZE' && lengthOf(item) > LONG_DAYS) {
      const sentence = `“${item.title}”每年停办${lengthOf(item)}天，超过两个月`;
      findings.push(say('LONG_WINDOW', 'DISCRETIONARY', sentence, '写明理由，或缩短停办期'));
    }
    return findings;
  });
}

function sayWindow(item: FreezeItem | OutageItem, kinds: Readonly<Record<string, CaseKind>>): string {
  if (item.kind === 'OUTAGE') return `系统故障${daysOf(item)}，期间的纸质申请按实际受理日计`;
  return `“${item.title}”${daysOf(item)}，${stopWords(item)}${kindWords(item.cases, kinds)}`;
}

/** 办件 whose hands have a term by their table. */
function timedKinds(item: FreezeItem | OutageItem, kinds: Readonly<Record<string, CaseKind>>): string[] {
  const concerned = item.kind === 'OUTAGE' ? Object.keys(kinds) : item.cases;
  const timed = concerned.filter((kind) => kinds[kind]?.workflows.some(hasTerm));
  return item.kind === 'OUTAGE' && timed.length > 0 ? ['各类有时限的办件'] : [kindWords(timed, kinds)].filter(Boolean);
}

const hasTerm = ({ states }: Workflow): boolean => Object.values(states).some(({ term }) => term !== undefined);

/** 看地方设定: what an authority has set, and what it may still set. */
import type { Actor, Services } from '../access/index.ts';
import type { CaseKind } from '../cases/index.ts';
import type { Transaction } from '../db/transaction.ts';
import { type CivilDate, dayOf } from '../kernel/civil-date.ts';
import { type AnyRule, type Law, questions, wordsOf } from '../policy/index.ts';
import { listSettings, type SettingRow } from './keeping/settings.store.ts';
import type { SettingsView, SettingView } from './local-settings.api.ts';
import { fileFieldWords } from './settable/file-field-words.api.ts';
import { settableIn } from './settable/settable.ts';
import { remedyWords } from './windows/remedy-words.api.ts';
import { stoppableKinds } from './windows/stoppable.ts';
import { windowWords } from './windows/window-words.api.ts';

/** For the actor's own place, by the law of the day; today where none is given. */
export async function viewSettings(
  { law }: Pick<Services, 'law'>,
  kinds: Readonly<Record<string, CaseKind>>,
  tx: Transaction,
  actor: Actor,
  day: CivilDate = dayOf(tx.now),
): Promise<SettingsView> {
  const { placeCode, name } = actor.institution;
  const rows = await listSettings(tx, placeCode);
  return {
    place: { code: placeCode, name },
    settable: settableIn(law, placeCode, day),
    matters: Object.entries(questions).map(([id, { title }]) => ({ code: id, words: title })),
    kinds: stoppableKinds(kinds).map(([code, { workflows }]) => ({ code, words: workflows[0]!.title })),
    settings: rows.map((row) => asView(law, kinds, row)),
  };
}

function asView(
  law: Law,
  kinds: Readonly<Record<string, CaseKind>>,
  { item, notice, validFrom, validTo, caseId, setAt }: SettingRow,
): SettingView {
  return { item, notice, validFrom, validTo, caseId, setAt: setAt.toISOString(), ...wordsOfItem(law, kinds, item) };
}

/** How lists name an item and its value. */
export function wordsOfItem(
  law: Law,
  kinds: Readonly<Record<string, CaseKind>>,
  item: SettingRow['item'],
): { label: string; words: string } {
  if (item.kind === 'FREEZE') return { label: `业务停办期“${item.title}”`, words: windowWords(item, kinds) };
  if (item.kind === 'FILE_FIELD') return { label: `归档自设项“${item.title}”`, words: fileFieldWords(item) };
  if (item.kind === 'REMEDY') return { label: '救济告知', words: remedyWords(item) };
  if (item.kind === 'OUTAGE') return { label: '系统故障期', words: windowWords(item, kinds) };
  if (item.kind === 'TERM') {
    const label = `${item.schoolYear}学年第${item.term === 1 ? '一' : '二'}学期`;
    return { label, words: `${item.startsOn}至${item.endsOn}` };
  }
  if (item.kind === 'NOTICE') return { label: `${questions[item.matter].title}的通知`, words: item.says };
  const parameter = ruleOf(law, item.ruleId)?.parameters[item.parameter];
  return { label: parameter?.label ?? item.parameter, words: wordsOf(item.value, parameter ?? {}) };
}

const ruleOf = (law: Law, id: string): AnyRule | undefined =>
  law.packs.flatMap(({ rules }) => rules).find((rule) => rule.id === id);

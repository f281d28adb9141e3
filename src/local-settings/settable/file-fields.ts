/** 归档自设项: what the law says of an authority that wants something further in the students' files of its place. */
import type { CaseFinding } from '../../cases/index.ts';
import { levelOf } from '../../kernel/place-codes.ts';
import { type Law, STAGES } from '../../policy/index.ts';
import type { FileFieldItem, SettingData } from '../local-setting.ts';
import { FILE_FIELD_KINDS } from '../local-settings.api.ts';

/** One finding where fields are set: may an authority of this level? By the law of the day from which they hold. */
export function fileFieldFindings(
  law: Law,
  { placeCode }: { placeCode: string },
  { items, from }: Pick<SettingData, 'items' | 'from'>,
): CaseFinding[] {
  const level = levelOf(placeCode);
  if (!items.some(({ kind }) => kind === 'FILE_FIELD') || level === 'NATION') return [];
  const { findings } = law.ask('student-file', { placeCode, day: from }, { parts: [], furtherSetBy: level });
  return findings
    .filter(({ ruleId }) => ruleId.startsWith('file-further-part'))
    .map((finding) => ({ ...finding, count: 1 }));
}

/** 必填，单选（城镇、农村），小学、初中 */
export function fileFieldWords({ valueKind, choices, stages, required, ended }: FileFieldItem): string {
  if (ended) return '停用';
  const kind = FILE_FIELD_KINDS[valueKind];
  const of = valueKind === 'CHOICE' ? `${kind}（${choices.join('、')}）` : kind;
  return `${required ? '必填' : '选填'}，${of}，${stages.map((stage) => STAGES[stage]).join('、')}`;
}

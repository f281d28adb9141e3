/** 归档自设项: what the law says of an authority that wants something further in the students' files of its place. */
import type { CaseFinding } from '../../cases/index.ts';
import { levelOf } from '../../kernel/place-codes.ts';
import type { Law } from '../../policy/index.ts';
import type { SettingData } from '../local-setting.ts';

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

/** 自设项的说法: one further field of the students' files as lists and papers name it. */

import type { FileFieldItem } from '../local-setting.ts';
import { FILE_FIELD_KINDS } from './file-field-kinds.api.ts';

export const STAGE_WORDS = { PRIMARY: '小学', JUNIOR: '初中', SENIOR: '普通高中' } as const;

/** 必填，单选（城镇、农村），小学、初中 */
export function fileFieldWords({ valueKind, choices, stages, required, ended }: FileFieldItem): string {
  if (ended) return '停用';
  const kind = FILE_FIELD_KINDS[valueKind];
  const of = valueKind === 'CHOICE' ? `${kind}（${choices.join('、')}）` : kind;
  return `${required ? '必填' : '选填'}，${of}，${stages.map((stage) => STAGE_WORDS[stage]).join('、')}`;
}

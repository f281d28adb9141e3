/** 基础信息及变动: the base form and every change of it, read from the student's own record. */

import { gradeName } from '../../../authorities/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { END_REASONS, REGISTRATION_STATES, readRecord } from '../../../students/index.ts';
import type { FileItem, FileSource } from './file-source.ts';

const SOURCE = '学籍记录';

export const baseFormSource: FileSource = {
  having: async (_tx, studentIds) => new Set(studentIds),
  itemsOf: async ({ tx, services }, studentId) => {
    const { keyData, registrations, numbers } = await readRecord(tx, services, studentId);
    const at = (to: string, schoolName: string | null = null) => ({ source: SOURCE, schoolName, to });
    const record = `/students/${studentId}`;
    const [first] = registrations;
    const items: FileItem[] = [];
    if (first) {
      items.push({
        ...at(`${record}?tab=base`, first.school_name),
        ...{ key: 'form', what: '学生基本信息表', on: first.valid_from as CivilDate },
      });
    }
    for (const [place, one] of registrations.entries()) {
      const before = registrations[place - 1];
      items.push({
        ...at(record, one.school_name),
        key: one.id,
        what: changeWords(one, before),
        on: one.valid_from as CivilDate,
      });
      if (one.valid_to && one.end_reason) {
        const words = END_REASONS[one.end_reason as keyof typeof END_REASONS] ?? '学籍终止';
        items.push({
          ...at(record, one.school_name),
          key: `${one.id}-end`,
          what: words,
          on: one.valid_to as CivilDate,
        });
      }
    }
    for (const one of keyData.slice(1)) {
      items.push({
        ...at(`${record}?tab=base`),
        ...{ key: `key-${one.version}`, what: '关键数据变更', on: one.validFrom },
      });
    }
    for (const { kind, from } of numbers.slice(1)) {
      const what = kind === 'G' ? '转为正式学籍号' : '学籍号变更';
      items.push({ ...at(`${record}?tab=numbers`), key: `number-${kind}-${from}`, what, on: from as CivilDate });
    }
    return items;
  },
};

type Period = Awaited<ReturnType<typeof readRecord>>['registrations'][number];

/** What a registration is as a change of the one before. */
function changeWords(one: Period, before: Period | undefined): string {
  const grade = gradeName(one.grade);
  if (!before) return `建立学籍（${grade}）`;
  if (before.school_id !== one.school_id) return `转入${grade}`;
  if (before.state !== one.state) return `学籍状态：${REGISTRATION_STATES[one.state] ?? one.state}`;
  return before.grade === one.grade ? `就读方式或学籍信息变动（${grade}）` : `编入${grade}`;
}

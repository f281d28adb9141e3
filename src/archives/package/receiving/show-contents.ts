/** 档案包所载: what came, in the words of the office: who signed, the list of contents, history, heads. Pure. */
import { gradeName } from '../../../authorities/index.ts';
import { STAGES } from '../../../policy/index.ts';
import {
  endReasonWords,
  genders,
  labelOf,
  maskRegistrationNumber,
  REGISTRATION_STATES,
} from '../../../students/index.ts';
import { type CheckedPackage, ENTRY_NAMES } from '../format/check-package.ts';
import type { PackageContents } from '../format/contents.ts';
import type { ReceivedView } from '../packages.api.ts';

/** Every entry of the signed list with its digest and whether what came has it. */
export function shownEntries(
  { manifest, lines, entries }: CheckedPackage,
  { heads }: PackageContents,
): ReceivedView['entries'] {
  const names = new Map(heads?.papers.map(({ name, what }) => [name, what]));
  return (manifest?.entries ?? []).map(({ name, size, digest }) => {
    const verdict = lines.find(({ entry }) => entry === name);
    return {
      ...{ name, title: ENTRY_NAMES[name] ?? names.get(name) ?? name, size, digest },
      holds: verdict?.holds === true,
      words: entries.has(name) ? (verdict?.holds ? '与签发时一致' : '与签发时不一致，已被改动') : '缺失',
      opens: name.includes('/') && entries.has(name),
    };
  });
}

export const shownRegistrations = ({ registrations = [] }: PackageContents): ReceivedView['registrations'] =>
  registrations.map(({ school, schoolCode, stage, grade, state, endReason, from, to }) => ({
    ...{ school, schoolCode, from, to },
    stageWords: STAGES[stage as keyof typeof STAGES] ?? stage,
    gradeWords: gradeName(grade),
    stateWords: REGISTRATION_STATES[state] ?? state,
    endWords: endReason === null ? null : endReasonWords(endReason),
  }));

/** Health values open to the school only, as they do in the file of its own students. */
export const shownHeads = ({ heads }: PackageContents, atSchool: boolean): ReceivedView['heads'] =>
  (heads?.heads ?? []).map(({ code, title, items }) => ({
    ...{ code, title },
    items: code === 'HEALTH' && !atSchool ? items.map((item) => ({ ...item, values: [] })) : items,
  }));

const KINDS: Readonly<Record<string, string>> = { G: '正式学籍号', L: '临时学籍号', J: '无证件学籍号' };

/** Names and numbers that the child has had, first to last. */
export const shownHistory = ({ student }: PackageContents): Pick<ReceivedView, 'keyData' | 'numbers'> => ({
  keyData: (student?.keyData ?? []).map(({ name, gender, bornOn, from, to }) => ({
    ...{ name, genderWords: labelOf(genders, gender) ?? gender, bornOn, from, to },
  })),
  numbers: (student?.numbers ?? []).map(({ kind, number, from, to }) => ({
    ...{ kindWords: KINDS[kind] ?? kind, masked: maskRegistrationNumber(number), from, to },
  })),
});

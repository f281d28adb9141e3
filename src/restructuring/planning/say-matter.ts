/** 变动事项的说法: the matter in words, as it is read by whoever decides. */
import {
  classGroupName,
  getClassGroup,
  getInstitution,
  gradeName,
  gradeOf,
  SCHOOL_TYPES,
} from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';
import { STAGES } from '../../policy/questions/choices.ts';
import type { RestructuringMatter } from '../restructuring.api.ts';
import { MATTER_WORDS } from '../restructuring.ts';

type Said = { label: string; words: string }[];

/** Names of institutions as they are today; refuses NOT_FOUND for one that does not exist. */
export async function sayMatter(tx: Transaction, matter: RestructuringMatter): Promise<Said> {
  const nameOf = async (id: string) => (await getInstitution(tx, { id })).name;
  const said: Said = [{ label: '事项', words: MATTER_WORDS[matter.kind] }];
  if (matter.kind === 'MERGER') return [...said, { label: '并入', words: await nameOf(matter.intoId) }];
  if (matter.kind === 'WHOLE_CLASS') {
    const group = await getClassGroup(tx, matter.classGroupId);
    const words = classGroupName(gradeOf(group, dayOf(tx.now)), group.ordinal);
    return [...said, { label: '班级', words }, { label: '转入', words: await nameOf(matter.toId) }];
  }
  if (matter.kind === 'CLOSURE') {
    const custodian = matter.custodianId ? await nameOf(matter.custodianId) : '尚未指定';
    const named = await Promise.all(
      matter.destinations.map(async ({ grade, toId }) => `${gradeName(grade)}去${await nameOf(toId)}`),
    );
    const where = named.length > 0 ? named.join('；') : '尚未指定';
    const kept = matter.archiveName ? `${custodian}，存放于${matter.archiveName}` : custodian;
    return [...said, { label: '接管档案', words: kept }, { label: '学生去向', words: where }];
  }
  const { name, schoolType, stages, years } = matter;
  if (name) said.push({ label: '新校名', words: name });
  if (schoolType) said.push({ label: '办学类型', words: SCHOOL_TYPES[schoolType] });
  if (stages) said.push({ label: '学段', words: stages.map((stage) => STAGES[stage]).join('、') });
  if (years) {
    const words = Object.entries(years).map(([stage, count]) => `${STAGES[stage as Stage]}${count}年`);
    said.push({ label: '学制', words: words.join('、') });
  }
  return said;
}

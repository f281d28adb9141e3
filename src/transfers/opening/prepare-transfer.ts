/** 转学预备: from a found child and a filled form to everything that both laws and all parties say of it. */
import type { Actor, Services } from '../../access/index.ts';
import {
  classGroupName,
  getClassGroup,
  getInstitution,
  gradeName,
  gradeOf,
  gradesOf,
} from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { ChildBeyond } from '../../students/index.ts';
import { askTransfer } from '../law/ask-transfer.ts';
import type { AskedTransfer } from '../law/transfer-facts.ts';
import type { TransferForm } from '../transfers.api.ts';
import { findStanding } from '../transfers.store.ts';
import { termAt } from './term-at.ts';
import { type TransferWay, wayOf } from './way-of-transfer.ts';

export interface PreparedTransfer {
  child: ChildBeyond;
  asked: AskedTransfer;
  way: TransferWay;
  classGroupName: string | null;
}

/**
 * Refuses BAD_INPUT where the child is registered nowhere or here already, where the school does not teach its grade, where
 * another grade is asked for, or where the class group is none of that grade here.
 */
export async function prepareTransfer(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  child: ChildBeyond,
  form: TransferForm,
): Promise<PreparedTransfer> {
  const day = dayOf(tx.now);
  const standing = await findStanding(tx, child.studentId);
  if (!standing) throw bad('此学生现不在籍，不办转学，请按入学注册办理');
  if (standing.schoolId === actor.institution.id) throw bad('此学生的学籍已在本校，无须转入');
  const receiving = await getInstitution(tx, { id: actor.institution.id });
  const sending = await getInstitution(tx, { id: standing.schoolId });
  const { stage, grade } = standing;
  if (!gradesOf(receiving.stages, receiving.years).some((one) => one.stage === stage && one.grade === grade)) {
    throw bad(`本校不设${gradeName(grade)}，请由设有此年级的学校办理转入`);
  }
  const asked: AskedTransfer = { standing, sending, receiving, form, day, term: await termAt(tx, receiving, day) };
  const decision = askTransfer(services, asked);
  if (form.targetGrade !== grade && decision.verdict !== 'REFUSE') {
    throw bad(`转学不变更年级，转入年级请填${gradeName(grade)}；留级、跳级另行办理`);
  }
  const way = await wayOf(tx, { sending, receiving, stage, day }, decision);
  return { child, asked, way, classGroupName: await groupNameOf(tx, asked) };
}

async function groupNameOf(tx: Transaction, { form, receiving, standing, day }: AskedTransfer): Promise<string | null> {
  if (!form.classGroupId) return null;
  const group = await getClassGroup(tx, form.classGroupId);
  const fits =
    group.schoolId === receiving.id && group.stage === standing.stage && gradeOf(group, day) === standing.grade;
  if (!fits || group.validTo !== null) throw bad(`编入的班级须是本校现有的${gradeName(standing.grade)}班级`);
  return classGroupName(standing.grade, group.ordinal);
}

const bad = (what: string) => refuse('BAD_INPUT', { what });

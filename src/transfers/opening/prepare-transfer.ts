/** 转学预备: from a found child and a filled form to everything that both laws and all parties say of it. */
import type { Actor, Services } from '../../access/index.ts';
import {
  classGroupName,
  getClassGroup,
  getInstitution,
  gradeName,
  gradeOf,
  gradesOf,
  type Institution,
} from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { ChildBeyond } from '../../students/index.ts';
import { askTransfer, whoOpens } from '../law/ask-transfer.ts';
import { surroundingsOf } from '../law/surroundings.ts';
import { type AskedTransfer, specialCaseOf } from '../law/transfer-facts.ts';
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
 * Refuses LAW_REFUSES where the child is registered here already; BAD_INPUT where it is registered nowhere, where the
 * school does not teach its grade, where another grade is asked for, where the class group is none of that grade here, or
 * where the registration is to stay though neither school is a special one.
 */
export async function prepareTransfer(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  child: ChildBeyond,
  form: TransferForm,
  receivedOn?: CivilDate | null,
): Promise<PreparedTransfer> {
  const day = receivedOn ?? dayOf(tx.now);
  const standing = await findStanding(tx, child.studentId);
  if (!standing) throw bad('此学生现不在籍，不办转学，请按入学注册办理');
  const receiving = await getInstitution(tx, { id: actor.institution.id });
  if (standing.schoolId === receiving.id) throw wrongOpener(services, receiving, day);
  const sending = await getInstitution(tx, { id: standing.schoolId });
  const { stage, grade } = standing;
  if (!gradesOf(receiving.stages, receiving.years).some((one) => one.stage === stage && one.grade === grade)) {
    throw bad(`本校不设${gradeName(grade)}，请由设有此年级的学校办理转入`);
  }
  if (form.registrationStays && !specialCaseOf(sending, receiving)) {
    throw bad('学籍留在原校，只用于特教学校与随班就读之间、进入专门学校就读；其他转学学籍随学生转入');
  }
  const between = { sending, receiving, stage, day };
  const around = await surroundingsOf(tx, between);
  const asked: AskedTransfer = {
    standing,
    sending,
    receiving,
    form,
    day,
    around,
    term: await termAt(tx, receiving, day),
  };
  const decision = askTransfer(services, asked);
  if (form.targetGrade !== grade && decision.verdict !== 'REFUSE') {
    throw bad(`转学不变更年级，转入年级请填${gradeName(grade)}；留级、跳级另行办理`);
  }
  const way = await wayOf(tx, between, decision);
  return { child, asked, way, classGroupName: await groupNameOf(tx, asked) };
}

/** 转出学校不能发起: in the words of the law of its place (SC-32.3); the family's wish it can pass on. */
function wrongOpener(services: Pick<Services, 'law'>, school: Institution, day: CivilDate) {
  const against = whoOpens(services, school, day, 'SENDING_SCHOOL');
  return against
    ? refuse('LAW_REFUSES', {
        sentence: `${against.sentence}（${against.chip}）；可在“转学意愿”中登记，由转入学校发起`,
      })
    : bad('此学生的学籍已在本校，无须转入');
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

/** 家长可选项: the words of everything a request is filled in with, and the items that may be corrected. */
import type { FamilyCaller, Services } from '../../access/index.ts';
import { getInstitution, getSupervision, gradeName, gradesOf } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { MOVES, type Stage, TRANSFER_GROUNDS } from '../../policy/index.ts';
import { HOSPITALS, LEAVE_REASONS, OTHER_PROOFS } from '../../policy/questions/leave.ts';
import { readRecord, registrationForm } from '../../students/index.ts';
import type { Child } from '../child/child.ts';
import { proposable } from '../form/form-lines.ts';
import type { CorrectionField, RequestChoices } from './requests.api.ts';
import { ANSWER_WITHIN } from './send-request.ts';

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, words: label }));

/** Refuses NOT_FOUND for who is registered nowhere. */
export async function choicesFor(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  { studentId }: FamilyCaller,
): Promise<RequestChoices> {
  const { open } = await readRecord(tx, services, studentId);
  if (!open) throw refuse('NOT_FOUND', { what: '在籍的学生' });
  const school = await getInstitution(tx, { id: open.school_id });
  const stage = open.stage as Stage;
  const { authorityId } = await getSupervision(tx, school.id, stage, dayOf(tx.now));
  return {
    answerWithin: ANSWER_WITHIN,
    reasons: optionsOf(LEAVE_REASONS).filter(({ value }) => value !== 'ABSENCE'), // said by the school, from its register
    hospitals: optionsOf(HOSPITALS),
    otherProofs: optionsOf(OTHER_PROOFS),
    grounds: optionsOf(TRANSFER_GROUNDS),
    moves: optionsOf(MOVES),
    grades: gradesOf(school.stages, school.years)
      .filter((one) => one.stage === stage)
      .map(({ grade }) => ({ value: String(grade), words: gradeName(grade) })),
    authorityName: (await getInstitution(tx, { id: authorityId })).name,
  };
}

const form = registrationForm();

/** How each item that this guardian may propose anew is filled in; of a draft what the form leaves to the family. */
export function correctionFields(family: Pick<FamilyCaller, 'ordinal'>, child: Child): CorrectionField[] {
  const open = new Set(proposable(family, child));
  return form.groups
    .flatMap(({ fields }) => fields)
    .filter(({ path }) => open.has(path))
    .map(({ path, kind, maxLength, hint, table }) => ({
      ...{ path, kind, maxLength, hint },
      options: table === null ? (kind === 'boolean' ? YES_NO : null) : (form.tables[table] ?? null),
    }));
}

const YES_NO = [
  { value: '是', words: '是' },
  { value: '否', words: '否' },
];

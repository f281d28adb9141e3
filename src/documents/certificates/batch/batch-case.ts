/** 证书编号办件: its law, its printed list, and the numbers that its last signature gives. */
import type { Services } from '../../../access/index.ts';
import { getInstitution } from '../../../authorities/index.ts';
import {
  type CaseApplication,
  type CaseCheck,
  type CaseContext,
  type CaseKind,
  updateCase,
} from '../../../cases/index.ts';
import { checkOf } from '../../../changes/index.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import type { Workflow } from '../../../workflow/index.ts';
import { type BatchData, batchTitle, CERTIFICATE_BATCH, MARKS } from '../certificate.ts';
import { askCertificate } from '../law/certificate-law.ts';
import { giveNumbers } from './give-numbers.ts';
import { certificateAsking } from './waiting.ts';

type Needs = Pick<Services, 'law' | 'newId' | 'index' | 'randomBytes' | 'cipher'>;

/** The kind with its workflows. */
export function batchKind(services: Needs, workflows: readonly Workflow[]): CaseKind {
  return {
    workflows: workflows.filter(({ kind }) => kind === CERTIFICATE_BATCH),
    check: (context) => checkBatch(services, context),
    dueOn: () => Promise.reject(new Error('no text gives a term for numbering certificates')),
    application: async ({ theCase }) => applicationOf(batchDataOf(theCase)),
    effects: { COMPLETED: (context) => completeBatch(services, context) },
  };
}

export const batchDataOf = ({ data }: { data: Record<string, unknown> }): BatchData => data as unknown as BatchData;

/** The law of the certificates as they will be: numbered by whom the case names, with every mark. */
async function checkBatch({ law }: Pick<Services, 'law'>, { tx, theCase }: CaseContext): Promise<CaseCheck> {
  const data = batchDataOf(theCase);
  const school = await tx.beyondScope(() => getInstitution(tx, { id: theCase.schoolId }));
  const asking = certificateAsking({ law, school, day: dayOf(tx.now) }, data);
  const { numberedBy, marks, makerName } = data;
  const { findings } = askCertificate(asking, { issuedBy: 'REGISTERED', numberedBy, marks });
  // None of the marks stands yet: what complies is who numbers, and the marks are told as what is still to come.
  const wanted = marks.map((mark) => MARKS[mark]).join('、');
  const sentence = `由${makerName}编号；编号后须有${wanted}才能发放`;
  const told = findings.map((one) => (one.verdict === 'ALLOW' ? { ...one, sentence } : one));
  const check = checkOf({ findings: told });
  return { ...check, note: check.red > 0 ? check.note : `${data.students}人，由${data.makerName}编号` };
}

async function completeBatch(services: Needs, { tx, actor, theCase }: CaseContext): Promise<void> {
  const data = batchDataOf(theCase);
  await tx.beyondScope(async () => {
    const school = await getInstitution(tx, { id: theCase.schoolId });
    const numbered = await giveNumbers(services, tx, actor, { school, caseId: theCase.id, which: data });
    const done = { on: dayOf(tx.now), ...numbered };
    await updateCase(tx, theCase.id, { title: theCase.title, data: { ...data, done } });
  });
}

const applicationOf = (data: BatchData): CaseApplication => ({
  fields: [
    ['学校', data.schoolName],
    ['证书', batchTitle(data)],
    ['人数', `${data.done?.students ?? data.students}人`],
    ['编号单位', data.makerName],
    ['编号依据', data.basis],
    ['应有签章', data.marks.map((mark) => MARKS[mark]).join('、')],
    ...(data.done ? [['编号起止', `${data.done.first}至${data.done.last}`] as const] : []),
  ],
  signers: ['学校经办人', '学校主管领导', '编号单位'],
});

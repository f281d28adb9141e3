/** 问题学籍办件: what the engine must know of a dispute: why it is one, what may not be agreed, and what follows. */
import { asAuditActor, type Services } from '../access/index.ts';
import { recordAll } from '../audit/record.store.ts';
import {
  type CaseApplication,
  type CaseCheck,
  type CaseContext,
  type CaseKind,
  releaseStudent,
} from '../cases/index.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Workflow } from '../workflow/index.ts';
import { type DisputeData, DUPLICATE_DISPUTE, studentsOf } from './dispute.ts';
import { BASIS_WORDS } from './records/compare-sides.ts';
import { readSide } from './records/read-side.ts';
import { correctRecord } from './ruling/correct-record.ts';
import { endRecord } from './ruling/end-record.ts';
import { settlePair } from './suspicion/pairs.store.ts';

const dataOf = ({ data }: CaseContext['theCase']): DisputeData => data as unknown as DisputeData;

/** The kind with its workflows. */
export function disputeKind(services: Services, workflows: readonly Workflow[]): CaseKind {
  const ending =
    (effect: (context: CaseContext) => Promise<void>) =>
    async (context: CaseContext): Promise<void> => {
      await effect(context);
      await releaseOther(context);
    };
  return {
    workflows: workflows.filter(({ kind }) => kind === DUPLICATE_DISPUTE),
    check: (context) => checkDispute(services, context),
    dueOn: () => Promise.reject(new Error('the terms of a dispute are counted in working days')),
    application: async ({ theCase }) => applicationOf(dataOf(theCase)),
    before: ({ action, theCase }) => {
      if (action === 'SUBMIT_CORRECTION' && !dataOf(theCase).correction) {
        throw refuse('BAD_INPUT', { what: '尚未填报变更内容，请先在“变更内容”中填写并保存' });
      }
    },
    effects: {
      FIRST_UPHELD: ending((context) => endRecord(services, context, 'second')),
      SECOND_UPHELD: ending((context) => endRecord(services, context, 'first')),
      BOTH_UPHELD: ending(upholdBoth),
      FIRST_CORRECTED: ending((context) => correctRecord(services, context)),
      SECOND_CORRECTED: ending((context) => correctRecord(services, context)),
      WITHDRAWN: ending(async ({ tx, theCase }) => {
        const { first, second } = dataOf(theCase);
        await settlePair(tx, first.id, second.id, null);
      }),
    },
  };
}

const applicationOf = ({ basis, words, first, second, reasons, score }: DisputeData): CaseApplication => ({
  fields: [
    ['问题类型', `${BASIS_WORDS[basis]}（相似度${score}）`],
    ['甲方', `${first.schoolName}　${first.name}　${first.numberMasked || '待注册新生'}`],
    ['乙方', `${second.schoolName}　${second.name}　${second.numberMasked}`],
    ['相似之处', reasons.flatMap(({ words: one, weight }) => (weight > 0 ? [one] : [])).join('、')],
    ['甲方依据', words],
  ],
  signers: ['甲方经办人', '甲方主管领导', '乙方经办人', '乙方主管领导'],
});

/** The law of both places on one registration a person, about the two records as they stand. */
async function checkDispute(services: Services, { tx, theCase }: CaseContext): Promise<CaseCheck> {
  const { basis, first, second } = dataOf(theCase);
  const sameNumber = basis !== 'LIKENESS';
  const { school, stage } = await readSide(tx, services, second);
  const facts = {
    ...{ sameNumberElsewhere: sameNumber, suspicions: sameNumber ? 0 : 1, graduatedSenior: false, stage },
  };
  const other = first.schoolId === second.schoolId ? school : (await readSide(tx, services, first)).school;
  const where = [school, other].map(({ placeCode }) => ({ placeCode, day: theCase.lawDay }));
  const all = where.flatMap((place) => services.law.ask('one-registration', place, facts).findings);
  const seen = new Map(all.map((finding) => [`${finding.ruleId}/${finding.chip}`, finding]));
  const findings = [...seen.values()].map((one) => ({ ...one, count: 1 }));
  const count = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).length;
  return {
    findings,
    red: count('REFUSE'),
    amber: count('DISCRETIONARY'),
    green: count('ALLOW'),
    note: BASIS_WORDS[basis],
    unsound: 0,
  };
}

/** 并非一人: nothing of either record changes; the trail of both tells it. */
async function upholdBoth({ tx, actor, theCase }: CaseContext): Promise<void> {
  const { first, second } = dataOf(theCase);
  await recordAll(
    tx,
    asAuditActor(actor),
    [first, second].map(({ id, path }) => ({
      action: 'UPHOLD_RECORD',
      subjectKind: 'STUDENT' as const,
      subjectId: id,
      path,
      detail: { case: theCase.number, both: true },
    })),
  );
}

/** The subject is the engine's to let go; the other student is ours. */
async function releaseOther({ tx, theCase }: CaseContext): Promise<void> {
  for (const subjectId of studentsOf(dataOf(theCase)).filter((id) => id !== theCase.subjectId)) {
    await releaseStudent(tx, { id: theCase.id, subjectId }).execute();
  }
}

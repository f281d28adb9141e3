/** 取消之法: whether the law of the place takes a place away on this ground; what it refuses entry for, it cancels for. */
import type { Services } from '../../../access/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { LawFinding } from '../../../policy/index.ts';
import { whereOf } from '../../registering/law-of-registration.ts';
import { type AskedEntry, askNoShow, askSeniorEntry } from '../check-in/ask-check-in.ts';
import { recordsBehind } from '../roll/entering/records-behind.store.ts';
import type { CancellationGround } from './cancellation.ts';

/** A child of compulsory age keeps its place whatever the ground (C16, C18). */
export async function askCancellation(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  asked: AskedEntry,
  ground: CancellationGround,
): Promise<LawFinding[]> {
  const { row } = asked;
  if (row.stage !== 'SENIOR' || ground === 'NO_SHOW') {
    const { findings } = askNoShow(services, asked, { act: 'GIVE_UP', contacts: 0 });
    return findings.length > 0 ? findings : [unsaid('规定没有因未报到取消入学资格的条款')];
  }
  if (ground === 'FRAUD') {
    const { findings } = askSeniorEntry(services, asked, { feesPaid: true, notice: true, fraud: true });
    return grounds(findings, '规定没有明列弄虚作假的处理');
  }
  const [record] = (await recordsBehind(tx, row.studentId ? [row.studentId] : [])).values();
  const finished = record?.finishedSenior === true;
  const elsewhere = record?.open?.stage === 'SENIOR' && record.open.schoolId !== row.schoolId;
  const { findings } = services.law.ask('one-registration', whereOf(asked.school, asked.day), {
    sameNumberElsewhere: ground === 'ELSEWHERE',
    suspicions: 0,
    graduatedSenior: ground === 'FINISHED',
    stage: row.stage,
  });
  const known = ground === 'FINISHED' ? finished : elsewhere;
  const said = grounds(findings, '规定没有明列这种情形');
  return known ? said : [...said, unsaid('学籍系统中没有查到，凭核查材料认定')];
}

/** What speaks against entry speaks for taking it back. */
function grounds(findings: readonly LawFinding[], otherwise: string): LawFinding[] {
  const against = findings.filter(({ verdict }) => verdict === 'REFUSE');
  return against.length > 0
    ? against.map(({ remedy: _, ...one }) => ({ ...one, verdict: 'ALLOW' as const }))
    : [unsaid(otherwise)];
}

/** Left to the authority, which writes why. */
const unsaid = (sentence: string): LawFinding => ({
  ruleId: 'entry-cancellation',
  verdict: 'DISCRETIONARY',
  force: 'PRINCIPLE',
  code: 'LEFT_TO_AUTHORITY',
  sentence: `${sentence}，由学籍主管部门酌定`,
  remedy: '写明认定的事实和依据',
  chip: '学籍主管部门',
  instrument: '学籍主管部门审查',
  clauses: [],
  facts: {},
});

/** 证书编号所需的学号: asked before anybody graduates, since only those in school are given a number. */
import { placeOf } from '../../changes/index.ts';
import { refuse } from '../../kernel/refusal.ts';
import { numbersInForce } from '../../numbering/index.ts';
import type { Stage } from '../../policy/index.ts';
import type { Asked, JudgedGraduand } from '../results/last-grade.ts';

const NAMED = 5;

/**
 * Where a text makes the student's number that of the certificate (S4-5.2), refuses LAW_REFUSES while somebody who
 * graduates has none.
 */
export async function refuseUnnumbered(
  { tx, law, school, day }: Asked,
  stage: Stage,
  all: readonly JudgedGraduand[],
): Promise<void> {
  if (stage === 'SENIOR') return; // the question is asked of compulsory education only
  const refusedAs = (numberIsStudentNumber: boolean) =>
    law
      .ask(
        'compulsory-certificate',
        { ...placeOf(school), day },
        { stage, issuedBy: 'REGISTERED', numberIsStudentNumber },
      )
      .findings.filter(({ verdict }) => verdict === 'REFUSE');
  const otherwise = refusedAs(true).map(({ code }) => code);
  const finding = refusedAs(false).find(({ code }) => !otherwise.includes(code));
  if (!finding) return;
  const graduating = all.filter(({ judged }) => judged.outcome === 'GRADUATED');
  const held = await numbersInForce(
    tx,
    graduating.map(({ studentId }) => studentId),
  );
  const without = graduating.filter(({ studentId }) => !held.get(studentId)?.some(({ kind }) => kind === 'SCHOOL'));
  if (without.length === 0) return;
  const names = without.slice(0, NAMED).map(({ name }) => name);
  const whose = `${names.join('、')}${without.length > NAMED ? `等${without.length}人` : ''}`;
  const sentence = `${whose}还没有校内学号，毕业证书编号须与学号一致（${finding.chip}）。先编校内学号，再上报毕业`;
  throw refuse('LAW_REFUSES', { sentence });
}

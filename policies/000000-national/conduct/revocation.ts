/** 撤销处分: a text under which discipline is revoked once the student has made progress. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, type Citation, deny, fixed, rule, step, worded } from '../../../src/policy/index.ts';
import { DISCIPLINES, type Discipline } from '../../../src/policy/questions/conduct.ts';

const OUT_OF_FILE = '处分决定和有关材料从学生学籍档案中撤出';
const KEPT = '处分决定、撤销处分决定和有关材料由学籍注册学校存档';

const reformed = { stage: 'SENIOR', kind: 'DEMERIT', progress: true, givenOn: civilDate('2026-03-02') } as const;

/** The papers leave the student's file and stay with the school that registered the student. */
export const revocation = (basis: Citation, revocable: readonly Discipline[]) =>
  rule('discipline-revocation')({
    id: 'discipline-revocation',
    title: '撤销处分',
    basis,
    force: 'MUST',
    parameters: { revocable: worded(fixed(revocable, 'NEVER', '可撤销的处分'), DISCIPLINES) },
    decide: ({ kind, progress }, law) => {
      const facts = { words: DISCIPLINES[kind] };
      if (!law.revocable.includes(kind)) return deny('NOT_REVOCABLE', facts);
      return progress ? allow('TO_BE_REVOKED', facts) : deny('NO_PROGRESS', facts);
    },
    requires: ({ kind, progress }, law) =>
      progress && law.revocable.includes(kind) ? [step('SCHOOL', OUT_OF_FILE), step('SCHOOL', KEPT)] : [],
    sentences: {
      TO_BE_REVOKED: '已认识错误并有明显进步，应及时撤销{words}处分',
      NO_PROGRESS: '尚未深刻认识错误、确有明显进步，不撤销{words}处分',
      NOT_REVOCABLE: '{words}不属于可撤销的处分',
    },
    remedies: {
      NO_PROGRESS: '继续教育，确有明显进步后再办',
      NOT_REVOCABLE: '学生不服的，向学籍主管部门申诉',
    },
    examples: [
      { name: 'a demerit after progress', facts: reformed, expect: 'TO_BE_REVOKED', requires: [OUT_OF_FILE, KEPT] },
      { name: 'no progress yet', facts: { ...reformed, progress: false }, expect: 'NO_PROGRESS', requires: [] },
      { name: 'expulsion', facts: { ...reformed, kind: 'EXPULSION' }, expect: 'NOT_REVOCABLE', requires: [] },
    ],
  });

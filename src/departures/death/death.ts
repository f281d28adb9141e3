/** 死亡注销: the school reports a death with its proof; the registration ends, record and archive stay. */
import { type AnyChangeKind, asked, changeKind, LEFT, onlyWhen } from '../../changes/index.ts';
import { departureQuestions } from '../../policy/questions/departure.ts';
import { text } from '../../policy/questions/fact.ts';
import { endRegistration } from '../../students/index.ts';

const { facts } = departureQuestions.death;

/** Whatever the registration is: a dead child is registered nowhere. */
const FROM = ['ENROLLED', 'ON_LEAVE', 'ABROAD', 'DROPPED_OUT', 'MISSING'];

export const death: AnyChangeKind = changeKind({
  kind: 'DEATH',
  staysOpen: true,
  tables: 'death',
  title: '死亡注销',
  prefix: 'SW',
  purpose: '学生死亡，学校持证明报请注销学籍',
  form: {
    diedOn: asked(facts.diedOn, { past: true }),
    hasProof: asked(facts.hasProof, { hint: '死亡证明或户口注销证明，在办件中上传' }),
    proof: onlyWhen(text('证明的名称和出具单位'), 'hasProof', ['true']),
  },
  unfit: ({ state }) => (state === LEFT ? '此学生已不在籍，学籍无须再注销' : undefined),
  contradiction: ({ form: { diedOn }, standing: { bornOn } }) =>
    diedOn < bornOn ? `死亡日期早于出生日期${bornOn}，请核对证明` : undefined,
  ask: (law, where, { form: { diedOn, hasProof } }) => law.ask('death', where, { diedOn, hasProof }),
  complete: ({ tx, studentId, caseId, on }) =>
    endRegistration(tx, { studentId, caseId, on, from: FROM, reason: 'DECEASED' }),
  after: { role: '学籍终止', fact: '办结即注销学籍、离开班级，学籍档案保留' },
});

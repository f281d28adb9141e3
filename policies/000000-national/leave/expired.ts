/** 休学期满未复学: what follows when a leave has run out and the school's urging had no effect. */
import { addDays, civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, type Citation, deny, type PartyName, rule, silent, step, weigh } from '../../../src/policy/index.ts';
import { dayWords } from '../../wording.ts';

const endsOn = civilDate('2026-09-09');
const away = { stage: 'JUNIOR', endsOn, extensionRequested: false } as const;

export interface Expired {
  basis: Citation;
  /** As the finding says it: 按旷课处理. */
  consequence: string;
  /** Who acts afterwards, and how. */
  afterwards?: { by: PartyName; what: string };
}

/** The rule for the text that makes the school urge the return. Who has asked to stay away longer is not urged. */
export const leaveExpired = ({ basis, consequence, afterwards }: Expired) =>
  rule('leave-expired')({
    id: 'leave-expired',
    title: '休学期满未复学',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ endsOn, extensionRequested, urgedOn }, _law, at) => {
      if (extensionRequested) return allow('EXTENSION_REQUESTED');
      if (at.day <= endsOn) return silent;
      const facts = { ended: dayWords(endsOn, at.day), consequence };
      return urgedOn ? deny('URGED_IN_VAIN', facts) : weigh('TO_BE_URGED', facts);
    },
    requires: ({ endsOn, extensionRequested, urgedOn }, _law, at) => {
      if (extensionRequested || at.day <= endsOn) return [];
      return [
        step('SCHOOL', '督促学生复学并留下记录'),
        ...(urgedOn && afterwards ? [step(afterwards.by, afterwards.what)] : []),
      ];
    },
    sentences: {
      EXTENSION_REQUESTED: '已申请继续休学，按延长休学办理',
      TO_BE_URGED: '休学{ended}期满，未复学也未申请继续休学，学校应督促复学',
      URGED_IN_VAIN: '休学{ended}期满，督促无效，{consequence}',
    },
    remedies: {
      TO_BE_URGED: '学校督促复学；仍不能复学的，补办继续休学手续',
      URGED_IN_VAIN: '监护人送学生复学；确不能到校的，附证明补办继续休学手续',
    },
    examples: [
      { name: 'on the last day', facts: { ...away, endsOn: addDays(endsOn, 1) }, expect: 'NONE', requires: [] },
      { name: 'a day later', facts: away, expect: 'TO_BE_URGED', requires: ['督促学生复学并留下记录'] },
      {
        name: 'urged in vain',
        facts: { ...away, urgedOn: endsOn },
        expect: 'URGED_IN_VAIN',
        requires: ['督促学生复学并留下记录', ...(afterwards ? [afterwards.what] : [])],
      },
      { name: 'more leave asked for', facts: { ...away, extensionRequested: true }, expect: 'EXTENSION_REQUESTED' },
    ],
  });

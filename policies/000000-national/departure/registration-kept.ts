/** 辍学保留学籍: a text by which the registration of a dropout is kept through the compulsory years. */
import { allow, type Citation, deny, fixed, type PartyName, rule, silent, step } from '../../../src/policy/index.ts';

const kept = { stage: 'JUNIOR', act: 'KEEP', pastCompulsory: false, migrant: false } as const;
const HAND_OVER = '每学期末将电子学籍档案转交户籍所在地学籍主管部门，对方要求的附纸质档案';

/** The rule for the text that says so; `handsOver` where it also sends the file of a migrant child home at term end. */
export const registrationKept = (basis: Citation, { handsOver }: { handsOver: boolean }) =>
  rule('dropout-registration')({
    id: 'registration-kept',
    title: '辍学学生保留学籍',
    basis,
    force: 'MUST',
    parameters: {
      handsOver: fixed<readonly PartyName[]>(handsOver ? ['AUTHORITY'] : [], 'NEVER', '随迁子女辍学的，转交学籍档案'),
    },
    decide: ({ stage, act, pastCompulsory }) => {
      if (stage === 'SENIOR' || pastCompulsory) return silent;
      return act === 'CANCEL' ? deny('MAY_NOT_CANCEL') : allow();
    },
    requires: ({ stage, act, pastCompulsory, migrant }, law) => {
      if (stage === 'SENIOR' || pastCompulsory || !migrant || act !== 'KEEP') return [];
      return law.handsOver.map((by) => step(by, HAND_OVER));
    },
    sentences: {
      COMPLIES: '义务教育年限内保留学籍，由学籍系统管理',
      MAY_NOT_CANCEL: '义务教育年限内不得注销辍学学生的学籍',
    },
    remedies: { MAY_NOT_CANCEL: '登记为辍学并保留学籍，继续劝返；到外地就读的，由就读学校发起转学' },
    examples: [
      { name: 'kept', facts: kept, expect: 'COMPLIES', requires: [] },
      {
        name: 'a migrant child',
        facts: { ...kept, migrant: true },
        expect: 'COMPLIES',
        requires: handsOver ? [HAND_OVER] : [],
      },
      {
        name: 'a migrant child who comes back',
        facts: { ...kept, migrant: true, act: 'RETURN' },
        expect: 'COMPLIES',
        requires: [],
      },
      { name: 'cancelled', facts: { ...kept, act: 'CANCEL' }, expect: 'MAY_NOT_CANCEL' },
      { name: 'past the compulsory years', facts: { ...kept, act: 'CANCEL', pastCompulsory: true }, expect: 'NONE' },
      { name: 'senior is no question', facts: { ...kept, stage: 'SENIOR' }, expect: 'NONE' },
    ],
  });

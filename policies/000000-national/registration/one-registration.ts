/** 一人一籍: what the duplicate check of school and authority found. */
import { allow, cite, deny, fixed, rule, weigh } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const clean = { sameNumberElsewhere: false, suspicions: 0, graduatedSenior: false, stage: 'PRIMARY' } as const;

/** The same number is a second registration; a likeness is only a doubt, which somebody must look into. */
export const oneRegistration = rule('one-registration')({
  id: 'one-registration',
  title: '一人一籍',
  basis: cite(measures, '第六条', 'MOE-6.2', 'MOE-6.3', 'MOE-6.4'),
  force: 'MUST',
  parameters: {
    live: fixed(1, 'SMALLER', '一人同时可有的学籍', '个'),
  },
  decide: ({ sameNumberElsewhere, suspicions }, law) => {
    if ((sameNumberElsewhere ? 2 : 1) > law.live) return deny('HAS_REGISTRATION');
    return suspicions > 0 ? weigh('MAY_BE_SAME_PERSON', { suspicions }) : allow();
  },
  sentences: {
    COMPLIES: '查重：一人一籍，无疑似重复',
    HAS_REGISTRATION: '此证件号已有学籍，不得重复建立学籍',
    MAY_BE_SAME_PERSON: '与{suspicions}名学生疑似同一人，须查实',
  },
  remedies: {
    HAS_REGISTRATION: '到本校就读的，由本校发起转学',
    MAY_BE_SAME_PERSON: '对照户口簿和照片查实：同一人的办转学，不是同一人的附佐证',
  },
  examples: [
    { name: 'nothing found', facts: clean, expect: 'COMPLIES' },
    {
      name: 'the same number at another school',
      facts: { ...clean, sameNumberElsewhere: true },
      expect: 'HAS_REGISTRATION',
    },
    { name: 'one child much alike', facts: { ...clean, suspicions: 1 }, expect: 'MAY_BE_SAME_PERSON' },
    {
      name: 'the same number weighs more than a likeness',
      facts: { ...clean, sameNumberElsewhere: true, suspicions: 2 },
      expect: 'HAS_REGISTRATION',
    },
  ],
});

/** 拒收理由: with which reasons may a school refuse a child of compulsory age? */
import {
  allow,
  cite,
  deny,
  fixed,
  REFUSAL_REASONS,
  type RefusalReason,
  rule,
  silent,
  worded,
} from '../../../src/policy/index.ts';
import { compulsoryEducationLaw, measures } from '../instruments.ts';

const refusal = {
  stage: 'JUNIOR',
  matter: 'TRANSFER',
  reason: 'TEST_FAILED',
  entitled: false,
  arranged: false,
} as const;

const ABOUT_REGISTRATION: readonly RefusalReason[] = [
  ...(['NOT_REGISTERED', 'NOT_ARRIVED', 'WAS_ON_LEAVE', 'PAPERS_OR_FILE_MISSING'] as const),
];

/** Entry is without examination: what a school tests, looks at or tries out is no reason, and no reason is none. */
export const lawfulRefusal = rule('transfer-refusal')({
  id: 'lawful-refusal',
  title: '拒收须有法定理由',
  basis: cite(compulsoryEducationLaw, '第十二条', 'MOE-1.1'),
  force: 'MUST',
  parameters: {
    reasons: worded(
      fixed<readonly RefusalReason[]>(['CONDITIONS_NOT_MET', 'PLAN_FULL', 'CLASS_FULL'], 'SUBSET', '可以拒收的理由'),
      REFUSAL_REASONS,
    ),
  },
  decide: ({ stage, matter, reason }, law) => {
    if (ABOUT_REGISTRATION.includes(reason)) return silent;
    const facts = { words: REFUSAL_REASONS[reason] };
    const lawful = law.reasons.includes(reason);
    if (reason === 'PLAN_FULL' && matter === 'TRANSFER') return deny('PLAN_IS_FOR_ENTRANTS');
    if (lawful) return allow('COMPLIES', facts);
    if (reason === 'UNSTATED') return deny('UNSTATED');
    return stage === 'SENIOR' ? silent : deny('NO_REASON', facts);
  },
  sentences: {
    COMPLIES: '以“{words}”拒收须书面说明，并报主管部门安排就读',
    UNSTATED: '不得无故拒收',
    PLAN_IS_FOR_ENTRANTS: '招生计划只管新生入学，不是拒收转学学生的理由',
    NO_REASON: '义务教育免试就近入学，“{words}”不是拒收的理由',
  },
  remedies: {
    PLAN_IS_FOR_ENTRANTS: '班额未满的，接收就读；班额已满的，按班额已满报主管部门安排',
    UNSTATED: '写明理由和所依条款；没有法定理由的，接收就读',
    NO_REASON: '接收就读，并在学籍系统发起转学',
  },
  examples: [
    { name: 'the class group is full', facts: { ...refusal, reason: 'CLASS_FULL' }, expect: 'COMPLIES' },
    {
      name: 'the plan is full for an entrant',
      facts: { ...refusal, matter: 'ENTRY', reason: 'PLAN_FULL' },
      expect: 'COMPLIES',
    },
    {
      name: 'the plan is full for a transfer',
      facts: { ...refusal, reason: 'PLAN_FULL' },
      expect: 'PLAN_IS_FOR_ENTRANTS',
    },
    { name: 'an examination was failed', facts: refusal, expect: 'NO_REASON' },
    { name: 'conduct', facts: { ...refusal, reason: 'CONDUCT' }, expect: 'NO_REASON' },
    { name: 'a senior school has its own entry', facts: { ...refusal, stage: 'SENIOR' }, expect: 'NONE' },
    { name: 'no reason', facts: { ...refusal, stage: 'SENIOR', reason: 'UNSTATED' }, expect: 'UNSTATED' },
    { name: 'a reason about the registration', facts: { ...refusal, reason: 'NOT_ARRIVED' }, expect: 'NONE' },
  ],
});

/** The registration follows the child, after entry: nothing that is amiss with it keeps a child out. */
export const refusalForRegistration = rule('transfer-refusal')({
  id: 'refusal-for-registration',
  title: '不得以学籍问题拒收',
  basis: cite(measures, '第六条', 'MOE-6.4', 'MOE-7.1'),
  force: 'MUST',
  parameters: {
    reasons: worded(fixed<readonly RefusalReason[]>([], 'SUBSET', '可以拒收的学籍或档案情形'), REFUSAL_REASONS),
  },
  decide: ({ reason }, law) => {
    if (!ABOUT_REGISTRATION.includes(reason)) return silent;
    const facts = { words: REFUSAL_REASONS[reason] };
    return law.reasons.includes(reason) ? allow('COMPLIES', facts) : deny('NO_REASON', facts);
  },
  sentences: {
    COMPLIES: '本地规定“{words}”可以拒收',
    NO_REASON: '籍随人走，学籍是入学的结果，“{words}”不是拒收的理由',
  },
  remedies: { NO_REASON: '接收就读，由本校发起转学或新建学籍，限期办结' },
  examples: [
    { name: 'the registration has not arrived', facts: { ...refusal, reason: 'NOT_ARRIVED' }, expect: 'NO_REASON' },
    { name: 'once on leave', facts: { ...refusal, reason: 'WAS_ON_LEAVE' }, expect: 'NO_REASON' },
    {
      name: 'where a text were to allow it',
      with: { reasons: ['PAPERS_OR_FILE_MISSING'] },
      facts: { ...refusal, reason: 'PAPERS_OR_FILE_MISSING' },
      expect: 'COMPLIES',
    },
    { name: 'another reason', facts: refusal, expect: 'NONE' },
  ],
});

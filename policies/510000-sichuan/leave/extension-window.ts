/** 继续休学的申请: within the two weeks before the leave ends. */
import { addDays, civilDate, daysBetween } from '../../../src/kernel/civil-date.ts';
import { allow, cite, deny, fixed, rule, weigh } from '../../../src/policy/index.ts';
import { dayWords } from '../../wording.ts';
import { measures } from '../instruments.ts';

const asked = {
  stage: 'JUNIOR',
  reason: 'ILLNESS',
  beganOn: civilDate('2026-09-24'),
  endsOn: civilDate('2027-09-24'),
  until: civilDate('2028-09-24'),
} as const;

/** Who asks after the end has not lost the leave: the school has to urge first, and somebody weighs the delay. */
export const extensionWindow = rule('leave-extension')({
  id: 'leave-extension-window',
  title: '继续休学的申请时间',
  basis: cite(measures, '第二十六条', 'SC-26.6'),
  force: 'MUST',
  parameters: { days: fixed(14, 'NEVER', '期满前可申请继续休学', '天') },
  decide: ({ endsOn }, law, at) => {
    const opens = addDays(endsOn, -law.days);
    const facts = { opens: dayWords(opens, at.day), ends: dayWords(endsOn, at.day), late: daysBetween(endsOn, at.day) };
    if (at.day < opens) return deny('TOO_EARLY', facts);
    return at.day > endsOn ? weigh('TOO_LATE', facts) : allow('COMPLIES', facts);
  },
  sentences: {
    COMPLIES: '在期满前{days}天内申请，{ends}期满',
    TOO_EARLY: '继续休学应在期满前{days}天内申请，自{opens}起',
    TOO_LATE: '继续休学应在期满前申请，{ends}已期满，已晚{late}天',
  },
  remedies: {
    TOO_EARLY: '自{opens}起凭当时的诊断证明申请',
    TOO_LATE: '写明迟报原因，附诊断证明；不再休学的，及时申请复学',
  },
  examples: [
    { name: 'on the first day', on: civilDate('2027-09-10'), facts: asked, expect: 'COMPLIES' },
    { name: 'a day before it', on: civilDate('2027-09-09'), facts: asked, expect: 'TOO_EARLY' },
    { name: 'on the last day', on: civilDate('2027-09-24'), facts: asked, expect: 'COMPLIES' },
    { name: 'a day after it', on: civilDate('2027-09-25'), facts: asked, expect: 'TOO_LATE' },
  ],
});

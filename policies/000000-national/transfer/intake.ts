/** 籍随人走: may a child whose registration is at another school sit in a class group here? */
import { allow, cite, deny, fixed, rule, worded } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const EXCEPTIONS = { INCLUSIVE: '随班就读', SPECIAL_SCHOOL: '特殊教育学校', WORK_STUDY: '工读学校' } as const;
export type IntakeException = keyof typeof EXCEPTIONS;

const elsewhere = { registeredElsewhere: true, transfer: 'NONE', guestStudyApproved: false } as const;

/**
 * The child sits and the registration follows within its time limits: a transfer that is opened is enough, for a
 * registration is no condition of study. Three kinds of school need none, and approved guest study leaves it where it is.
 */
export const intake = rule('intake')({
  id: 'intake',
  title: '籍随人走',
  basis: cite(measures, '第六条', 'MOE-6.5', 'MOE-6.4'),
  force: 'MUST',
  parameters: {
    exceptions: worded(
      fixed<readonly IntakeException[]>(
        ['INCLUSIVE', 'SPECIAL_SCHOOL', 'WORK_STUDY'],
        'SUBSET',
        '不办转学也可接收的情形',
      ),
      EXCEPTIONS,
    ),
  },
  decide: ({ registeredElsewhere, transfer, guestStudyApproved, exception }, law) => {
    const excepted = law.exceptions.find((one) => one === exception);
    if (!registeredElsewhere) return allow();
    if (transfer !== 'NONE') return allow('TRANSFER_RUNS');
    if (guestStudyApproved) return allow('GUEST_STUDY');
    return excepted ? allow('EXCEPTION', { which: EXCEPTIONS[excepted] }) : deny('NO_TRANSFER');
  },
  sentences: {
    COMPLIES: '学籍在本校',
    TRANSFER_RUNS: '转学已发起，先就读，学籍限期转来',
    GUEST_STUDY: '借读已经批准，学籍留在原校',
    EXCEPTION: '属{which}，可不转学籍接收',
    NO_TRANSFER: '学籍在别校，未办转学手续，不得接收就读',
  },
  remedies: { NO_TRANSFER: '由本校在学籍系统发起转学后就读；符合借读条件的，先办借读审批' },
  examples: [
    { name: 'registered here', facts: { ...elsewhere, registeredElsewhere: false }, expect: 'COMPLIES' },
    { name: 'the transfer is opened', facts: { ...elsewhere, transfer: 'OPENED' }, expect: 'TRANSFER_RUNS' },
    { name: 'guest study is approved', facts: { ...elsewhere, guestStudyApproved: true }, expect: 'GUEST_STUDY' },
    { name: 'inclusive study', facts: { ...elsewhere, exception: 'INCLUSIVE' }, expect: 'EXCEPTION' },
    {
      name: 'an exception that the place does not have',
      with: { exceptions: ['INCLUSIVE'] },
      facts: { ...elsewhere, exception: 'WORK_STUDY' },
      expect: 'NO_TRANSFER',
    },
    { name: 'nothing was done', facts: elsewhere, expect: 'NO_TRANSFER' },
  ],
});

/**
 * 证书办理: numbers for the certificates of a list of graduands, by the school itself or by the authority that the law of
 * the place has number them (SX-34.2, SX-36.2); and the academic proof for a lost one, through the hands that the law names
 * (SC-43.2, SX-38.2, S4-5.5). No text gives any of them a term.
 */
import { type Step, workflow } from '../../../../src/workflow/index.ts';
import { type ChangeMatter, changeThrough } from './change-chain.ts';

const KIND = {
  kind: 'CERTIFICATE_BATCH',
  title: '证书编号',
  start: 'PREPARING',
  ends: ['COMPLETED', 'WITHDRAWN'],
} as const;
const PREPARING = { words: '学校拟定', holder: 'school' } as const;
const ENDS = {
  COMPLETED: { words: '已编号', tone: 'DONE' },
  WITHDRAWN: { words: '已撤回', tone: 'NEUTRAL' },
} as const;
const WITHDRAW = { by: 'school', to: 'WITHDRAWN', label: '撤回' } as const;
const SCHOOL_ON_TRACK = { party: 'school', state: 'PREPARING', role: '学校' } as const;
const handIn: Step<'WITH_AUTHORITY'> = { by: 'school', to: 'WITH_AUTHORITY', label: '报请编号', twoPeople: true };

const ofSchool = workflow({
  ...KIND,
  id: 'certificates-school',
  clauses: ['S4-5.1', 'S4-5.2', 'SC-42.1', 'SX-37.1'],
  states: { PREPARING, ...ENDS },
  steps: {
    PREPARING: {
      SUBMIT: { by: 'school', to: 'COMPLETED', label: '编号', twoPeople: true, needsLaw: true },
      WITHDRAW,
    },
  },
  track: [SCHOOL_ON_TRACK],
});

const ofAuthority = workflow({
  ...KIND,
  id: 'certificates-authority',
  clauses: ['SX-34.2', 'SX-36.2', 'SC-41.2'],
  states: {
    PREPARING,
    RETURNED: { words: '退回核对', holder: 'school' },
    WITH_AUTHORITY: { words: '待编号机关核准', holder: 'authority' },
    ...ENDS,
  },
  steps: {
    PREPARING: { SUBMIT: handIn, WITHDRAW },
    RETURNED: { SUBMIT: handIn, WITHDRAW },
    WITH_AUTHORITY: {
      APPROVE: { by: 'authority', to: 'COMPLETED', label: '核准编号', twoPeople: true, needsLaw: true },
      RETURN: { by: 'authority', to: 'RETURNED', label: '退回核对', reason: 'required' },
      WITHDRAW: { ...WITHDRAW, onlyUntouched: true },
    },
  },
  track: [SCHOOL_ON_TRACK, { party: 'authority', state: 'WITH_AUTHORITY', role: '编号机关' }],
});

const ACADEMIC_PROOF: ChangeMatter = {
  ...{ kind: 'ACADEMIC_PROOF', id: 'academic-proof', title: '学历证明' },
  ...{ done: '已出具', refused: '不予出具', consent: '同意出具' },
};

export const certificateWorkflows = [
  ofSchool,
  ofAuthority,
  changeThrough(ACADEMIC_PROOF, 'school', ['S4-5.4', 'S4-5.5']),
  changeThrough(ACADEMIC_PROOF, 'authority', ['SX-38.2', 'SX-38.3']),
  changeThrough(ACADEMIC_PROOF, 'city', ['SC-43.2']),
];

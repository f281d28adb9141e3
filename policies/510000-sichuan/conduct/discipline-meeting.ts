/** 处分的决定: which meeting decides on discipline, and who is told. */
import { allow, cite, deny, fixed, paper, rule, step, worded } from '../../../src/policy/index.ts';
import { MEETINGS, type Meeting } from '../../../src/policy/questions/conduct.ts';
import { measures } from '../instruments.ts';

const MINUTES = '校务会或行政会议决定记录';
const NOTICE = '处分决定告知学生及其监护人';
const SERVED = '告知学生及其监护人的处分决定书（已签收）';

const decided = {
  stage: 'SENIOR',
  kind: 'DEMERIT',
  grounds: ['SCHOOL_RULES'],
  educated: true,
  level: 'SCHOOL',
  decidedBy: 'SCHOOL_AFFAIRS',
} as const;

export const disciplineMeeting = rule('discipline')({
  id: 'discipline-meeting',
  title: '处分须经会议决定',
  basis: cite(measures, '第三十八条', 'SC-38.1', 'SC-38.2'),
  force: 'MUST',
  parameters: {
    meetings: worded(
      fixed<readonly Meeting[]>(['SCHOOL_AFFAIRS', 'ADMINISTRATIVE'], 'SUBSET', '可决定处分的会议'),
      MEETINGS,
    ),
  },
  decide: ({ decidedBy }, law) => {
    const facts = { meetingWords: law.meetings.map((one) => MEETINGS[one]).join('或') };
    return decidedBy && law.meetings.includes(decidedBy) ? allow('COMPLIES', facts) : deny('NO_MEETING', facts);
  },
  requires: () => [paper('SCHOOL', MINUTES), paper('SCHOOL', SERVED), step('SCHOOL', NOTICE)],
  sentences: {
    COMPLIES: '处分已经{meetingWords}决定',
    NO_MEETING: '处分须经{meetingWords}决定',
  },
  remedies: { NO_MEETING: '提交{meetingWords}讨论，登记会议名称和日期后再办' },
  examples: [
    { name: 'school affairs', facts: decided, expect: 'COMPLIES', requires: [MINUTES, SERVED, NOTICE] },
    { name: 'administrative', facts: { ...decided, decidedBy: 'ADMINISTRATIVE' }, expect: 'COMPLIES' },
    { name: 'somebody else', facts: { ...decided, decidedBy: 'OTHER' }, expect: 'NO_MEETING' },
    {
      name: 'no meeting yet',
      facts: { stage: 'SENIOR', kind: 'DEMERIT', grounds: ['SCHOOL_RULES'], educated: true, level: 'SCHOOL' },
      expect: 'NO_MEETING',
    },
  ],
});

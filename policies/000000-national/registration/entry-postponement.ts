/** 延缓入学: may a child of entry age enter later, why, how much later, and who says so? */
import { APPROVERS, type Approver, allow, cite, deny, fixed, leftOpen, rule } from '../../../src/policy/index.ts';
import { compulsoryEducationLaw } from '../instruments.ts';

const countyAndAbove = { conditionsApprovers: ['COUNTY', 'CITY', 'PROVINCE'] } as const;

/** Two grounds, each with approvers of its own; only a lack of conditions has an end, at seven years of age. */
export const entryPostponement = rule('entry-postponement')({
  id: 'entry-postponement',
  title: '延缓入学',
  basis: cite(compulsoryEducationLaw, '第十一条', 'MOE-1.1'),
  force: 'MUST',
  parameters: {
    healthApprovers: fixed<readonly Approver[]>(['TOWNSHIP', 'COUNTY'], 'SUBSET', '因身体状况延缓入学的批准机关'),
    conditionsApprovers: leftOpen<readonly Approver[]>('SUBSET', '条件不具备推迟入学的批准机关'),
    conditionsYears: fixed(1, 'SMALLER', '条件不具备最多推迟', '年'),
  },
  decide: ({ reason, years, approvedBy }, law) => {
    if (reason === 'CONDITIONS' && years > law.conditionsYears) return deny('TOO_LONG');
    const approvers = reason === 'HEALTH' ? law.healthApprovers : law.conditionsApprovers;
    const facts = { approvers: approvers.map((approver) => APPROVERS[approver]).join('或') };
    return approvedBy && approvers.includes(approvedBy) ? allow('COMPLIES', facts) : deny('NOT_APPROVED', facts);
  },
  sentences: {
    COMPLIES: '延缓入学已经批准',
    NOT_APPROVED: '延缓入学须经{approvers}批准',
    TOO_LONG: '条件不具备的，最多推迟{conditionsYears}年，到七周岁',
  },
  remedies: {
    NOT_APPROVED: '由监护人申请，附批准文件；未批准的，按时入学',
    TOO_LONG: '按七周岁入学；因身体状况须再延缓的，由监护人另行申请',
  },
  examples: [
    {
      name: 'ill, the township has approved',
      facts: { reason: 'HEALTH', years: 1, approvedBy: 'TOWNSHIP' },
      expect: 'COMPLIES',
    },
    {
      name: 'ill for two years, the county has approved',
      facts: { reason: 'HEALTH', years: 2, approvedBy: 'COUNTY' },
      expect: 'COMPLIES',
    },
    { name: 'ill, nobody has approved', facts: { reason: 'HEALTH', years: 1 }, expect: 'NOT_APPROVED' },
    {
      name: 'conditions lacking, one year',
      with: countyAndAbove,
      facts: { reason: 'CONDITIONS', years: 1, approvedBy: 'COUNTY' },
      expect: 'COMPLIES',
    },
    {
      name: 'conditions lacking, two years',
      with: countyAndAbove,
      facts: { reason: 'CONDITIONS', years: 2, approvedBy: 'COUNTY' },
      expect: 'TOO_LONG',
    },
    {
      name: 'conditions lacking, only the township has approved',
      with: countyAndAbove,
      facts: { reason: 'CONDITIONS', years: 1, approvedBy: 'TOWNSHIP' },
      expect: 'NOT_APPROVED',
    },
    {
      name: 'conditions lacking where no text names who approves',
      facts: { reason: 'CONDITIONS', years: 1, approvedBy: 'COUNTY' },
      expect: 'PARAMETER_NOT_SET',
    },
  ],
});

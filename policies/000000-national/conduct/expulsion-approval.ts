/** 开除学籍的审批: a text that sends every expulsion to an authority before it takes effect. */
import {
  APPROVERS,
  type Approver,
  allow,
  type Citation,
  deny,
  fixed,
  type PartyName,
  rule,
  silent,
  step,
} from '../../../src/policy/index.ts';

interface Approval {
  approvers: readonly Approver[];
  /** Who is asked, and for what: 审查备案, 批准. */
  by: PartyName;
  what: string;
}

const expelled = {
  stage: 'SENIOR',
  kind: 'EXPULSION',
  grounds: ['SCHOOL_RULES'],
  educated: true,
  level: 'SCHOOL',
  decidedBy: 'SCHOOL_AFFAIRS',
} as const;

/** Expulsion in the compulsory stages is refused by the nation; nobody is asked for it. */
export function expulsionApproval(basis: Citation, { approvers, by, what }: Approval) {
  return rule('discipline')({
    id: 'expulsion-approval',
    title: `开除学籍的${what}`,
    basis,
    force: 'MUST',
    parameters: { approvers: fixed(approvers, 'SUBSET', `开除学籍的${what}机关`) },
    decide: ({ stage, kind, approvedBy }, law) => {
      if (stage !== 'SENIOR' || kind !== 'EXPULSION') return silent;
      const facts = { approverWords: law.approvers.map((one) => APPROVERS[one]).join('或'), what };
      return approvedBy && law.approvers.includes(approvedBy) ? allow('COMPLIES', facts) : deny('NOT_APPROVED', facts);
    },
    requires: ({ stage, kind }) => (stage === 'SENIOR' && kind === 'EXPULSION' ? [step(by, `开除学籍${what}`)] : []),
    sentences: {
      COMPLIES: '开除学籍已经{what}',
      NOT_APPROVED: '开除学籍须报{approverWords}{what}',
    },
    remedies: { NOT_APPROVED: '报{approverWords}{what}，附校内会议决定；办结前学籍保留' },
    examples: [
      {
        name: 'the city has decided',
        facts: { ...expelled, approvedBy: 'CITY' },
        expect: 'COMPLIES',
        requires: [`开除学籍${what}`],
      },
      { name: 'nobody has decided', facts: expelled, expect: 'NOT_APPROVED' },
      {
        name: 'only the county has decided',
        facts: { ...expelled, approvedBy: 'COUNTY' },
        expect: approvers.includes('COUNTY') ? 'COMPLIES' : 'NOT_APPROVED',
      },
      { name: 'the township has no say', facts: { ...expelled, approvedBy: 'TOWNSHIP' }, expect: 'NOT_APPROVED' },
      { name: 'a lighter kind', facts: { ...expelled, kind: 'PROBATION' }, expect: 'NONE', requires: [] },
      { name: 'compulsory stages', facts: { ...expelled, stage: 'JUNIOR' }, expect: 'NONE', requires: [] },
    ],
  });
}

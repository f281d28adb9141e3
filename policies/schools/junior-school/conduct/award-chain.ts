/** 学校文本 篇三 奖励审批: who reviews and who approves an award, by its kind. */
import {
  allow,
  type Citation,
  deny,
  fixed,
  type PartyName,
  rule,
  silent,
  step,
  worded,
} from '../../../../src/policy/index.ts';
import {
  AWARD_APPROVERS,
  AWARD_REVIEWERS,
  type Award,
  type AwardApprover,
  type AwardReviewer,
} from '../../../../src/policy/questions/conduct.ts';

const academic = {
  stage: 'JUNIOR',
  category: 'ACADEMIC',
  level: 'SCHOOL',
  proposedByTeacher: true,
  reviewedBy: 'ACADEMIC_OFFICE',
  approvedBy: 'TEACHING_HEAD',
} as const;
const title = { ...academic, category: 'TITLE', reviewedBy: 'MORAL_OFFICE', approvedBy: 'MORAL_HEAD' } as const;
const activity = { ...title, category: 'ACTIVITY', reviewedBy: 'YOUTH_LEAGUE' } as const;

/** Whose turn it is; the youth league is the school's. */
const PARTY: Record<AwardReviewer, PartyName> = {
  ACADEMIC_OFFICE: 'ACADEMIC_OFFICE',
  MORAL_OFFICE: 'MORAL_OFFICE',
  YOUTH_LEAGUE: 'SCHOOL',
};

/** One rule for each kind of award, each with a clause of its own. */
const CHAINS: Record<Award, { id: string; words: string; reviewer: AwardReviewer; approver: AwardApprover }> = {
  ACADEMIC: { id: 'academic-award-chain', words: '学科类奖励', reviewer: 'ACADEMIC_OFFICE', approver: 'TEACHING_HEAD' },
  TITLE: { id: 'title-award-chain', words: '荣誉称号', reviewer: 'MORAL_OFFICE', approver: 'MORAL_HEAD' },
  ACTIVITY: { id: 'activity-award-chain', words: '活动类奖励', reviewer: 'YOUTH_LEAGUE', approver: 'MORAL_HEAD' },
};
const SOUND = { ACADEMIC: academic, TITLE: title, ACTIVITY: activity };

export function awardChain(category: Award, basis: Citation) {
  const { id, words, reviewer, approver } = CHAINS[category];
  const sound = SOUND[category];
  const other = category === 'ACADEMIC' ? title : academic;
  const steps = ['班主任或有关教师提出', `${AWARD_REVIEWERS[reviewer]}审核`, `${AWARD_APPROVERS[approver]}批准`];
  return rule('award')({
    id,
    title: `${words}的审批`,
    basis,
    force: 'MUST',
    parameters: {
      reviewer: worded(fixed<AwardReviewer>(reviewer, 'ONCE', `${words}的审核部门`), AWARD_REVIEWERS),
      approver: worded(fixed<AwardApprover>(approver, 'ONCE', `${words}的批准人`), AWARD_APPROVERS),
    },
    decide: (given, law) => {
      if (given.category !== category) return silent;
      const facts = { words, by: AWARD_REVIEWERS[law.reviewer], head: AWARD_APPROVERS[law.approver] };
      if (given.proposedByTeacher === false) return deny('NOT_PROPOSED', facts);
      if (given.reviewedBy !== law.reviewer) return deny('NOT_REVIEWED', facts);
      return given.approvedBy === law.approver ? allow('COMPLIES', facts) : deny('NOT_APPROVED', facts);
    },
    requires: (given, law) =>
      given.category === category
        ? [
            step('CLASS_TEACHER', '班主任或有关教师提出'),
            step(PARTY[law.reviewer], `${AWARD_REVIEWERS[law.reviewer]}审核`),
            step('VICE_PRINCIPAL', `${AWARD_APPROVERS[law.approver]}批准`),
          ]
        : [],
    sentences: {
      COMPLIES: '{words}已由{by}审核、{head}批准',
      NOT_PROPOSED: '{words}由班主任或有关教师提出',
      NOT_REVIEWED: '{words}须先经{by}审核',
      NOT_APPROVED: '{words}须经{head}批准',
    },
    remedies: {
      NOT_PROPOSED: '请班主任或有关教师提出后再报',
      NOT_REVIEWED: '报{by}审核，再由{head}批准',
      NOT_APPROVED: '报{head}批准后生效',
    },
    examples: [
      { name: 'the whole way', facts: sound, expect: 'COMPLIES', requires: steps },
      { name: 'not proposed by a teacher', facts: { ...sound, proposedByTeacher: false }, expect: 'NOT_PROPOSED' },
      { name: 'reviewed elsewhere', facts: { ...sound, reviewedBy: other.reviewedBy }, expect: 'NOT_REVIEWED' },
      {
        name: 'approved by the other head',
        facts: { ...sound, approvedBy: approver === 'MORAL_HEAD' ? 'TEACHING_HEAD' : 'MORAL_HEAD' },
        expect: 'NOT_APPROVED',
      },
      { name: 'another kind of award', facts: other, expect: 'NONE', requires: [] },
    ],
  });
}

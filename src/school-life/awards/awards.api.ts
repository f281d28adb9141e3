/** 奖励接口形状. */
import { z } from 'zod';
import { shownPaperShape } from '../shown-papers/shown-papers.api.ts';

const awardFields = {
  category: z.enum(['ACADEMIC', 'TITLE', 'ACTIVITY']),
  level: z.enum(['CLASS', 'SCHOOL', 'ABOVE_SCHOOL']),
  title: z.string().trim().min(2, '请填写奖励名称').max(60),
  givenOn: z.iso.date('请填写颁奖日期'),
  giver: z.string().trim().min(2, '请填写颁发单位').max(60),
};
export const proposalShape = z.object({
  studentIds: z.array(z.uuid()).min(1, '请先选择学生').max(200, '一次最多200名学生'),
  ...awardFields,
});
/** 整班提出: each row its own award of one student. */
export const awardRowsShape = z.object({
  awards: z
    .array(z.object({ studentId: z.uuid(), ...awardFields }))
    .min(1, '请先填写奖励')
    .max(200),
});
export type AwardRows = z.infer<typeof awardRowsShape>;
export type AwardProposal = z.infer<typeof proposalShape>;

export const decisionShape = z.object({
  ids: z.array(z.uuid()).min(1, '请先选择奖励').max(200),
  grant: z.boolean(),
  reviewedBy: z.enum(['ACADEMIC_OFFICE', 'MORAL_OFFICE', 'YOUTH_LEAGUE']).optional(),
  approvedBy: z.enum(['TEACHING_HEAD', 'MORAL_HEAD']).optional(),
  reason: z.string().trim().max(200).optional(),
});
export type AwardsDecision = z.infer<typeof decisionShape>;

const shownShape = z.object({
  id: z.uuid(),
  studentId: z.uuid(),
  name: z.string(),
  classGroupName: z.string(),
  category: z.string(),
  levelWords: z.string(),
  title: z.string(),
  givenOn: z.string(),
  giver: z.string(),
  state: z.enum(['PROPOSED', 'GRANTED', 'DECLINED', 'CANCELLED']),
  stateWords: z.string(),
  enteredByName: z.string(),
  decidedByName: z.string().nullable(),
  decisionReason: z.string().nullable(),
  filed: z.boolean().nullable().describe('按规定记入学籍档案'),
  papers: z.array(shownPaperShape),
});

export const awardsShape = z.object({
  schoolYear: z.number().int(),
  items: z.array(shownShape),
  /** 毕业生荣誉: who has earned what the law of the school gives its graduates. */
  honours: z.array(
    z.object({
      studentId: z.uuid(),
      name: z.string(),
      years: z.number().int(),
      sentence: z.string(),
      chip: z.string(),
    }),
  ),
});
export type AwardList = z.infer<typeof awardsShape>;

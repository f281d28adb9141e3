/** 休学复学接口形状: what is answered; what is filled in stands in leave-form.ts. */
import { z } from 'zod';
import type { ShownPreview } from '../changes/index.ts';

const grade = z.number().int().min(1).max(12);
const choices = z.array(z.object({ code: z.string(), words: z.string() }));
const findingShape = z.object({
  ruleId: z.string(),
  code: z.string(),
  verdict: z.enum(['ALLOW', 'DISCRETIONARY', 'REFUSE']),
  sentence: z.string(),
  remedy: z.string().nullable(),
  chip: z.string(),
});

const runningShape = z.object({
  reasonWords: z.string(),
  beganOn: z.string(),
  endsOn: z.string(),
  gradeBefore: grade,
});

export const standingShape = z.object({
  studentId: z.uuid(),
  name: z.string(),
  genderWords: z.string(),
  numberMasked: z.string(),
  gradeWords: z.string(),
  stateWords: z.string(),
  onLeave: z.boolean(),
  running: runningShape.nullable(),
  grades: z.array(z.object({ grade, words: z.string() })).describe('本校此学段的年级'),
  choices: z.object({ reasons: choices, hospitals: choices, hospitalPapers: choices, otherProofs: choices }),
});

export const onLeaveShape = z.object({
  studentId: z.uuid(),
  name: z.string(),
  gradeWords: z.string(),
  schoolName: z.string(),
  reasonWords: z.string(),
  beganOn: z.string(),
  endsOn: z.string(),
  daysLeft: z.number().int().describe('距期满天数；负数为已过期满日'),
  urgedOn: z.string().nullable().describe('学校督促复学的日期'),
  caseId: z.uuid().describe('据以休学的办件'),
  openCaseId: z.uuid().nullable().describe('正在办理的延长休学或复学'),
  returnsOn: z.string().nullable().describe('已同意复学的，复学日期；到日自动生效'),
  reportTo: z.string().nullable().describe('督促无效须书面报告的对象；尚不须报告或已报告的为空'),
  report: z
    .object({
      to: z.string(),
      on: z.string(),
      says: z.string(),
      receipt: z
        .object({ on: z.string(), number: z.string().optional(), says: z.string(), institutionName: z.string() })
        .nullable(),
    })
    .nullable()
    .describe('书面报告及其回执'),
  findings: z.array(findingShape).describe('期满未复学的后果'),
});

export const onLeavePageShape = z.object({
  today: z.string(),
  total: z.number().int(),
  ending: z.number().int().describe('三十天内期满'),
  ended: z.number().int().describe('已期满未复学'),
  items: z.array(onLeaveShape),
});

export type LeavePreview = ShownPreview;
export type LeaveStanding = z.infer<typeof standingShape>;
export type OnLeave = z.infer<typeof onLeaveShape>;
export type OnLeavePage = z.infer<typeof onLeavePageShape>;

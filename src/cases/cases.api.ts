/** 办件接口形状: what the workbench and the case page are told. */
import { z } from 'zod';
import { offlineViewShape } from './engine/offline/offline.api.ts';

export const clockShape = z.object({
  dueOn: z.string(),
  termDays: z.number().int(),
  daysLeft: z.number().int().describe('还剩工作日；负数为逾期'),
  tone: z.enum(['BLUE', 'AMBER', 'RED']),
  oddDays: z.array(z.object({ day: z.string(), worked: z.boolean() })),
  stands: z
    .array(z.object({ title: z.string(), firstOn: z.string(), lastOn: z.string() }))
    .optional()
    .describe('不计入时限的停办期、故障期；没有的不写'),
});

export const workItemShape = z.object({
  caseId: z.uuid(),
  number: z.string(),
  kind: z.string(),
  kindTitle: z.string(),
  title: z.string(),
  schoolName: z.string(),
  state: z.string(),
  stateWords: z.string(),
  pendingLabel: z.string().nullable().describe('待签署的经办意见'),
  holderName: z.string(),
  startedOn: z.string(),
  clock: clockShape.nullable().describe('无时限，或日历未公布'),
  remindedOn: z.string().nullable().describe('上级最近催办的日子'),
  receivedOn: z.string().nullable().describe('脱机受理的实际受理日'),
  red: z.number().int(),
  amber: z.number().int(),
  green: z.number().int(),
  note: z.string().nullable(),
});

export const workbenchShape = z.object({
  today: z.string(),
  mine: z.object({ total: z.number().int(), items: z.array(workItemShape) }),
  others: z.object({ total: z.number().int(), items: z.array(workItemShape) }),
  handedUp: z.object({ total: z.number().int(), items: z.array(workItemShape) }).describe('下级逾期、报本级督办的'),
  figures: z.object({
    mine: z.number().int(),
    overdue: z.number().int(),
    dueToday: z.number().int(),
    dueSoon: z.number().int().describe('时限已用七成，尚未逾期'),
    clean: z.number().int(),
    others: z.number().int(),
  }),
});

export const findingShape = z.object({
  ruleId: z.string(),
  verdict: z.enum(['ALLOW', 'DISCRETIONARY', 'REFUSE']),
  force: z.enum(['MUST', 'PRINCIPLE', 'MAY']),
  code: z.string(),
  sentence: z.string(),
  remedy: z.string().optional(),
  chip: z.string(),
  instrument: z.string(),
  clauses: z.array(z.string()).readonly(),
  count: z.number().int(),
  side: z.enum(['SENDING', 'RECEIVING']).optional().describe('转学时为哪一方的规定；两方相同的不写'),
});

export const trackNodeShape = z.object({
  party: z.string(),
  role: z.string(),
  institutionName: z.string(),
  status: z.enum(['DONE', 'NOW', 'LATER', 'RETURNED']),
  isReader: z.boolean(),
  verdict: z.string().nullable(),
  doneOn: z.string().nullable(),
  workingDaysUsed: z.number().int().nullable(),
  latestOn: z.string().nullable(),
  pausedDaysLeft: z.number().int().nullable().describe('退回补正期间时限暂停，恢复后还剩的工作日'),
  forcedBy: z.string().nullable().describe('代为强制办理的上级'),
});

export const caseEventShape = z.object({
  seq: z.number().int(),
  label: z.string(),
  step: z.enum(['DONE', 'PROPOSED', 'SIGNED', 'SENT_BACK', 'RETRACTED', 'REMINDED', 'LAPSED', 'REDATED', 'CONSENTED']),
  stateWords: z.string(),
  personName: z.string(),
  institutionName: z.string(),
  opinion: z.string().nullable(),
  at: z.string(),
  clock: z
    .object({ change: z.enum(['STOPPED', 'GOES_ON']), daysLeft: z.number().int() })
    .nullable()
    .describe('此步使时限暂停或恢复，及还剩的工作日'),
  offline: z.string().nullable().describe('脱机受理的标记和实际受理日，只在第一步'),
});

export const caseShape = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.string(),
  kindTitle: z.string(),
  title: z.string(),
  subjectId: z.uuid(),
  schoolName: z.string(),
  openedAt: z.string(),
  lawDay: z.string(),
  state: z.string(),
  stateWords: z.string(),
  tone: z.enum(['DRAFT', 'PROCESS', 'DONE', 'REFUSED']),
  seq: z.number().int().describe('办理时随请求送回，已被他人先办时据此发现'),
  clock: clockShape.nullable(),
  track: z.array(trackNodeShape),
  findings: z.array(findingShape),
  counts: z.object({ red: z.number().int(), amber: z.number().int(), green: z.number().int() }),
  pending: z.object({ label: z.string(), action: z.string(), by: z.string() }).nullable(),
  offline: offlineViewShape.nullable().describe('脱机受理；由系统受理的为空'),
  superior: z
    .object({ name: z.string(), mayForce: z.boolean(), isSuperior: z.boolean() })
    .nullable()
    .describe('逾期后可催办的上级主管部门，法规许可的可强制办理；本人是否在该部门'),
  actions: z.array(
    z.object({
      action: z.string(),
      label: z.string(),
      reasonRequired: z.boolean(),
      step: z.enum(['ACT', 'PROPOSE', 'SIGN', 'SEND_BACK', 'RETRACT']),
      lockedBecause: z.string().nullable().describe('因法规不符而不能办的原因'),
      tone: z.enum(['PRIMARY', 'DEFAULT', 'DANGER']),
    }),
  ),
  events: z.array(caseEventShape),
  data: z.record(z.string(), z.unknown()),
});

/** What a family is told of a case about its child. */
export const followedCaseShape = caseShape
  .pick({ id: true, number: true, kind: true, kindTitle: true, stateWords: true, tone: true, clock: true })
  .extend({
    openedOn: z.string(),
    holderName: z.string().nullable().describe('现由谁办'),
    track: z.array(trackNodeShape),
    superior: caseShape.shape.superior,
    events: z.array(
      caseEventShape.pick({ seq: true, label: true, step: true, institutionName: true, opinion: true, at: true }),
    ),
  });

export type FollowedCase = z.infer<typeof followedCaseShape>;
export type WorkItem = z.infer<typeof workItemShape>;
export type Workbench = z.infer<typeof workbenchShape>;
export type CaseView = z.infer<typeof caseShape>;
export type CaseFindingView = z.infer<typeof findingShape>;
export type TrackNode = z.infer<typeof trackNodeShape>;

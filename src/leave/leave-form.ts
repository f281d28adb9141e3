/** 休学、延长休学、复学的申请表: what is filled in; the choices are those of the questions of law. */
import { z } from 'zod';
import { isCivilDate } from '../kernel/civil-date.ts';
import { HOSPITAL_PAPERS, HOSPITALS, LEAVE_REASONS, OTHER_PROOFS } from '../policy/questions/leave.ts';

const keysOf = <K extends string>(words: Record<K, string>) => z.enum(Object.keys(words) as [K, ...K[]]);
const day = z.string().refine(isCivilDate, '日期须写作2026-09-01');
const hours = z.number().int().min(0).max(5_000);
const grade = z.number().int().min(1).max(12);
const proofs = { hospital: keysOf(HOSPITALS).optional(), otherProof: keysOf(OTHER_PROOFS).optional() };

/** 休学申请. */
export const leaveFormShape = z.object({
  reason: keysOf(LEAVE_REASONS),
  orderedBySchool: z.boolean().default(false).describe('由学校提出'),
  termHours: hours.optional().describe('本学期总学时'),
  hoursMissed: hours.optional().describe('需停课休养或已连续请假的学时'),
  leaveWeeks: z.number().int().min(0).max(60).optional().describe('本学期病假事假累计周数'),
  hardToFollow: z.boolean().optional(),
  absentSince: day.optional(),
  beginsOn: day,
  endsOn: day,
  ...proofs,
  hospitalPapers: z.array(keysOf(HOSPITAL_PAPERS)).max(3).optional(),
});

/** 延长休学申请. */
export const extensionFormShape = z.object({ until: day, ...proofs });

/** 复学申请. */
export const returnFormShape = z.object({
  returnsOn: day,
  gradeWanted: grade,
  hospital: keysOf(HOSPITALS).optional(),
  leaveCertificate: z.boolean().optional(),
});

export const leaveMatterShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('LEAVE'), form: leaveFormShape }),
  z.object({ kind: z.literal('LEAVE_EXTENSION'), form: extensionFormShape }),
  z.object({ kind: z.literal('RETURN'), form: returnFormShape }),
]);

export const previewRequestShape = z.object({ studentId: z.uuid(), matter: leaveMatterShape });
export const openingShape = previewRequestShape.extend({
  opinion: z.string().trim().max(500).optional(),
  familyRequestId: z.uuid().optional().describe('由家长申请而来的'),
});

export const urgingShape = z.object({ on: day });

const says = z.string().trim().min(4, '请写明情况，不少于4个字').max(300);

/** 书面报告 that urging had no effect. */
export const reportShape = z.object({ on: day, says });

/** 回执. */
export const receiptShape = z.object({
  on: day,
  number: z.string().trim().max(60).optional().describe('回执文号'),
  says,
});

export type LeaveMatter = z.output<typeof leaveMatterShape>;
export type LeaveOpening = z.output<typeof openingShape>;

const codesOf = (words: Record<string, string>) => Object.entries(words).map(([code, said]) => ({ code, words: said }));

/** What the form offers to choose from. */
export const leaveChoices = {
  reasons: codesOf(LEAVE_REASONS),
  hospitals: codesOf(HOSPITALS),
  hospitalPapers: codesOf(HOSPITAL_PAPERS),
  otherProofs: codesOf(OTHER_PROOFS),
};

/** 考勤接口形状: registers, sums, leave of absence and the gate. */
import { z } from 'zod';
import { isCivilDate } from '../../kernel/civil-date.ts';
import { shownPaperShape } from '../shown-papers/shown-papers.api.ts';
import { ABSENCE_KINDS, HALVES } from './absence.api.ts';

export const dayShape = z.string().refine(isCivilDate, '日期须写作2026-09-01');
const keysOf = <K extends string>(words: Record<K, string>) => z.enum(Object.keys(words) as [K, ...K[]]);
const half = keysOf(HALVES);
const kind = keysOf(ABSENCE_KINDS);
const periods = z.number().int().min(0).max(8);
const id = z.uuid();

export const findingShape = z.object({
  ruleId: z.string(),
  code: z.string(),
  verdict: z.enum(['ALLOW', 'DISCRETIONARY', 'REFUSE']),
  sentence: z.string(),
  remedy: z.string().nullable(),
  chip: z.string(),
  instrument: z.string(),
});

/** 点名. Days that are not named stay as they are; who is not named was there. */
export const rollCallShape = z.object({
  days: z
    .array(
      z.object({
        on: dayShape,
        morningPeriods: periods,
        afternoonPeriods: periods,
        absences: z.array(z.object({ studentId: id, half, kind, periods })).max(400),
      }),
    )
    .min(1)
    .max(31),
  reason: z.string().trim().min(2, '请写明理由，不少于2个字').max(200).optional(),
});

const termShape = z.object({
  words: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  usual: z.boolean().describe('本地未设学期起止，按通常起止计'),
});
const classGroup = z.object({ id, name: z.string() });

export const registerShape = z.object({
  classGroup,
  school: z.object({ id, name: z.string() }),
  today: z.string(),
  from: z.string(),
  to: z.string(),
  term: termShape.nullable(),
  days: z.array(
    z.object({
      on: z.string(),
      open: z.boolean().describe('可以登记'),
      morningPeriods: periods,
      afternoonPeriods: periods,
      taken: z
        .object({ byName: z.string(), at: z.string(), earlier: z.boolean().describe('以前已点名，更改须写明理由') })
        .nullable(),
    }),
  ),
  students: z.array(
    z.object({
      studentId: id,
      seatNo: z.number().int().nullable(),
      name: z.string(),
      present: z.array(z.object({ from: z.string(), to: z.string().nullable() })).describe('在班的起止'),
      leaves: z.array(z.object({ reason: z.enum(['ILLNESS', 'PERSONAL']), beginsOn: z.string(), endsOn: z.string() })),
      marks: z.array(z.object({ on: z.string(), half, kind, periods })),
    }),
  ),
  notes: z.array(z.object({ studentId: id, name: z.string(), finding: findingShape })).describe('未办请假的'),
});

const countsShape = z.array(z.object({ kind, times: z.number().int(), periods: z.number().int() }));

export const sumsShape = z.object({
  classGroup,
  term: termShape,
  daysTaken: z.number().int(),
  periodsTaken: z.number().int(),
  students: z.array(
    z.object({ studentId: id, seatNo: z.number().int().nullable(), name: z.string(), counts: countsShape }),
  ),
  counts: countsShape,
});

export const schoolDayShape = z.object({
  today: z.string(),
  term: termShape.nullable(),
  classGroups: z.array(
    z.object({ id, name: z.string(), total: z.number().int(), called: z.boolean(), away: z.number().int() }),
  ),
});

/** 请假. */
export const awayRequestShape = z.object({
  studentId: id,
  reason: z.enum(['ILLNESS', 'PERSONAL']),
  beginsOn: dayShape,
  endsOn: dayShape,
  guardianProof: z.boolean(),
  diagnosis: z.boolean(),
});

export const GRANTERS = {
  CLASS_TEACHER: '班主任',
  MORAL_OFFICE: '政教处',
  ACADEMIC_OFFICE: '教导处',
  VICE_PRINCIPAL: '主管校长',
  PRINCIPAL: '校长',
} as const;
export type Granter = keyof typeof GRANTERS;

export const awayDecisionShape = z.object({
  grant: z.boolean(),
  grantedAs: keysOf(GRANTERS),
  opinion: z.string().trim().max(200).optional(),
});

const awayShape = z.object({
  id,
  studentId: id,
  name: z.string(),
  classGroupName: z.string(),
  reasonWords: z.string(),
  beginsOn: z.string(),
  endsOn: z.string(),
  days: z.number().int(),
  proofWords: z.string(),
  papers: z.array(shownPaperShape),
  state: z.enum(['ASKED', 'GRANTED', 'DECLINED']),
  stateWords: z.string(),
  askedByName: z.string(),
  decidedWords: z.string().nullable(),
  toGrant: z.array(z.object({ granter: keysOf(GRANTERS), words: z.string() })).describe('本人可以何身份准假'),
  findings: z.array(findingShape),
  steps: z.array(z.object({ byWords: z.string(), what: z.string(), chip: z.string() })),
});
export const awaysShape = z.object({ today: z.string(), items: z.array(awayShape) });

/** 临时离校. */
export const slipShape = z.object({
  studentId: id,
  reason: z.string().trim().min(2, '请写明事由，不少于2个字').max(100),
  guardianCalled: z.boolean(),
});
export const releaseShape = z.object({ studentId: id });
export const gateShape = z.object({
  today: z.string(),
  items: z.array(
    z.object({
      id,
      studentId: id,
      name: z.string(),
      classGroupName: z.string(),
      reason: z.string(),
      guardianCalled: z.boolean(),
      signedByName: z.string(),
      signedAt: z.string(),
      releasedAt: z.string().nullable(),
      releasedByName: z.string().nullable(),
    }),
  ),
});

export type RollCall = z.input<typeof rollCallShape>;
export type RegisterView = z.infer<typeof registerShape>;
export type RegisterDay = RegisterView['days'][number];
export type RegisterStudent = RegisterView['students'][number];
export type SumsView = z.infer<typeof sumsShape>;
export type SchoolDayView = z.infer<typeof schoolDayShape>;
export type AwayRequest = z.infer<typeof awayRequestShape>;
export type AwayDecision = z.infer<typeof awayDecisionShape>;
export type AwaysView = z.infer<typeof awaysShape>;
export type AwayItem = AwaysView['items'][number];
export type GateView = z.infer<typeof gateShape>;

/** 问题学籍接口形状. */
import { z } from 'zod';

export const STATEMENTS = ['UPHOLD', 'CORRECT', 'DELETE'] as const;

/** 本校记录: a student of the school, or a child put forward that its number holds up. */
export const ownShape = z.object({ kind: z.enum(['STUDENT', 'ENTRANT']), id: z.uuid() });
/** 对方记录: found by name and number, named by the search for likenesses, or whoever holds the child's number. */
export const otherShape = z.discriminatedUnion('by', [
  z.object({ by: z.literal('TOKEN'), token: z.string().max(2000) }),
  z.object({ by: z.literal('PAIR'), id: z.uuid() }),
  z.object({ by: z.literal('HOLDER') }),
]);
export type OwnRef = z.infer<typeof ownShape>;
export type OtherRef = z.infer<typeof otherShape>;

export const findingShape = z.object({
  name: z.string().trim().min(1).max(60),
  number: z.string().trim().min(1).max(30),
});
export const previewRequestShape = z.object({ own: ownShape, other: otherShape });
export const openingShape = previewRequestShape.extend({
  statement: z.enum(STATEMENTS),
  words: z.string().trim().min(4, '请写明本校依据，不少于4个字').max(500),
});
export type DisputeOpening = z.infer<typeof openingShape>;

export const basisShape = z.enum(['NUMBER', 'MISMATCH', 'LIKENESS']);
const reasonShape = z.object({ code: z.string(), words: z.string(), weight: z.number().int() });
export const compareRowShape = z.object({
  key: z.string(),
  label: z.string(),
  values: z.tuple([z.string().nullable(), z.string().nullable()]),
  differs: z.boolean(),
});
export type CompareRow = z.infer<typeof compareRowShape>;

const shownSide = z.object({ kind: z.enum(['STUDENT', 'ENTRANT']), schoolName: z.string() });
export const previewShape = z.object({
  basis: basisShape,
  score: z.number().int(),
  reasons: z.array(reasonShape),
  rulerName: z.string(),
  statements: z.array(z.enum(STATEMENTS)),
  first: shownSide,
  second: shownSide,
  rows: z.array(compareRowShape),
});
export type DisputePreview = z.infer<typeof previewShape>;

const recordSide = shownSide.extend({
  side: z.enum(['first', 'second']),
  hasPhoto: z.boolean(),
  studentId: z.uuid().nullable().describe('读者可打开其学籍时'),
});
export const recordsShape = z.object({ first: recordSide, second: recordSide, rows: z.array(compareRowShape) });
export type RecordsView = z.infer<typeof recordsShape>;

export const disputeItemShape = z.object({
  caseId: z.uuid(),
  number: z.string(),
  title: z.string(),
  basis: basisShape,
  score: z.number().int(),
  firstSchool: z.string(),
  secondSchool: z.string(),
  stateWords: z.string(),
  tone: z.enum(['PROCESS', 'DONE', 'REFUSED', 'NEUTRAL']),
  holderName: z.string().nullable(),
  dueOn: z.string().nullable(),
});
export const disputePageShape = z.object({ items: z.array(disputeItemShape), next: z.uuid().nullable() });
export type DisputeItem = z.infer<typeof disputeItemShape>;
export type DisputePage = z.infer<typeof disputePageShape>;

export const pairItemShape = z.object({
  studentId: z.uuid(),
  otherId: z.uuid(),
  name: z.string(),
  otherName: z.string().describe('他校学生的姓名只见姓氏'),
  schoolName: z.string(),
  otherSchoolName: z.string(),
  score: z.number().int(),
  reasons: z.array(z.string()),
  foundOn: z.string(),
  mayRaise: z.boolean().describe('读者是本校学籍管理员，可报问题学籍'),
});
export const pairPageShape = z.object({ items: z.array(pairItemShape), total: z.number().int() });
export type PairItem = z.infer<typeof pairItemShape>;

/** 变更内容 of the side that corrects. */
export const correctionShape = z.object({
  values: z.partialRecord(z.enum(['name', 'gender', 'bornOn', 'identityType', 'identityNumber']), z.string().max(60)),
});
export const correctionAnswer = z.object({
  saved: z.boolean(),
  findings: z.array(z.object({ field: z.string(), sentence: z.string(), remedy: z.string() })),
});
export type CorrectionOutcome = z.infer<typeof correctionAnswer>;

/** 证书接口形状. */
import { z } from 'zod';
import { isCivilDate } from '../../kernel/civil-date.ts';

export const stageShape = z.enum(['PRIMARY', 'JUNIOR', 'SENIOR']);
export const outcomeShape = z.enum(['GRADUATED', 'COMPLETED', 'LEFT_PARTIAL']);
export const markShape = z.enum(['PRINCIPAL', 'SCHOOL', 'COUNTY', 'CITY', 'REGISTRY']);
export const dayShape = z.string().refine(isCivilDate, '日期须写作2027-06-21');
export const yearShape = z.number().int().min(1980).max(2200);

const which = { stage: stageShape, year: yearShape, outcome: outcomeShape };
export const openBatchBody = z.object({ ...which, opinion: z.string().max(500).optional() });
export const markBody = z.object({ mark: markShape, on: dayShape, reason: z.string().max(200).optional() });
export const handOverBody = z.object({
  certificateIds: z.array(z.uuid()).min(1).max(500),
  on: dayShape,
  receiver: z.object({ who: z.enum(['SELF', 'GUARDIAN', 'PROXY']), name: z.string().max(60).optional() }),
});

/** 存根 as lists show it. */
export const stubShape = z.object({
  id: z.uuid(),
  studentId: z.uuid(),
  batchId: z.uuid(),
  number: z.string(),
  serial: z.number().int(),
  name: z.string(),
  title: z.string().describe('初中毕业证书'),
  classWords: z.string(),
  endedOn: z.string(),
  state: z.enum(['MADE', 'HANDED', 'CALLED_BACK', 'FALLEN']).describe('FALLEN：毕业结果已撤销，待收回'),
  stateWords: z.string(),
  handedOn: z.string().nullable(),
  handedTo: z.string().nullable(),
  callBackReason: z.string().nullable(),
});
export type Stub = z.infer<typeof stubShape>;
export const stubsShape = z.object({ items: z.array(stubShape) });

export const verdictShape = z.enum(['ALLOW', 'DISCRETIONARY', 'REFUSE']);
/** 法规核对, as the list of findings draws it. */
export const findingsShape = z.array(
  z.object({
    ruleId: z.string(),
    code: z.string(),
    verdict: verdictShape,
    sentence: z.string(),
    remedy: z.string().nullable(),
    chip: z.string(),
  }),
);

export const certificatesShape = z.object({
  year: z.number().int(),
  /** 待编号: of the caller's own school. */
  waiting: z.array(
    z.object({ ...which, title: z.string(), students: z.number().int(), underWay: z.string().nullable() }),
  ),
  /** 正在编号. */
  cases: z.array(
    z.object({
      caseId: z.uuid(),
      number: z.string(),
      schoolName: z.string(),
      title: z.string(),
      students: z.number().int(),
      stateWords: z.string(),
      openedOn: z.string(),
    }),
  ),
  batches: z.array(
    z.object({
      id: z.uuid(),
      schoolName: z.string(),
      title: z.string(),
      students: z.number().int(),
      handed: z.number().int(),
      calledBack: z.number().int(),
      makerName: z.string(),
      numberedOn: z.string(),
      marks: z.number().int().describe('已登记的签章'),
      marksWanted: z.number().int().describe('应有的签章'),
    }),
  ),
});
export type CertificateOverview = z.infer<typeof certificatesShape>;

export const batchShape = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  schoolName: z.string(),
  title: z.string(),
  makerName: z.string(),
  basis: z.string(),
  numberedOn: z.string(),
  /** 花名册存档单位, in the order of the copies. */
  rosterFor: z.array(z.string()),
  rosterChip: z.string().nullable(),
  marks: z.array(
    z.object({
      mark: markShape,
      words: z.string(),
      on: z.string().nullable(),
      by: z.string().nullable(),
      reason: z.string().nullable(),
      mine: z.boolean().describe('由我单位登记'),
    }),
  ),
  /** 今天签章的: what the law says of the day. */
  lateToday: z.string().nullable(),
  findings: findingsShape,
  certificates: z.array(stubShape),
  mayHandOver: z.boolean(),
});
export type BatchView = z.infer<typeof batchShape>;

/** 名单: whom a case that is under way would number. */
export const candidatesShape = z.object({
  items: z.array(
    z.object({
      studentId: z.uuid(),
      name: z.string(),
      classWords: z.string(),
      endedOn: z.string(),
    }),
  ),
});
export type Candidates = z.infer<typeof candidatesShape>;

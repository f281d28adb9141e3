/** 提交与核办新生的接口形状. */
import { z } from 'zod';
import { entrantRowShape } from '../entrants/entrants.api.ts';

export const submittedShape = z.object({ caseIds: z.array(z.uuid()), submitted: z.number().int() });

const verdictShape = z.enum(['ALLOW', 'DISCRETIONARY', 'REFUSE']);

/** One child of a case: the row, and what the law says that does not simply comply. */
export const caseEntrantShape = entrantRowShape.extend({
  gradeWords: z.string(),
  photoId: z.uuid().nullable(),
  signedBy: z.string().describe('基本信息表由谁、怎样签字'),
  verdict: verdictShape,
  law: z.array(
    z.object({ verdict: verdictShape, sentence: z.string(), remedy: z.string().nullable(), chip: z.string() }),
  ),
});

export const caseEntrantPageShape = z.object({ items: z.array(caseEntrantShape), next: z.uuid().nullable() });

/** 手机签字: entrants not handed in yet whose guardians have signed, or begun to sign, on a telephone. */
export const signedFormsShape = z.object({
  items: z.array(
    z.object({
      entrantId: z.uuid(),
      importId: z.uuid().nullable(),
      sound: z.boolean().describe('没有要改、要确认的'),
      begun: z.boolean(),
      done: z.boolean().describe('按当地规定已签完'),
      proposed: z.boolean().describe('家长填报的内容学校尚未采用'),
    }),
  ),
});

export type SignedFormsView = z.infer<typeof signedFormsShape>;
export type SubmittedView = z.infer<typeof submittedShape>;
export type CaseEntrant = z.infer<typeof caseEntrantShape>;
export type CaseEntrantPage = z.infer<typeof caseEntrantPageShape>;

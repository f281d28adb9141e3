/** 表册用语的样子: what an authority may put in place of ours: title, remark at the foot, and words of items. */
import { z } from 'zod';

/** Items of a form that may be called otherwise. */
export const MOST_LABELS = 30;

const words = (most: number) => z.string().trim().min(1).max(most);

export const wordingBody = z.object({
  title: words(40).nullable().describe('空为原名'),
  note: words(60).nullable().describe('页脚说明，空为不加'),
  labels: z
    .record(words(20), words(12))
    .refine((labels) => Object.keys(labels).length <= MOST_LABELS, `最多改${MOST_LABELS}个项目`)
    .describe('原项目名到新项目名'),
});
export type Wording = z.infer<typeof wordingBody>;

export const wordingShape = wordingBody.extend({
  placeName: z.string().nullable().describe('由哪一级设定，未设定的为空'),
  setByName: z.string().nullable(),
  setOn: z.string().nullable(),
  mine: z.boolean().describe('由本单位设定'),
});
export type WordingView = z.infer<typeof wordingShape>;

/** 报到接口形状. */
import { z } from 'zod';
import { isCivilDate } from '../../../kernel/civil-date.ts';
import { rollItemShape } from '../roll/roll.api.ts';
import { CONTACT_WAYS, RECIPIENTS } from './check-in-words.api.ts';

const keysOf = <K extends string>(words: Record<K, string>) => z.enum(Object.keys(words) as [K, ...K[]]);
const onDay = z.string().refine(isCivilDate, '日期须写作2026-09-01');
const why = z.string().trim().max(300).optional();
const paper = z.enum(['NOTICE', 'PRIMARY_FILE', 'HOUSEHOLD', 'IDENTITY']);

/** One act on one entry of the roll. */
export const rollActShape = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('CHECK_IN'),
    papers: z.array(paper).max(4).describe('所持材料；IDENTITY为已核对身份证件'),
    feesPaid: z.boolean().default(false),
    reason: why.describe('晚到或材料不齐的须写明'),
  }),
  z.object({
    act: z.literal('DEFER'),
    days: z.number().int().min(1, '延期天数须为正整数').max(365),
    hasProof: z.boolean(),
    reason: z.string().trim().min(2, '请写明不能按时报到的原因').max(300),
  }),
  z.object({ act: z.literal('PAY_FEES') }),
  z.object({
    act: z.literal('CONTACT'),
    on: onDay,
    way: keysOf(CONTACT_WAYS),
    who: z.string().trim().min(1, '请写明联系的是谁').max(50),
    outcome: z.string().trim().min(2, '请写明联系情况，不少于2个字').max(500),
  }),
  z.object({
    act: z.literal('REPORT'),
    on: onDay,
    recipient: keysOf(RECIPIENTS),
    recipientName: z.string().trim().min(2, '请写通知单位的全名').max(60),
    paperNumber: z.string().trim().max(60).optional().describe('文号'),
  }),
  z.object({ act: z.literal('DROPOUT') }),
  z.object({ act: z.literal('GIVE_UP'), reason: why }),
]);

export const noShowsShape = z.object({
  items: z.array(
    rollItemShape.extend({
      contacts: z.number().int(),
      reports: z.number().int(),
      daysLate: z.number().int().describe('应报到后已过几天'),
      forfeitAfter: z.string().nullable().describe('到此日仍未报到的，方可取消入学资格；义务教育为空'),
      daysLeft: z.number().int().nullable().describe('距此日几天；负数为已过'),
      next: z.object({ words: z.string(), chip: z.string().nullable() }).describe('规定下一步怎么办'),
    }),
  ),
  due: z.number().int().describe('已过应报到日、尚未办结的'),
  deferred: z.number().int(),
});

export type RollActRequest = z.output<typeof rollActShape>;
export type RollActInput = z.input<typeof rollActShape>;
export type NoShows = z.infer<typeof noShowsShape>;

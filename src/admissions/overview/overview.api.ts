/** 入学注册概况的形状: how far the autumn's registration has come. */
import { z } from 'zod';

export const overviewShape = z.object({
  intakeYear: z.number().int(),
  opening: z
    .object({ on: z.string(), fromCalendar: z.boolean() })
    .describe('新生入学日：当地设定的第一学期开学日；未设定的按9月1日'),
  deadline: z
    .object({ dueOn: z.string(), sentence: z.string(), chip: z.string() })
    .nullable()
    .describe('建籍期限；当地未规定时为空'),
  plans: z
    .array(z.object({ stageWords: z.string(), places: z.number().int() }))
    .describe('本校当年招生计划，按学段；尚未下达时和教育局为空'),
  classGroups: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        planned: z.number().int().nullable().describe('本班计划；计划按学段下达，为空'),
        registered: z.number().int(),
        inProcess: z.number().int(),
        draft: z.number().int(),
      }),
    )
    .describe('本校当年招收的班级；教育局为空'),
  schools: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        planned: z.number().int().nullable().describe('招生计划，各学段合计；尚未下达时为空'),
        registered: z.number().int(),
        inProcess: z.number().int(),
        draft: z.number().int(),
        red: z.number().int().describe('草稿中须改正的人数'),
      }),
    )
    .describe('所辖学校；学校为空'),
});

export type OverviewView = z.infer<typeof overviewShape>;

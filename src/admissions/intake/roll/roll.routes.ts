/** 录取名册接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import { writeTemplate } from '../../../workbooks/template.ts';
import { correctRoll } from './correct-roll.ts';
import { checkRoll, enterRoll, readRoll } from './entering/enter-roll.ts';
import { ROLL_COLUMNS } from './entering/roll-columns.ts';
import {
  checkedLinesShape,
  readRollShape,
  rollEntryShape,
  rollLinesBody,
  rollListShape,
  rollStateShape,
  stageShape,
} from './roll.api.ts';
import { viewRoll } from './view-roll.ts';
import { viewRollEntry } from './view-roll-entry.ts';

const TAG = '入学注册';
const LEVELS: Level[] = ['SCHOOL', 'COUNTY', 'CITY', 'PROVINCE'];
export const ROLL_READERS: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'],
};
/** Which of them may for this school and stage, the law says. */
const ENTERERS: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'AUTHORITY_REGISTRAR'],
  levels: LEVELS,
};
const byId = z.object({ id: z.uuid() });
const TEMPLATE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Reading, entering and looking at the roll. */
export function rollRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/admission-roll/template.xlsx',
      tag: TAG,
      title: '下载录取名册模板',
      who: ENTERERS,
      answer: 'FILE',
      handle: async () => ({ file: await template(services), mediaType: TEMPLATE, downloadAs: '录取名册模板.xlsx' }),
    }),
    route({
      method: 'POST',
      path: '/api/admission-roll/read',
      tag: TAG,
      title: '读取录取名册工作簿',
      who: ENTERERS,
      query: z.object({ stage: stageShape }),
      takesFile: true,
      answer: readRollShape,
      handle: async ({ actor, query, upload, signal }) => {
        const { stream } = await upload();
        const { rows, unknownHeadings } = await readRoll(services, actor, query.stage, { upload: stream, signal });
        return { columns: shownColumns(), rows, unknownHeadings };
      },
    }),
    route({
      method: 'POST',
      path: '/api/admission-roll/check',
      tag: TAG,
      title: '校验录取名册',
      who: ENTERERS,
      body: rollLinesBody,
      answer: checkedLinesShape,
      handle: async ({ actor, body }) => ({ rows: await checkRoll(services, actor, body.stage, body.rows) }),
    }),
    route({
      method: 'POST',
      path: '/api/admission-roll',
      tag: TAG,
      title: '登记录取名册',
      who: ENTERERS,
      body: rollLinesBody,
      answer: z.object({ entered: z.number().int() }),
      idempotent: true,
      handle: ({ actor, body }) => enterRoll(services, actor, body.stage, body.rows),
    }),
    route({
      method: 'GET',
      path: '/api/admission-roll',
      tag: TAG,
      title: '看录取名册',
      who: ROLL_READERS,
      query: z.object({
        intakeYear: z.coerce.number().int().min(2000).max(2100).optional(),
        stage: stageShape.optional(),
        schoolId: z.uuid().optional(),
        state: rollStateShape.optional(),
        caseId: z.uuid().optional().describe('只看一件办件中的人'),
      }),
      answer: rollListShape,
      handle: ({ actor, query }) => db.read(scopeOf(actor), (tx) => viewRoll(tx, services, actor, query)),
    }),
    route({
      method: 'GET',
      path: '/api/admission-roll/:id',
      tag: TAG,
      title: '看一名录取新生',
      who: ROLL_READERS,
      params: byId,
      answer: rollEntryShape,
      handle: ({ actor, params }) => db.write(scopeOf(actor), (tx) => viewRollEntry(tx, services, actor, params.id)),
    }),
    route({
      method: 'POST',
      path: '/api/admission-roll/:id/correction',
      tag: TAG,
      title: '更正录取名册',
      who: ENTERERS,
      params: byId,
      body: z.object({ reason: z.string().trim().min(4, '请写明更正的理由，不少于4个字').max(300) }),
      answer: z.object({ done: z.literal(true) }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await correctRoll(tx, services, actor, { id: params.id, reason: body.reason });
          return { done: true as const };
        }),
    }),
  ];
}

const shownColumns = () =>
  ROLL_COLUMNS.map((column) => ({
    key: column.key,
    heading: column.heading,
    required: 'required' in column,
    choices: 'choices' in column ? [...column.choices] : [],
    hint: 'comment' in column ? column.comment : '',
  }));

const template = ({ now }: Pick<Services, 'now'>): Promise<Uint8Array> =>
  writeTemplate({
    title: '新生录取名册',
    sheet: '录取名册',
    columns: ROLL_COLUMNS,
    notes: ['一人一行，带*的必填；学段在导入时选择。', '非本地户籍和随迁子女与当地学生同等列入，一律建立正式学籍。'],
    madeAt: now(),
    lastRow: 3_010,
  });

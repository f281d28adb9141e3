/** 学生增减接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import { writeRows } from '../../workbooks/write-rows.ts';
import { type RegisterView, registerShape } from './increase-decrease.api.ts';
import { type RegisterWish, takeRegister, viewRegister } from './view-register.ts';

const OFFICERS = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] as Role[],
  levels: ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'] as Level[],
};
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TAG = '核查统计';
const day = z.string().refine(isCivilDate, '日期须写作2026-09-01').optional();
const query = z.object({ schoolId: z.uuid().optional(), from: day, to: day });
const wishOf = ({ schoolId, from, to }: z.output<typeof query>): RegisterWish => ({
  schoolId,
  from: from as CivilDate | undefined,
  to: to as CivilDate | undefined,
});

/** The register on a page and as a workbook. */
export function increaseDecreaseRoutes({ db }: Pick<Services, 'db'>): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/change-register',
      tag: TAG,
      title: '看学生增减',
      who: OFFICERS,
      query,
      answer: registerShape,
      handle: ({ actor, query: asked }) => db.read(scopeOf(actor), (tx) => viewRegister(tx, actor, wishOf(asked))),
    }),
    route({
      method: 'GET',
      path: '/api/change-register.xlsx',
      tag: TAG,
      title: '导出学生增减情况登记表',
      who: OFFICERS,
      query,
      answer: 'FILE',
      handle: async ({ actor, query: asked }) => {
        const register = await db.write(scopeOf(actor), (tx) => takeRegister(tx, actor, wishOf(asked)));
        const { schoolName, from, to } = register;
        return {
          file: writeRows(sheetOf(register)),
          mediaType: WORKBOOK,
          downloadAs: `${schoolName}学生增减情况登记表${from}至${to}.xlsx`,
        };
      },
    }),
  ];
}

const sheetOf = ({ schoolName, from, to, before, after, items }: RegisterView) => ({
  name: '学生增减情况',
  titles: [`${schoolName}学生增减情况登记表`, `${from}至${to}，期初在籍${before}人，期末在籍${after}人`],
  columns: [
    { heading: '日期', kind: 'date' as const, width: 12 },
    { heading: '姓名' },
    { heading: '性别', width: 8 },
    { heading: '年级', width: 10 },
    { heading: '增减', width: 8 },
    { heading: '类别' },
    { heading: '转自/转往', width: 32 },
  ],
  rows: items.map(({ on, name, genderWords, gradeWords, side, kindWords, other }) => [
    on,
    name,
    genderWords,
    gradeWords,
    side === 'IN' ? '增加' : '减少',
    kindWords,
    other ?? '',
  ]),
});

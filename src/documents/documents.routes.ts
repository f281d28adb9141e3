/** 打印件接口: rosters and registration cards as papers and workbooks; each leaves its row in the trail. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services } from '../access/index.ts';
import { type CivilDate, isCivilDate } from '../kernel/civil-date.ts';
import { issueCards } from './cards/issue-cards.ts';
import { printRegistrationCards } from './cards/registration-card.ts';
import type { Printer } from './printing/typst-printer.ts';
import { printClassRoster, printSchoolRoster } from './rosters/class-roster.ts';
import { issueRosters, type RosterOrder } from './rosters/issue-rosters.ts';
import { rosterWorkbook } from './rosters/roster-workbook.ts';

const TAG = '打印件';
const BELOW_NATION: Level[] = ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'];
const OFFICERS: Role[] = ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'];
const READERS = { roles: [...OFFICERS, 'CLASS_TEACHER'] satisfies Role[], levels: BELOW_NATION };

const PDF = 'application/pdf';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const id = z.object({ id: z.uuid() });
const numbers = {
  full: z
    .enum(['0', '1'])
    .default('0')
    .transform((flag) => flag === '1')
    .describe('1：证件号不脱敏，须写明理由'),
  reason: z.string().trim().max(200).optional(),
};
const onDay = {
  on: z
    .string()
    .refine(isCivilDate, '日期须写作2026-09-01')
    .transform((text) => text as CivilDate)
    .optional()
    .describe('截至哪一天，默认今天'),
};
const grade = z.coerce.number().int().min(1).max(12).optional();

type Of = RosterOrder['of'];
type Asked = Omit<RosterOrder, 'of' | 'as'>;

/** The routes; `printer` is the one print queue of the process. */
export function documentRoutes(
  services: Pick<Services, 'db' | 'cipher' | 'files' | 'index' | 'randomBytes'>,
  printer: Printer,
): Route[] {
  const classPaper = async (actor: Parameters<typeof issueRosters>[1], of: Of, asked: Asked) => {
    const { rosters, mark, code } = await issueRosters(services, actor, { ...asked, of, as: 'PAPER' });
    const paper = 'classGroupId' in of ? printClassRoster(printer, rosters[0]!, mark, code) : undefined;
    const { pdf } = await (paper ?? printSchoolRoster(printer, rosters, mark, code));
    return { file: pdf, mediaType: PDF };
  };
  const workbook = async (actor: Parameters<typeof issueRosters>[1], of: Of, asked: Asked) => {
    const { rosters, mark, title } = await issueRosters(services, actor, { ...asked, of, as: 'WORKBOOK' });
    return { file: rosterWorkbook(rosters, mark), mediaType: XLSX, downloadAs: `${title}.xlsx` };
  };
  const cards = async (actor: Parameters<typeof issueCards>[1], order: Parameters<typeof issueCards>[2]) => {
    const issued = await issueCards(services, actor, order);
    const { pdf } = await printRegistrationCards(printer, issued.cards, issued.mark);
    return { file: pdf, mediaType: PDF };
  };

  return [
    route({
      method: 'GET',
      path: '/api/class-groups/:id/roster.pdf',
      tag: TAG,
      title: '打印班级花名册',
      who: READERS,
      params: id,
      query: z.object({ ...onDay, ...numbers }),
      answer: 'FILE',
      handle: ({ actor, params, query }) => classPaper(actor, { classGroupId: params.id }, query),
    }),
    route({
      method: 'GET',
      path: '/api/class-groups/:id/roster.xlsx',
      tag: TAG,
      title: '导出班级花名册',
      who: READERS,
      params: id,
      query: z.object({ ...onDay, ...numbers }),
      answer: 'FILE',
      handle: ({ actor, params, query }) => workbook(actor, { classGroupId: params.id }, query),
    }),
    route({
      method: 'GET',
      path: '/api/schools/:id/roster.pdf',
      tag: TAG,
      title: '打印学校花名册',
      who: { roles: OFFICERS, levels: BELOW_NATION },
      params: id,
      query: z.object({ ...onDay, ...numbers, grade }),
      answer: 'FILE',
      handle: ({ actor, params, query: { grade: of, ...asked } }) =>
        classPaper(actor, { schoolId: params.id, grade: of }, asked),
    }),
    route({
      method: 'GET',
      path: '/api/schools/:id/roster.xlsx',
      tag: TAG,
      title: '导出学校花名册',
      who: { roles: OFFICERS, levels: BELOW_NATION },
      params: id,
      query: z.object({ ...onDay, ...numbers, grade }),
      answer: 'FILE',
      handle: ({ actor, params, query: { grade: of, ...asked } }) =>
        workbook(actor, { schoolId: params.id, grade: of }, asked),
    }),
    route({
      method: 'GET',
      path: '/api/students/:id/registration-card.pdf',
      tag: TAG,
      title: '打印学籍卡',
      who: READERS,
      params: id,
      query: z.object(numbers),
      answer: 'FILE',
      handle: ({ actor, params, query }) => cards(actor, { of: { studentId: params.id }, ...query }),
    }),
    route({
      method: 'GET',
      path: '/api/class-groups/:id/registration-cards.pdf',
      tag: TAG,
      title: '打印全班学籍卡',
      who: READERS,
      params: id,
      query: z.object(numbers),
      answer: 'FILE',
      handle: ({ actor, params, query }) => cards(actor, { of: { classGroupId: params.id }, ...query }),
    }),
  ];
}

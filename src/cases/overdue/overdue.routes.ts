/** 逾期接口: the overdue list of an authority, and the league table that the levels above publish. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { getInstitutionInScope } from '../../authorities/index.ts';
import { addDays, addMonths, type CivilDate, civilDate, dayOf } from '../../kernel/civil-date.ts';
import type { WorkingCalendar } from '../../kernel/working-days.ts';
import { writeRows } from '../../workbooks/write-rows.ts';
import type { WorkItem } from '../cases.api.ts';
import type { WorkRow } from '../worklist.store.ts';
import { tallyTerms } from './league.store.ts';
import { leagueOf } from './league.ts';
import { type LeagueView, leagueShape, overdueShape } from './overdue.api.ts';
import { countOverdueByArea, countOverdueByKind, listOverdue, type OverdueCursor } from './overdue.store.ts';

const ROLES: Role[] = ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'];
/** Cases name children: the nation sees figures alone. */
const LISTED_FOR: Level[] = ['COUNTY', 'CITY', 'PROVINCE'];
const LEAGUE_FOR: Level[] = ['CITY', 'PROVINCE', 'NATION'];
const PAGE = 60;
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const kind = z.string().max(40).optional();
const overdueQuery = z.object({ kind, under: z.uuid().optional(), after: z.string().max(60).optional() });
const leagueQuery = z.object({
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份须写作2026-10')
    .optional(),
  kind,
});

export interface OverdueRoutesNeeds {
  services: Services;
  calendar: WorkingCalendar;
  asItem: (row: WorkRow, today: CivilDate) => WorkItem;
  /** 办件类别 by workflow. */
  titleOf: (workflow: string) => string;
}

/** The routes of what is late. */
export function overdueRoutes({ services, calendar, asItem, titleOf }: OverdueRoutesNeeds): Route[] {
  const { db } = services;
  const leagueFor = (actor: Parameters<typeof scopeOf>[0], query: z.output<typeof leagueQuery>): Promise<LeagueView> =>
    db.read(scopeOf(actor), async (tx) => {
      const today = dayOf(services.now());
      const month = query.month ?? today.slice(0, 7);
      const from = civilDate(`${month}-01`);
      const end = addMonths(from, 1);
      // What still runs is neither kept nor overdue.
      const isOver = end < today;
      const before = isOver ? end : today;
      const tallies = from < before ? await tallyTerms(tx, actor, { from, before, kind: query.kind }) : [];
      return { month, until: addDays(before, -1), ...leagueOf(tallies, today, calendar) };
    });

  return [
    route({
      method: 'GET',
      path: '/api/overdue',
      tag: '办件',
      title: '看辖区逾期办件',
      who: { roles: ROLES, levels: LISTED_FOR },
      query: overdueQuery,
      answer: overdueShape,
      handle: ({ actor, query }) =>
        db.read(scopeOf(actor), async (tx) => {
          const today = dayOf(services.now());
          const { path } = query.under ? await getInstitutionInScope(tx, actor, query.under) : actor.institution;
          const wish = { today, under: path, kind: query.kind };
          const rows = await listOverdue(tx, actor, { ...wish, after: readCursor(query.after), limit: PAGE + 1 });
          const areas = await countOverdueByArea(tx, actor, { ...wish, under: actor.institution.path });
          const kinds = await countOverdueByKind(tx, wish);
          const items = rows.slice(0, PAGE);
          const last = items.at(-1);
          return {
            today,
            total: kinds
              .filter((one) => !query.kind || one.kind === query.kind)
              .reduce((sum, { count }) => sum + count, 0),
            areas,
            kinds: kinds.map(({ workflow, ...one }) => ({ ...one, kindTitle: titleOf(workflow) })),
            items: items.map(({ holderId, mayPress, ...row }) => ({ ...asItem(row, today), holderId, mayPress })),
            next: rows.length > PAGE && last ? `${last.dueOn}_${last.caseId}` : null,
          };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/overdue/league',
      tag: '办件',
      title: '看逾期通报',
      who: { roles: ROLES, levels: LEAGUE_FOR },
      query: leagueQuery,
      answer: leagueShape,
      handle: ({ actor, query }) => leagueFor(actor, query),
    }),
    route({
      method: 'GET',
      path: '/api/overdue/league.xlsx',
      tag: '办件',
      title: '导出逾期通报',
      who: { roles: ROLES, levels: LEAGUE_FOR },
      query: leagueQuery,
      answer: 'FILE',
      handle: async ({ actor, query }) => {
        const league = await leagueFor(actor, query);
        const name = `${actor.institution.name}逾期通报${league.month}`;
        return { file: workbookOf(name, league), mediaType: WORKBOOK, downloadAs: `${name}.xlsx` };
      },
    }),
  ];
}

function readCursor(after: string | undefined): OverdueCursor | undefined {
  const [dueOn, caseId] = after?.split('_') ?? [];
  const sound = z.object({ dueOn: z.iso.date(), caseId: z.uuid() }).safeParse({ dueOn, caseId });
  return sound.success ? sound.data : undefined;
}

/** The table as the ministry publishes its own: names and figures, no case. */
function workbookOf(name: string, { rows, until, whole }: LeagueView) {
  const line = (place: string, row: LeagueView['whole']) => [
    place,
    row.due,
    row.overdue,
    row.open,
    Math.round(row.rate * 1000) / 10,
    row.meanDaysOver,
  ];
  return writeRows({
    name: '逾期通报',
    titles: [name, `统计到${until}为止到期的环节`],
    columns: [
      { heading: '单位', width: 32 },
      { heading: '到期环节', kind: 'number' },
      { heading: '逾期', kind: 'number' },
      { heading: '其中未办', kind: 'number' },
      { heading: '逾期率（%）', kind: 'number' },
      { heading: '平均逾期工作日', kind: 'number' },
    ],
    rows: [...rows.map((row) => line(row.name, row)), line('合计', whole)],
  });
}

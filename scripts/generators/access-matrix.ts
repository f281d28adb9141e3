/** 权限一览: which role at which level may call which route; what a use case refuses beyond that is tested beside it. */
import { LEVELS, type Level, mayCall, ROLES, type Role, type Route } from '../../src/access/index.ts';
import { rolesFor } from '../../src/authorities/accounts/account.ts';
import { declaredRoutes } from './declared-routes.ts';

interface Column {
  role: Role;
  level: Level;
  head: string;
}

const SHORT: Record<Role, string> = {
  SCHOOL_REGISTRAR: '管理员',
  SCHOOL_LEADER: '领导',
  CLASS_TEACHER: '班主任',
  AUTHORITY_REGISTRAR: '管理员',
  AUTHORITY_LEADER: '领导',
};

/** The whole page: one table a tag, one column a role at a level. */
export function accessMatrixPage(): string {
  const columns = (Object.keys(LEVELS) as Level[]).flatMap((level) =>
    rolesFor(level).map((role): Column => ({ role, level, head: `${LEVELS[level]}${SHORT[role]}` })),
  );
  const tables = [...Map.groupBy(declaredRoutes(), ({ tag }) => tag)].flatMap(([tag, routes]) => [
    `## ${tag}`,
    '',
    `| Route | 名称 | 未登录 | 家长 | ${columns.map(({ head }) => head).join(' | ')} |`,
    `|---|---|${':-:|'.repeat(columns.length + 2)}`,
    ...routes.map((route) => row(route, columns)),
    '',
  ]);
  const roles = Object.entries(ROLES).map(([role, words]) => `\`${role}\` ${words}`);
  return [
    '# Access matrix (权限一览)',
    '',
    'Who may call each route at all: ● may, · may not. Made from the declared routes by `npm run generate`;',
    '`tests/access-matrix.routes.test.ts` calls every route as every column, about the own place and about another, and',
    'holds the server to this page. Inside their place people do what their role may do; outside it there is nothing.',
    '家长 are guardians who came by a link of the school; they have no office, and no office may call their routes.',
    'A route that answers before a password is changed or a second factor is set up is marked ◦ in front.',
    '',
    `Roles: ${roles.join(', ')}.`,
    '',
    ...tables,
  ].join('\n');
}

function row(route: Route, columns: readonly Column[]): string {
  const mark = (may: boolean) => (may ? '●' : '·');
  const cells = columns.map((column) => mark(mayCall(route.who, column)));
  const name = `${route.beforeSetUp ? '◦ ' : ''}\`${route.method} ${route.path}\``;
  return `| ${name} | ${route.title} | ${mark(route.who === 'PUBLIC')} | ${mark(route.who === 'FAMILY')} | ${cells.join(' | ')} |`;
}

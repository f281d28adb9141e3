/** 招生季的一所学校: a school with everybody who has a part in its roll of the admitted, through the product's own interface. */
import assert from 'node:assert/strict';
import type { RollItem, RollList } from '../src/admissions/intake/roll/roll.api.ts';
import { findAuthority, getInstitution, type Institution } from '../src/authorities/index.ts';
import { NODE_SCOPE } from '../src/db/transaction.ts';
import { addDays, civilDate } from '../src/kernel/civil-date.ts';
import type { Stage } from '../src/policy/index.ts';
import { makeIdentityNumber } from '../src/students/index.ts';
import type { Caller } from './access/caller.ts';
import type { TestApplication } from './application.ts';
import { anAccount, anAuthority, aSchool } from './builders.ts';

export interface RollDesk {
  school: Institution;
  county: Institution;
  stage: Stage;
  registrar: Caller;
  leader: Caller;
  officer: Caller;
  chief: Caller;
  /** 市教育局 of the school's city. */
  city: Caller;
  cityChief: Caller;
}

export interface RollDeskWish {
  placeCode: string;
  stage: Stage;
  ownership?: 'PUBLIC' | 'PRIVATE';
  /** Where the school works by a text of its own. */
  code?: string;
}

/** A school of one stage in a county. */
export async function aRollDesk(
  app: TestApplication,
  { placeCode, stage, ownership = 'PUBLIC', code }: RollDeskWish,
): Promise<RollDesk> {
  const county = await anAuthority(app, { placeCode });
  const school = await aSchool(app, {
    under: county,
    schoolType: stage,
    stages: [stage],
    ownership,
    ...(code ? { code } : {}),
  });
  const cityAt = await app.db.read(NODE_SCOPE, async (tx) => {
    const id = await findAuthority(tx, `${placeCode.slice(0, 4)}00`);
    return id ? getInstitution(tx, { id }) : undefined;
  });
  const city = cityAt ?? (await anAuthority(app, { placeCode: `${placeCode.slice(0, 4)}00` }));
  const at = async (institution: Institution, role: Parameters<typeof anAccount>[1]['role']) =>
    app.as(await anAccount(app, { at: institution, ...(role ? { role } : {}) }));
  return {
    ...{ school, county, stage },
    registrar: await at(school, 'SCHOOL_REGISTRAR'),
    leader: await at(school, 'SCHOOL_LEADER'),
    officer: await at(county, 'AUTHORITY_REGISTRAR'),
    chief: await at(county, 'AUTHORITY_LEADER'),
    city: await at(city, 'AUTHORITY_REGISTRAR'),
    cityChief: await at(city, 'AUTHORITY_LEADER'),
  };
}

export type Line = Record<string, string>;

/** An identity number like no other; of a child of eleven in 2026. */
export const numberOf = (n: number, area = '510107'): string =>
  makeIdentityNumber({ area, bornOn: addDays(civilDate('2014-01-01'), Math.floor(n / 900)), sequence: n % 900 });

let counted = 0;
const FAMILY = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];

/** One line of a roll: a name and a number like no other. */
export function rollLine(more: Line = {}): Line {
  const n = ++counted;
  return {
    name: `${FAMILY[n % FAMILY.length]}${'一二三四五六七八九'[Math.floor(n / FAMILY.length) % 9]}明`,
    identityNumber: numberOf(n),
    way: '划片入学',
    sourceArea: '510107',
    ...more,
  };
}

export const enter = (caller: Caller, stage: Stage, lines: readonly Line[]) =>
  caller.post<{ entered: number }>('/api/admission-roll', {
    stage,
    rows: lines.map((values, at) => ({ row: at + 1, values })),
  });

/** Everybody on the school's roll. */
export async function rollOf({ registrar }: Pick<RollDesk, 'registrar'>): Promise<RollItem[]> {
  const { status, body, detail } = await registrar.get<RollList>('/api/admission-roll');
  assert.equal(status, 200, detail);
  return body.items;
}

/** One more child on the roll, entered by `by`; answers with the entry. */
export async function admitted(desk: RollDesk, by: Caller, more: Line = {}): Promise<RollItem> {
  const line = rollLine(more);
  const { status, detail } = await enter(by, desk.stage, [
    desk.registrar === by ? line : { ...line, schoolCode: desk.school.code! },
  ]);
  assert.equal(status, 200, detail);
  return (await rollOf(desk)).find(({ name }) => name === line['name'])!;
}

export const act = (caller: Caller, id: string, request: Record<string, unknown>) =>
  caller.post<{ done: true }>(`/api/admission-roll/${id}/acts`, request);

/** One step of a case; fails the test where it is refused. */
export async function decide(caller: Caller, caseId: string, action: string, opinion = '已核对'): Promise<string> {
  const { status, body, detail } = await caller.post<{ state: string }>(`/api/cases/${caseId}/acts`, {
    action,
    opinion,
  });
  assert.equal(status, 200, detail);
  return body.state;
}

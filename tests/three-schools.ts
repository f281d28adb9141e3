/**
 * 三校: a primary school in 山西, where the law bounds class groups, its neighbour as the bystander that must not move, and
 * one in 河南, where it names no number; each with 一(1)班 to 一(3)班 and 二(1)班. For tests of placing and rosters.
 */
import { after } from 'node:test';
import pg from 'pg';
import type { Actor, Role } from '../src/access/index.ts';
import { type ClassGroup, type Institution, institutionLevelOf } from '../src/authorities/index.ts';
import { dayOf } from '../src/kernel/civil-date.ts';
import { newId } from '../src/kernel/ids.ts';
import { type TestApplication, testApplication } from './application.ts';
import { aClassGroup, anAuthority, aSchool } from './builders.ts';
import { someStudents } from './students.ts';

export interface PlacedSchool {
  school: Institution;
  authority: Institution;
  /** 一(1)班, 一(2)班, 一(3)班 and 二(1)班, and their ids. */
  classGroups: ClassGroup[];
  groups: string[];
}

export interface ThreeSchools {
  app: TestApplication;
  shanxi: PlacedSchool;
  bystander: PlacedSchool;
  henan: PlacedSchool;
  /** A statement as the role that owns the schema. */
  run(text: string, values?: unknown[]): Promise<pg.QueryResult>;
  /** From now on the clock says noon of this day. */
  today(day: string): void;
  /** Registers students of grade one without a class group, as of today; ids in the order of the names. */
  register(at: PlacedSchool, names: readonly string[]): Promise<string[]>;
}

/** A hundred different names. */
export const NAMES = [...'陈李王张刘杨黄周吴徐'].flatMap((family) =>
  ['子墨', '若溪', '芷若', '诗涵', '俊熙', '书恒', '可心', '景行', '博文', '思媛'].map((given) => family + given),
);

/** The schools on 1 September 2026. Call it at the top of the file. */
export async function threeSchools(): Promise<ThreeSchools> {
  const app = await testApplication({ now: '2026-09-01T12:00:00+08:00' });
  const owner = new pg.Client({ connectionString: app.ownerUrl });
  owner.on('error', () => undefined); // the database is dropped before this connection is closed
  await owner.connect();
  after(() => owner.end());
  const found = async (placeCode: string, name: string): Promise<PlacedSchool> => {
    const authority = await anAuthority(app, { placeCode });
    const school = await aSchool(app, { under: authority, name });
    const classGroups: ClassGroup[] = [];
    for (const [grade, ordinal] of [
      [1, 1],
      [1, 2],
      [1, 3],
      [2, 1],
    ] as const) {
      classGroups.push(await aClassGroup(app, { school, grade, ordinal }));
    }
    return { school, authority, classGroups, groups: classGroups.map(({ id }) => id) };
  };
  return {
    app,
    shanxi: await found('140106', '汾滨小学'),
    bystander: await found('140106', '迎泽小学'),
    henan: await found('411082', '葛天路小学'),
    run: (text, values = []) => owner.query(text, values),
    today: (day) => app.clock.set(`${day}T12:00:00+08:00`),
    register: ({ school }, names) => {
      const registeredOn = dayOf(app.clock.now());
      return someStudents(app, ...names.map((name) => ({ school, name, registeredOn })));
    },
  };
}

/** Somebody who acts for the school, or for the authority above it. */
export function actorOf(of: PlacedSchool, role: Role, classGroupIds: readonly string[] = []): Actor {
  const { id, name, shortName, path, placeCode, county, ...rest } = role.startsWith('AUTHORITY')
    ? of.authority
    : of.school;
  const level = institutionLevelOf({ ...rest, placeCode });
  const institution = { id, name, shortName, level, path, placeCode, county };
  return { accountId: newId(), personName: '赵敏', role, institution, classGroupIds, requestId: newId() };
}

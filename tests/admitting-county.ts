/**
 * 一县三校: a county of 河南 with its city and province, and three primary schools that register their first-graders, for
 * tests of admission. What one school does must leave the others where they are.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { packs, workflows } from '../policies/index.ts';
import type { Actor, Role, Services } from '../src/access/index.ts';
import { REGISTRATION, registrationKind } from '../src/admissions/index.ts';
import { type CaseEngine, makeCaseEngine } from '../src/cases/index.ts';
import { makeBlindIndex } from '../src/crypto/blind-index.ts';
import { makeFieldCipher } from '../src/crypto/field-cipher.ts';
import { international } from '../src/crypto/international.ts';
import { makeKeyRing } from '../src/crypto/key-ring.ts';
import { openDatabase } from '../src/db/database.ts';
import { makeFileStore } from '../src/files/file-store.ts';
import { civilDate, startOfDay } from '../src/kernel/civil-date.ts';
import { newId } from '../src/kernel/ids.ts';
import { levelOf, pathOf } from '../src/kernel/place-codes.ts';
import { calendar } from '../src/kernel/working-days.ts';
import { makeLaw } from '../src/policy/index.ts';
import { testDatabase } from './database.ts';

export interface Body {
  id: string;
  name: string;
  code: string;
  placeCode: string;
  path: string;
  level: Actor['institution']['level'];
  /** One account for each role, made once: two persons are two accounts. */
  actor(role: Role): Actor;
}

export interface AdmittingCounty {
  services: Services;
  engine: CaseEngine;
  /** 双泊河小学, 和尚桥小学, 石固小学: class groups 一(1)班 to 一(3)班 each. */
  schools: [Body, Body, Body];
  county: Body;
  city: Body;
  province: Body;
  /** A statement as the role that owns the schema. */
  run(text: string, values?: unknown[]): Promise<pg.QueryResult>;
  /** From now on the clock says noon of this day. */
  today(day: string): void;
  close(): Promise<void>;
}

const PLACES = [
  ['000000', '全国'],
  ['410000', '河南省'],
  ['411000', '许昌市'],
  ['411082', '长葛市'],
] as const;
const SCHOOLS = ['双泊河小学', '和尚桥小学', '石固小学'];
const CLASS_GROUPS = 3;

/** A fresh database with the county in it; the clock stands in the first days of September 2026. */
export async function admittingCounty({ connections = 10 } = {}): Promise<AdmittingCounty> {
  const made = await testDatabase();
  const owner = new pg.Client({ connectionString: made.ownerUrl });
  await owner.connect();
  const folder = await mkdtemp(path.join(tmpdir(), 'admitting-county-'));
  let clock = noonOf('2026-09-03');
  const now = () => clock;
  const db = openDatabase({ url: made.appUrl, max: connections, now });
  const ring = makeKeyRing(international, randomBytes);
  const cipher = makeFieldCipher(ring);
  const services: Services = {
    db,
    law: makeLaw(packs),
    calendar,
    files: makeFileStore(folder, cipher, newId),
    cipher,
    index: makeBlindIndex(ring),
    now,
    newId,
    randomBytes,
  };
  const run = (text: string, values: unknown[] = []) => owner.query(text, values);
  const found = await foundCounty(run);
  return {
    services,
    engine: makeCaseEngine({ [REGISTRATION]: registrationKind(services, workflows) }, calendar, services.law),
    ...found,
    run,
    today: (day) => {
      clock = noonOf(day);
    },
    async close() {
      await db.close();
      await owner.end();
      await made.drop();
      await rm(folder, { recursive: true });
    },
  };
}

const noonOf = (day: string) => new Date(startOfDay(civilDate(day)).getTime() + 12 * 3_600_000);

async function foundCounty(run: AdmittingCounty['run']) {
  const authorities: Body[] = [];
  for (const [code, name] of PLACES) {
    const level = levelOf(code);
    const upper = {
      NATION: null,
      PROVINCE: '000000',
      CITY: `${code.slice(0, 2)}0000`,
      COUNTY: `${code.slice(0, 4)}00`,
    };
    await run('insert into places (code, name, level, parent_code, path) values ($1, $2, $3, $4, $5)', [
      code,
      name,
      level,
      upper[level],
      pathOf(code),
    ]);
    const body = bodyOf({ name: `${name}教育局`, code, placeCode: code, path: pathOf(code), level });
    await run(
      `insert into institutions (id, kind, code, name, short_name, place_code, county, path, valid_from)
       values ($1, 'AUTHORITY', $2, $3, $3, $2, $2, $4, '2000-01-01')`,
      [body.id, code, body.name, body.path],
    );
    authorities.push(body);
  }
  const [, province, city, county] = authorities as [Body, Body, Body, Body];
  const schools: Body[] = [];
  for (const [place, name] of SCHOOLS.entries()) schools.push(await foundSchool(run, county, name, place + 1));
  return { schools: schools as [Body, Body, Body], county, city, province };
}

async function foundSchool(run: AdmittingCounty['run'], county: Body, name: string, ordinal: number): Promise<Body> {
  const code = `2141${String(ordinal).padStart(6, '0')}`;
  const { placeCode } = county;
  const body = bodyOf({ name, code, placeCode, path: `${county.path}${code}/`, level: 'SCHOOL' });
  await run(
    `insert into institutions (id, kind, code, name, short_name, place_code, county, path, upper_id, school_type,
       ownership, stages, years, valid_from)
     values ($1, 'SCHOOL', $2, $3, $3, $4, $4, $5, $6, 'PRIMARY', 'PUBLIC', '{PRIMARY}', '{"PRIMARY": 6}', '2000-01-01')`,
    [body.id, code, name, placeCode, body.path, county.id],
  );
  await run(
    `insert into supervisions (school_id, stage, authority_id, valid_from) values ($1, 'PRIMARY', $2, '2000-01-01')`,
    [body.id, county.id],
  );
  await run(
    `insert into offices (id, institution_id, path, post, person_name, valid_from)
     values ($1, $2, $3, 'REGISTRAR', '周倩', '2000-01-01')`,
    [newId(), body.id, body.path],
  );
  for (let group = 1; group <= CLASS_GROUPS; group++) {
    await run(
      `insert into class_groups (id, school_id, path, county, stage, intake_year, first_grade, ordinal, code, valid_from)
       values ($1, $2, $3, $4, 'PRIMARY', 2026, 1, $5, $6, '2026-07-01')`,
      [newId(), body.id, body.path, placeCode, group, `2026${group}0${group}`],
    );
  }
  return body;
}

function bodyOf(of: Omit<Body, 'id' | 'actor'>): Body {
  const id = newId();
  const persons = new Map<Role, Actor>();
  const { name, placeCode, level } = of;
  const institution = { id, name, shortName: name, level, path: of.path, placeCode, county: placeCode };
  return {
    ...of,
    id,
    actor(role) {
      const known = persons.get(role);
      if (known) return known;
      const person: Actor = {
        accountId: newId(),
        personName: role.endsWith('LEADER') ? '赵敏' : '周倩',
        role,
        institution,
        classGroupIds: [],
        requestId: newId(),
      };
      persons.set(role, person);
      return person;
    },
  };
}

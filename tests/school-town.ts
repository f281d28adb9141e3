/**
 * 三校两地: two junior schools of one county in 山西 and one in 河南, with class groups and synthetic students, for tests of
 * placing and rosters. The second school of 山西 is the bystander that must not move.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { packs } from '../policies/index.ts';
import type { ActingFor, Actor, Role, Services } from '../src/access/index.ts';
import { record } from '../src/audit/record.store.ts';
import { makeBlindIndex } from '../src/crypto/blind-index.ts';
import { makeFieldCipher } from '../src/crypto/field-cipher.ts';
import { international } from '../src/crypto/international.ts';
import { makeKeyRing } from '../src/crypto/key-ring.ts';
import { openDatabase } from '../src/db/database.ts';
import { NODE_SCOPE } from '../src/db/transaction.ts';
import { makeFileStore } from '../src/files/file-store.ts';
import { addDays, type CivilDate, civilDate, startOfDay } from '../src/kernel/civil-date.ts';
import { newId } from '../src/kernel/ids.ts';
import { calendar } from '../src/kernel/working-days.ts';
import { makeLaw } from '../src/policy/index.ts';
import {
  formalNumber,
  identityHashOf,
  insertStudents,
  makeIdentityNumber,
  maskIdentityNumber,
  maskRegistrationNumber,
  type NewStudent,
  numberHashOf,
  pinyinOf,
} from '../src/students/index.ts';
import { testDatabase } from './database.ts';

export interface TownSchool {
  id: string;
  county: string;
  placeCode: string;
  path: string;
  name: string;
  code: string;
  authority: ActingFor;
  /** Class groups 1, 2, 3 of 2026级七年级, and 4 which is 1 of 2025级八年级. */
  groups: string[];
}

export interface Town {
  services: Services;
  /** 汾滨 in 山西, and its bystander. */
  school: TownSchool;
  bystander: TownSchool;
  /** In 河南, where no class size is set. */
  henan: TownSchool;
  /** A statement as the role that owns the schema. */
  run(text: string, values?: unknown[]): Promise<pg.QueryResult>;
  /** From now on the clock says noon of this day. */
  today(day: string): void;
  /** Registers students as of today; boys and girls in turn. Returns their ids in the order of the names. */
  register(school: TownSchool, names: readonly string[], more?: Partial<NewStudent>): Promise<string[]>;
  close(): Promise<void>;
}

/** Fifty-odd different names, made of these. */
export const NAMES = [...'陈李王张刘杨黄周吴徐'].flatMap((family) =>
  ['子墨', '若溪', '芷若', '诗涵', '俊熙', '书恒', '可心', '景行', '博文', '思媛'].map((given) => family + given),
);

const DIRECTORY = [
  ['140106', '迎泽区', '汾滨中学', 'school'],
  ['140106', '迎泽区', '迎泽二中', 'bystander'],
  ['411082', '长葛市', '葛天中学', 'henan'],
] as const;

/** A fresh database with the town in it. */
export async function schoolTown(): Promise<Town> {
  const made = await testDatabase();
  const owner = new pg.Client({ connectionString: made.ownerUrl });
  await owner.connect();
  const folder = await mkdtemp(path.join(tmpdir(), 'school-town-'));
  let clock = new Date('2026-08-28T04:00:00Z');
  const now = () => clock;
  const db = openDatabase({ url: made.appUrl, max: 6, now });
  const ring = makeKeyRing(international, randomBytes);
  const cipher = makeFieldCipher(ring);
  const index = makeBlindIndex(ring);
  const files = makeFileStore(folder, cipher, newId);
  const services: Services = { db, law: makeLaw(packs), calendar, files, cipher, index, now, newId, randomBytes };
  const run = (text: string, values: unknown[] = []) => owner.query(text, values);

  const schools = new Map<string, TownSchool>();
  for (const [placeCode, placeName, name, key] of DIRECTORY) {
    schools.set(key, await foundSchool(run, { placeCode, placeName, name, ordinal: schools.size + 1 }));
  }
  let registered = 0;
  return {
    services,
    school: schools.get('school')!,
    bystander: schools.get('bystander')!,
    henan: schools.get('henan')!,
    run,
    today: (day) => {
      clock = new Date(startOfDay(civilDate(day)).getTime() + 12 * 3_600_000);
    },
    async register(school, names, more = {}) {
      const students = names.map((name) => newStudent(services, school, name, registered++, more));
      const registeredOn = new Date(clock.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as CivilDate;
      await db.write(NODE_SCOPE, async (tx) => {
        await insertStudents(tx, students, { caseId: newId(), registeredOn });
        const by = { accountId: null, personName: '系统', institutionId: null };
        await record(tx, by, { action: 'REGISTER_STUDENTS', subjectKind: 'INSTITUTION', path: school.path });
      });
      return students.map(({ id }) => id);
    },
    async close() {
      await db.close();
      await owner.end();
      await made.drop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Somebody who acts for the school or its authority. */
export function actorOf(of: TownSchool, role: Role, classGroupIds: readonly string[] = []): Actor {
  const { id, name, path: place, placeCode, county } = of;
  const school: ActingFor = { id, name, shortName: name, level: 'SCHOOL', path: place, placeCode, county };
  const institution = role.startsWith('AUTHORITY') ? of.authority : school;
  return { accountId: newId(), personName: '赵敏', role, institution, classGroupIds, requestId: newId() };
}

interface Founding {
  placeCode: string;
  placeName: string;
  name: string;
  ordinal: number;
}

async function foundSchool(run: Town['run'], { placeCode, placeName, name, ordinal }: Founding): Promise<TownSchool> {
  const [province, city, county] = [placeCode.slice(0, 2), placeCode.slice(2, 4), placeCode.slice(4)];
  const place = `${province}/${city}/${county}/`;
  await run(
    `insert into places (code, name, level, parent_code, path) values ('000000', '全国', 'NATION', null, ''),
      ($1, '省', 'PROVINCE', '000000', $2), ($3, '市', 'CITY', $1, $4), ($5, $6, 'COUNTY', $3, $7)
     on conflict (code) do nothing`,
    [`${province}0000`, `${province}/`, `${province}${city}00`, `${province}/${city}/`, placeCode, placeName, place],
  );
  const authorityName = `${placeName}教育局`;
  const known = await run(`select id from institutions where code = $1`, [placeCode]);
  const authorityId = (known.rows[0]?.id as string | undefined) ?? newId();
  if (!known.rowCount) {
    await run(
      `insert into institutions (id, kind, code, name, short_name, place_code, county, path, valid_from)
       values ($1, 'AUTHORITY', $2, $3, $3, $2, $2, $4, '2000-01-01')`,
      [authorityId, placeCode, authorityName, place],
    );
  }
  const id = newId();
  const code = `3${placeCode}00${ordinal}`;
  const schoolPath = `${place}${code}/`;
  await run(
    `insert into institutions (id, kind, code, name, short_name, place_code, county, path, upper_id, school_type,
       ownership, stages, valid_from)
     values ($1, 'SCHOOL', $2, $3, $3, $4, $4, $5, $6, 'JUNIOR', 'PUBLIC', '{JUNIOR}', '2000-01-01')`,
    [id, code, name, placeCode, schoolPath, authorityId],
  );
  await run(
    `insert into supervisions (school_id, stage, authority_id, valid_from) values ($1, 'JUNIOR', $2, '2000-01-01')`,
    [id, authorityId],
  );
  const groups: string[] = [];
  for (const [intakeYear, groupOrdinal] of [
    [2026, 1],
    [2026, 2],
    [2026, 3],
    [2025, 1],
  ] as const) {
    const groupId = newId();
    await run(
      `insert into class_groups (id, school_id, path, county, stage, intake_year, first_grade, ordinal, code, valid_from)
       values ($1, $2, $3, $4, 'JUNIOR', $5::int, 7, $6::int, $7, make_date($5::int, 7, 1))`,
      [groupId, id, schoolPath, placeCode, intakeYear, groupOrdinal, `${intakeYear}20${groupOrdinal}`],
    );
    groups.push(groupId);
  }
  const authority: ActingFor = {
    id: authorityId,
    name: authorityName,
    shortName: authorityName,
    level: 'COUNTY',
    path: place,
    placeCode,
    county: placeCode,
  };
  return { id, county: placeCode, placeCode, path: schoolPath, name, code, authority, groups };
}

function newStudent(
  { cipher, index }: Services,
  school: TownSchool,
  name: string,
  ordinal: number,
  more: Partial<NewStudent>,
): NewStudent {
  const id = newId();
  const girl = ordinal % 2 === 1;
  const bornOn = addDays(civilDate('2013-09-01'), (ordinal * 37) % 360);
  const sequence = (ordinal * 2 + (girl ? 0 : 1)) % 1000;
  const number = makeIdentityNumber({ area: school.placeCode, bornOn, sequence });
  const registrationNumber = formalNumber(number);
  const pinyin = pinyinOf(name);
  return {
    id,
    path: school.path,
    county: school.county,
    schoolId: school.id,
    stage: 'JUNIOR',
    grade: 7,
    intakeYear: 2026,
    classGroupId: null,
    seatNo: null,
    studyMode: '1',
    name,
    pinyin: { marked: pinyin.pinyin, plain: pinyin.plain, initials: pinyin.initials },
    gender: girl ? '2' : '1',
    bornOn,
    ethnicGroup: '01',
    identityType: '1',
    identityHash: identityHashOf(index, '1', number),
    identityMasked: maskIdentityNumber(number),
    identityTail: null,
    details: { ethnicGroup: '01', nationality: '156', health: '10' },
    sealed: cipher.seal('students', id, { homeAddress: '和平路1号', phone: '13800000000' }),
    keyDataSealed: cipher.seal('key_data', id, { number, plainPinyin: pinyin.plain }),
    guardians: [
      {
        ordinal: 0,
        name: `${name.slice(0, 1)}建国`,
        relation: '51',
        isGuardian: true,
        sealed: cipher.seal('guardians', id, { phone: '13800000001', workplace: '某厂' }),
        numberHash: null,
        phoneHash: null,
      },
    ],
    number: {
      kind: 'G',
      sealed: cipher.seal('numbers', id, registrationNumber),
      hash: numberHashOf(index, registrationNumber),
      masked: maskRegistrationNumber(registrationNumber),
    },
    duplicateKeys: [],
    photoId: null,
    ...more,
  };
}

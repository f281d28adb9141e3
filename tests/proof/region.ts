/**
 * 小地区: places of four provinces with their schools, everybody who decides there, a dozen children and two who stand by.
 * The world of the property test; it can be put back to how it began, so that each sequence starts alike.
 */
import { after } from 'node:test';
import pg from 'pg';
import type { Role } from '../../src/access/index.ts';
import type { ClassGroup, Institution } from '../../src/authorities/index.ts';
import { openSession } from '../../src/authorities/index.ts';
import { findCredentials } from '../../src/authorities/sign-in/credentials.store.ts';
import { NODE_SCOPE } from '../../src/db/transaction.ts';
import { addDays, civilDate } from '../../src/kernel/civil-date.ts';
import { readRecord } from '../../src/students/index.ts';
import { type Caller, callAs } from '../access/caller.ts';
import { type TestApplication, testApplication } from '../application.ts';
import {
  aCentreSchool,
  aClassGroup,
  anAccount,
  anAuthority,
  aSchool,
  nextNumber,
  type TestAccount,
} from '../builders.ts';
import { someStudents } from '../students.ts';
import { rewindOf } from './rewind.ts';

export interface Person extends TestAccount {
  call: Caller;
}

export interface Child {
  id: string;
  number: string;
}

export interface Region {
  app: TestApplication;
  owner: pg.Client;
  people: Person[];
  schools: Institution[];
  institutions: Map<string, Institution>;
  /** Of grade four, by school. */
  groups: Map<string, ClassGroup>;
  /** Whom the sequences are about. */
  children: Child[];
  /** Whom nobody has anything to do with: a classmate, and a child of a school that takes no part. */
  bystanders: string[];
  /** Puts the clock to an instant; everybody stays signed in. */
  setClock(instant: Date): Promise<void>;
  /** Puts everything back to how it began. */
  rewind(): Promise<void>;
}

export const BEGINS_AT = new Date('2026-09-03T10:00:00+08:00');

/** Counties with what stands above them and their schools, in this order. */
const OFFICES: readonly { county: string; above: readonly string[]; schools: readonly string[]; centre?: true }[] = [
  { county: '411082', above: ['411000', '410000'], schools: ['葛天路小学', '双洎河小学'] },
  { county: '510107', above: ['510100', '510000'], schools: ['锦里西路小学'] },
  { county: '140106', above: ['140100'], schools: ['桃园小学'] },
  { county: '130283', above: ['130200'], schools: ['燕山路小学'], centre: true },
];
const CHILDREN: readonly [school: number, names: readonly string[]][] = [
  [0, ['赵一鸣', '钱二宝', '孙三思', '李四维']],
  [1, ['周五常', '吴六合']],
  [2, ['郑七巧', '王八斗', '冯九思']],
  [3, ['陈十全', '褚百川']],
  [4, ['卫千里']],
];
const GRADE = 4;

/** Makes the region; it is taken down after the file's last test. Call it at the top of the file. */
export async function aRegion(): Promise<Region> {
  const app = await testApplication({ now: BEGINS_AT.toISOString() });
  const owner = new pg.Client({ connectionString: app.ownerUrl });
  owner.on('error', () => undefined); // the database is dropped under it at the end
  await owner.connect();
  after(() => owner.end());
  const schools: Institution[] = [];
  const offices: Institution[] = [];
  for (const { county: placeCode, above, schools: names, centre } of OFFICES) {
    const county = await anAuthority(app, { placeCode });
    const under = centre ? await aCentreSchool(app, { under: county }) : county;
    for (const name of names) schools.push(await aSchool(app, { under, name }));
    offices.push(...(under === county ? [county] : [under, county]));
    for (const code of above) offices.push(await anAuthority(app, { placeCode: code }));
  }
  const people = await peopleOf(app, [...schools, ...offices]);
  const groups = new Map<string, ClassGroup>();
  for (const school of schools) groups.set(school.id, await aClassGroup(app, { school, grade: GRADE }));
  const children: Child[] = [];
  for (const [place, names] of CHILDREN) children.push(...(await childrenAt(app, schools[place]!, groups, names)));
  const [classmate] = await childrenAt(app, schools[0]!, groups, ['蒋万家']);
  const quiet = await aSchool(app, { name: '清河小学' });
  groups.set(quiet.id, await aClassGroup(app, { school: quiet, grade: GRADE }));
  const [farOff] = await childrenAt(app, quiet, groups, ['沈亿年']);
  const all = [...schools, ...offices];
  const atFirst = children.map(({ number }) => number);
  const tables = await rewindOf(owner);
  const setClock = async (instant: Date) => {
    app.clock.set(instant.toISOString());
    await owner.query('update login_sessions set started_at = $1, seen_at = $1 where ended_at is null', [instant]);
  };
  return {
    ...{ app, owner, people, schools, groups, children, setClock },
    institutions: new Map(all.map((one) => [one.id, one])),
    bystanders: [classmate!.id, farOff!.id],
    rewind: async () => {
      await tables();
      await setClock(BEGINS_AT);
      for (const [place, child] of children.entries()) child.number = atFirst[place]!;
    },
  };
}

/** A registrar and a leader everywhere, at the first place of each sort a second registrar; signed in for good. */
async function peopleOf(app: TestApplication, places: readonly Institution[]): Promise<Person[]> {
  const people: Person[] = [];
  const doubled = new Set<string>();
  for (const at of places) {
    const office = at.kind === 'AUTHORITY' ? 'AUTHORITY' : 'SCHOOL';
    const again = doubled.has(at.kind) ? [] : [`${office}_REGISTRAR`];
    doubled.add(at.kind);
    for (const role of [`${office}_REGISTRAR`, `${office}_LEADER`, ...again] as Role[]) {
      const account = await anAccount(app, { at, role });
      const keys = await app.db.write(NODE_SCOPE, async (tx) => {
        const credentials = (await findCredentials(tx, { id: account.id }))!;
        return openSession(app.services, tx, credentials, { device: 'test', requestId: 'test', secondFactor: true });
      });
      people.push({ ...account, call: callAs(app.server, async () => keys) });
    }
  }
  return people;
}

async function childrenAt(
  app: TestApplication,
  school: Institution,
  groups: ReadonlyMap<string, ClassGroup>,
  names: readonly string[],
): Promise<Child[]> {
  const classGroup = { ...groups.get(school.id)!, firstGrade: GRADE };
  // Born on different days: nobody is taken for a sibling.
  const wishOf = (name: string) => {
    const bornOn = addDays(civilDate('2015-09-01'), nextNumber() % 366);
    return { school, classGroup, bornOn, registeredOn: '2023-09-01', name };
  };
  const ids = await someStudents(app, ...names.map(wishOf));
  return Promise.all(ids.map(async (id) => ({ id, number: await numberOf(app, id) })));
}

/** The identity number that a child has now, in full. */
export const numberOf = ({ services }: Pick<TestApplication, 'services'>, studentId: string): Promise<string> =>
  services.db.read(NODE_SCOPE, async (tx) => (await readRecord(tx, services, studentId)).record.identityNumber!);

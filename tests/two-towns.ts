/**
 * 两地: a primary school in 长葛 and one in 成都武侯, each with its registrar and leader, their authorities and 成都's own; and
 * beside them schools that a transfer must not touch. For tests of transfers.
 */
import pg from 'pg';
import type { Institution } from '../src/authorities/index.ts';
import type { CaseView } from '../src/cases/cases.api.ts';
import { NODE_SCOPE } from '../src/db/transaction.ts';
import type { RefusalReason } from '../src/policy/index.ts';
import { type HeldRecord, readRecord } from '../src/students/index.ts';
import type { FoundChild, TransferForm } from '../src/transfers/transfers.api.ts';
import type { Answer, Caller } from './access/caller.ts';
import { type TestApplication, type TestOptions, testApplication } from './application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool, type TestAccount } from './builders.ts';
import { someStudents } from './students.ts';

/** An institution with the two persons of the two-person rule. */
export interface Desk {
  at: Institution;
  registrar: Caller;
  leader: Caller;
  accounts: { registrar: TestAccount; leader: TestAccount };
}

export interface TwoTowns {
  app: TestApplication;
  changge: Desk;
  wuhou: Desk;
  chengdu: Desk;
  /** Of 长葛. */
  sending: Desk;
  /** In the same county as the sending one. */
  neighbour: Desk;
  /** Of 武侯, two of them. */
  receiving: Desk;
  rival: Desk;
  /** 四(1)班 of the receiving school. */
  classGroupId: string;
  /** A child of grade four at the sending school, with its full number. */
  child(name: string, state?: string): Promise<{ id: string; name: string; number: string }>;
  record(id: string): Promise<HeldRecord>;
}

/** Registrar and leader of a place, signed in. */
export async function deskOf(app: TestApplication, at: Institution): Promise<Desk> {
  const office = at.kind === 'AUTHORITY' ? 'AUTHORITY' : 'SCHOOL';
  const registrar = await anAccount(app, { at, role: `${office}_REGISTRAR` });
  const leader = await anAccount(app, { at, role: `${office}_LEADER` });
  return { at, registrar: app.as(registrar), leader: app.as(leader), accounts: { registrar, leader } };
}

/** Changes what lies in the tables, above row policies and grants: the world as a test needs it. */
export async function asOwner({ ownerUrl }: TestApplication, text: string, ...values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(text, values);
  await client.end();
}

/** The world on 3 September 2026: in 四川 five working days of term have not gone by. Call it at the top of the file. */
export async function twoTowns(options: TestOptions = {}): Promise<TwoTowns> {
  const app = await testApplication({ now: '2026-09-03T10:00:00+08:00', ...options });
  const desk = (at: Institution) => deskOf(app, at);
  const authority = async (placeCode: string) => desk(await anAuthority(app, { placeCode }));
  const changge = await authority('411082');
  const wuhou = await authority('510107');
  const chengdu = await authority('510100');
  const school = async (under: Desk, name: string) => desk(await aSchool(app, { under: under.at, name }));
  const sending = await school(changge, '葛天路小学');
  const receiving = await school(wuhou, '锦里西路小学');
  const fourth = await aClassGroup(app, { school: sending.at, grade: 4 });
  const there = await aClassGroup(app, { school: receiving.at, grade: 4 });
  const record = (id: string) => app.db.read(NODE_SCOPE, (tx) => readRecord(tx, app.services, id));
  return {
    ...{ app, changge, wuhou, chengdu, sending, receiving, record },
    neighbour: await school(changge, '双洎河小学'),
    rival: await school(wuhou, '晋阳小学'),
    classGroupId: there.id,
    child: async (name, state) => {
      const wish = { school: sending.at, classGroup: { ...fourth, firstGrade: 4 }, name, bornOn: '2016-05-12' };
      const [id = ''] = await someStudents(app, { ...wish, ...(state ? { state } : {}), registeredOn: '2023-09-01' });
      return { id, name, number: (await record(id)).record.identityNumber! };
    },
  };
}

/** A form with which nothing is wrong on either side. */
export const FORM: TransferForm = {
  ground: 'JOB_MOVED',
  moved: 'ACROSS_PROVINCES',
  forTerm: 'RUNNING',
  targetGrade: 4,
  guardianApplies: true,
  underSanction: false,
  papers: ['IDENTITY', 'HOUSEHOLD_REGISTER', 'BASIC_SHEET', 'FORM', 'EVIDENCE', 'REGISTRATION_CERTIFICATE'],
};

/** What the registrar learns of the child that has this name and number. */
export async function find(by: Desk, { name, number }: { name: string; number: string }): Promise<FoundChild> {
  const { body } = await by.registrar.post<{ child: FoundChild }>('/api/transfers/finds', { name, number });
  return body.child;
}

/** The registrar opens a transfer for the child. */
export async function open(
  by: Desk,
  child: { name: string; number: string },
  form: Partial<TransferForm> = {},
  opinion = '父亲调到武侯区工作',
): Promise<Answer<{ caseId: string }>> {
  const { token } = await find(by, child);
  return by.registrar.post('/api/transfers', { token, form: { ...FORM, ...form }, opinion });
}

/** Both persons of a desk refuse, on one ground; the registrar chooses it, the leader signs. */
export async function refuseBoth(
  { registrar, leader }: Desk,
  caseId: string,
  reason: RefusalReason,
  opinion = '经核对，情况如此',
): Promise<Answer<{ stateWords: string }>> {
  const { body: view } = await registrar.get<CaseView>(`/api/cases/${caseId}`);
  const proposed = await registrar.post<{ stateWords: string }>(`/api/transfers/${caseId}/refusals`, {
    ...{ reason, opinion },
    seq: view.seq ?? 0,
  });
  if (proposed.status !== 200) return proposed;
  return leader.post(`/api/cases/${caseId}/acts`, { action: 'REFUSE', opinion: '同意经办意见' });
}

/** Both persons of a desk do the same act one after the other. */
export async function both(
  { registrar, leader }: Desk,
  caseId: string,
  action: string,
  opinion = '情况属实',
): Promise<Answer<{ stateWords: string }>> {
  const proposed = await registrar.post<{ stateWords: string }>(`/api/cases/${caseId}/acts`, { action, opinion });
  if (proposed.status !== 200) return proposed;
  return leader.post(`/api/cases/${caseId}/acts`, { action, opinion });
}

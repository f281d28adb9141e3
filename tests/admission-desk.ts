/**
 * 报名窗口: a primary school of a county with everybody who has a part in registering its first-graders, and a second
 * school of the same county, through the product's own interface.
 */
import assert from 'node:assert/strict';
import type { Institution } from '../src/authorities/index.ts';
import type { CaseView } from '../src/cases/cases.api.ts';
import type { Caller } from './access/caller.ts';
import type { TestApplication } from './application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from './builders.ts';
import { childRows, type Row, workbookOf } from './entrant-rows.ts';

export interface Desk {
  school: Institution;
  authority: Institution;
  registrar: Caller;
  leader: Caller;
  /** 县教育局: the one who prepares and the one who signs. */
  officer: Caller;
  chief: Caller;
}

/** The school with class groups 一(1)班 to 一(3)班. */
export async function anAdmissionDesk(app: TestApplication, { placeCode = '411082' } = {}): Promise<Desk> {
  const authority = await anAuthority(app, { placeCode });
  const school = await aSchool(app, { under: authority });
  for (const ordinal of [1, 2, 3]) await aClassGroup(app, { school, ordinal });
  const at = async (institution: Institution, role: Parameters<typeof anAccount>[1]['role']) =>
    app.as(await anAccount(app, { at: institution, ...(role ? { role } : {}) }));
  return {
    school,
    authority,
    registrar: await at(school, 'SCHOOL_REGISTRAR'),
    leader: await at(school, 'SCHOOL_LEADER'),
    officer: await at(authority, 'AUTHORITY_REGISTRAR'),
    chief: await at(authority, 'AUTHORITY_LEADER'),
  };
}

/** Uploads a workbook with these rows and has it read; answers the import's id. */
export async function importRows(app: TestApplication, registrar: Caller, rows: readonly Row[]): Promise<string> {
  const file = { name: '一年级报名表.xlsx', bytes: await workbookOf(rows) };
  const { status, body } = await registrar.upload<{ id: string }>('/api/admissions/imports', file);
  assert.equal(status, 200);
  await runJobs(app, body.id);
  return body.id;
}

/** Does the background work that an import waits for. */
export async function runJobs(app: TestApplication, importId: string): Promise<void> {
  const job = app.features.jobs.find(({ name }) => name === 'read-import')!;
  assert.ok(app.sent.some(({ name, data }) => name === job.name && data['importId'] === importId));
  await job.run({ importId }, new AbortController().signal);
}

/** One act on a case; fails the test where it is refused. */
export async function act(caller: Caller, caseId: string, action: string, opinion?: string): Promise<string> {
  const { status, body, detail } = await caller.post<{ state: string }>(`/api/cases/${caseId}/acts`, {
    action,
    ...(opinion ? { opinion } : {}),
  });
  assert.equal(status, 200, detail);
  return body.state;
}

/** 年度统计, three weeks of the autumn. */
export const STATISTICS = {
  kind: 'FREEZE',
  title: '年度统计',
  firstDay: '09-20',
  lastDay: '10-10',
  cases: ['REGISTRATION'],
  stops: 'OPENING',
  clockStands: false,
  offline: false,
  why: '教育事业统计基层报表数据冻结',
};

const notice = { title: '2026年教育事业统计工作通知', number: '长教办〔2026〕31号', issuedOn: '2026-09-01' };

/** Drawn up, signed and followed by the running terms; answers with the case. */
export async function set(
  app: TestApplication,
  officer: Caller,
  chief: Caller,
  items: unknown[],
  more: Record<string, unknown> = {},
): Promise<string> {
  const drawn = await officer.post<{ caseId: string }>('/api/local-settings', {
    ...{ notice, from: '2026-09-01', items, reason: '统计期间数据须保持不变' },
    ...more,
  });
  assert.equal(drawn.status, 200, drawn.detail);
  await act(chief, drawn.body.caseId, 'SET', '同意');
  await followWindows(app);
  return drawn.body.caseId;
}

/** Does the background work that a window asks for. */
export async function followWindows(app: TestApplication): Promise<void> {
  const job = app.features.jobs.find(({ name }) => name === 'follow-windows')!;
  await job.run({}, new AbortController().signal);
}

let taken = 0;

/** A workbook of so many children, read and ready to be handed in. */
export const read = (app: TestApplication, { registrar }: Desk, children = 2): Promise<string> => {
  const first = 1 + taken;
  taken += children;
  return importRows(app, registrar, childRows(children, first));
};

/** Hands in what was read; answers as the server does. */
export const handIn = ({ registrar }: Desk, importId: string, more: Record<string, unknown> = {}) =>
  registrar.post<{ caseIds: string[] }>(`/api/admissions/imports/${importId}/submissions`, {
    ...{ mode: 'GOOD', signedForms: true },
    ...more,
  });

/** A registration that waits for the county. */
export async function registrationAt(app: TestApplication, desk: Desk): Promise<string> {
  const { body, detail } = await handIn(desk, await read(app, desk));
  assert.ok(body.caseIds, detail);
  await act(desk.leader, body.caseIds[0]!, 'SUBMIT');
  return body.caseIds[0]!;
}

/** The case as somebody sees it. */
export async function seenBy(caller: Caller, caseId: string): Promise<CaseView> {
  const { status, body, detail } = await caller.get<CaseView>(`/api/cases/${caseId}`);
  assert.equal(status, 200, detail);
  return body;
}

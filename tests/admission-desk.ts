/**
 * 报名窗口: a primary school of a county with everybody who has a part in registering its first-graders, and a second
 * school of the same county, through the product's own interface.
 */
import assert from 'node:assert/strict';
import type { Institution } from '../src/authorities/index.ts';
import type { Caller } from './access/caller.ts';
import type { TestApplication } from './application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from './builders.ts';
import { type Row, workbookOf } from './entrant-rows.ts';

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

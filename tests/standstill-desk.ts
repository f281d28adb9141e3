/** 停办期的县: an authority that sets windows, and a school under it that hands in registrations. For tests of windows and paper applications. */
import assert from 'node:assert/strict';
import type { CaseView } from '../src/cases/cases.api.ts';
import type { Caller } from './access/caller.ts';
import { act, type Desk, importRows } from './admission-desk.ts';
import type { TestApplication } from './application.ts';
import { childRows } from './entrant-rows.ts';

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

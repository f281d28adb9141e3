/** 办件文书: the form says what was applied for, the notice who decided what by which article; each leaves its row. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import pg from 'pg';
import { act, anAdmissionDesk, type Desk, importRows } from '../../../tests/admission-desk.ts';
import { testApplication } from '../../../tests/application.ts';
import { anAccount, anAuthority } from '../../../tests/builders.ts';
import { childRow } from '../../../tests/entrant-rows.ts';
import { readPdf, textOf } from '../../../tests/read-pdf.ts';
import { aReadablePdf } from '../../../tests/sample-pdf.ts';

const app = await testApplication({ now: '2026-09-10T10:00:00+08:00' });
let desk: Desk;
let stranger: Desk;
let caseId = '';

before(async () => {
  desk = await anAdmissionDesk(app);
  stranger = await anAdmissionDesk(app, { placeCode: '130283' });
  const rows = [childRow(1, { name: '阿依古丽·买买提' }), childRow(2, { name: '欧阳沐辰' })];
  const importId = await importRows(app, desk.registrar, rows);
  await inTable('update entrants set photo_id = id where import_id = $1', importId);
  const answer = await desk.registrar.post<{ caseIds: string[] }>(`/api/admissions/imports/${importId}/submissions`, {
    mode: 'ALL',
    signedForms: true,
  });
  caseId = answer.body.caseIds[0]!;
});

async function inTable(query: string, ...values: unknown[]) {
  const client = new pg.Client({ connectionString: app.ownerUrl });
  await client.connect();
  const { rows } = await client.query(query, values);
  await client.end();
  return rows;
}
const printed = async (who: Desk['registrar'], paper: 'application' | 'notice', of = caseId) => {
  const answer = await who.get(`/api/cases/${of}/${paper}.pdf`);
  assert.equal(answer.status, 200, answer.detail);
  assert.equal(answer.headers['content-type'], 'application/pdf');
  const { pages, title } = await readPdf(new Uint8Array(answer.bytes));
  return { text: pages.map(textOf).join('\n').replaceAll(/\s/g, ''), title };
};

test('the form of a registration names the school, its children with masked numbers, and the papers handed in', async () => {
  const pdf = { name: '汇总表.pdf', bytes: aReadablePdf(2) };
  const handed = await desk.registrar.upload(
    `/api/cases/${caseId}/evidence?what=${encodeURIComponent('盖章汇总表')}`,
    pdf,
  );
  assert.equal(handed.status, 200, handed.detail);
  const { text, title } = await printed(desk.registrar, 'application');
  assert.match(title, /申请表$/);
  for (const word of ['阿依古丽·买买提', '欧阳沐辰', '新生人数2人', '1.盖章汇总表（2页）', '学籍管理员：', '校长：']) {
    assert.ok(text.includes(word), `${word} is not on the form: ${text}`);
  }
  assert.doesNotMatch(text, /\d{17}[\dX]/);
  const [row] = await inTable(`select * from audit_events where action = 'PRINT_APPLICATION'`);
  assert.equal(row.subject_id, caseId);
});

test('an open case has no decision to give notice of, and another county knows nothing of the case', async () => {
  const early = await desk.registrar.get(`/api/cases/${caseId}/notice.pdf`);
  assert.deepEqual([early.status, early.code], [409, 'STEP_NOT_ALLOWED']);
  for (const paper of ['notice', 'application']) {
    assert.equal((await stranger.officer.get(`/api/cases/${caseId}/${paper}.pdf`)).status, 404);
  }
  assert.deepEqual(await inTable(`select * from audit_events where action = 'PRINT_NOTICE'`), []);
});

test('the notice of a refusal names who refused, why, the articles, and where to turn', async () => {
  await act(desk.leader, caseId, 'SUBMIT');
  await act(desk.officer, caseId, 'REFUSE', '两名儿童不在本校招生范围');
  assert.equal(await act(desk.chief, caseId, 'REFUSE', '同意'), 'REFUSED');
  const { text } = await printed(desk.registrar, 'notice');
  for (const word of ['办理决定通知书', '决定日期2026年9月10日', '两名儿童不在本校招生范围', '法规依据', '各方办理']) {
    assert.ok(text.includes(word), `${word} is not on the notice: ${text}`);
  }
  assert.match(text, /途径和期限，按当地告知/, 'no term is printed that nobody has set');
  const [, code = ''] = /核验码：([0-9A-Z-]+)/.exec(text) ?? [];
  const told = await app.anonymous.post<{ outcome: string; facts: { label: string; value: string }[] }>(
    '/api/verifications',
    { code },
  );
  assert.equal(told.body.outcome, 'VALID');
  assert.deepEqual(
    told.body.facts.filter(({ label }) => label !== '办件编号').map(({ value }) => value),
    ['入学注册', told.body.facts[2]!.value, told.body.facts[3]!.value, '不予注册', '2026年9月10日'],
  );
  assert.match(text, /依据：.+第.+条/);
  const [row] = await inTable(`select * from audit_events where action = 'PRINT_NOTICE'`);
  assert.equal(row.subject_id, caseId);
});

test('a setting that was signed is told with its notice and values, and no review is offered against it', async () => {
  const authority = await anAuthority(app, { placeCode: '510107' });
  const registrar = app.as(await anAccount(app, { at: authority, role: 'AUTHORITY_REGISTRAR' }));
  const leader = app.as(await anAccount(app, { at: authority, role: 'AUTHORITY_LEADER' }));
  const drawn = await registrar.post<{ caseId: string }>('/api/local-settings', {
    notice: { title: '2026学年校历的通知', number: '武教发〔2026〕12号', issuedOn: '2026-09-01' },
    from: '2026-09-11',
    items: [{ kind: 'TERM', schoolYear: 2026, term: 1, startsOn: '2026-09-01', endsOn: '2027-01-22' }],
  });
  assert.equal((await leader.post(`/api/cases/${drawn.body.caseId}/acts`, { action: 'SET' })).status, 200);
  const form = await printed(registrar, 'application', drawn.body.caseId);
  assert.ok(form.text.includes('2026学年第一学期2026-09-01至2027-01-22'), form.text);
  const notice = await printed(registrar, 'notice', drawn.body.caseId);
  assert.ok(notice.text.includes('决定已生效'), notice.text);
  assert.doesNotMatch(notice.text, /行政复议/);
});

test('terms of review and suit are printed as the place has set them, with the paper that says so, from its day on', async () => {
  const remedy = { kind: 'REMEDY', review: '六十日', reviewBy: '长葛市人民政府', suit: '六个月' };
  const drawn = await desk.officer.post<{ caseId: string }>('/api/local-settings', {
    notice: { title: '行政救济途径告知办法', number: '长教〔2026〕8号', issuedOn: '2026-08-01' },
    ...{ from: '2026-09-01', items: [remedy], reason: '补录已公布的告知办法' },
  });
  assert.equal(drawn.status, 200, drawn.detail);
  await act(desk.chief, drawn.body.caseId, 'SET');
  const { text } = await printed(desk.registrar, 'notice');
  const said =
    '自知道本决定之日起六十日内向长葛市人民政府申请行政复议，或者自知道本决定之日起六个月内依法向人民法院提起行政诉讼';
  assert.ok(text.includes(said), text);
  assert.ok(text.includes('《行政救济途径告知办法》长教〔2026〕8号'), text);
  assert.doesNotMatch(text, /按当地告知/);
});

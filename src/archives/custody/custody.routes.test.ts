/** 档案保管: the last school keeps its former students' files; of an ended school whoever was named, and its successors. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../../../tests/builders.ts';
import { someStudents } from '../../../tests/students.ts';
import type { Institution } from '../../authorities/index.ts';
import { newId } from '../../kernel/ids.ts';
import { numbersOf } from '../../students/index.ts';
import type { Custody } from './custody.api.ts';

const app = await testApplication({ now: '2026-09-20T10:00:00+08:00' });
const county = await anAuthority(app);
const [small, large, bystander] = [
  await aSchool(app, { under: county, name: '东庄小学' }),
  await aSchool(app, { under: county, name: '中心小学' }),
  await aSchool(app, { under: county, name: '南庄小学' }),
];
const far = await anAuthority(app, { placeCode: '140106' });
const elsewhere = await aSchool(app, { under: far });
const person = async (at: Institution, role: Parameters<typeof anAccount>[1]['role']) =>
  app.as(await anAccount(app, { at, role: role! }));
const keeper = await person(large, 'SCHOOL_REGISTRAR');
const registrar = await person(county, 'AUTHORITY_REGISTRAR');
const leader = await person(county, 'AUTHORITY_LEADER');

async function inLastGrade(school: Institution, ...names: string[]): Promise<string[]> {
  const group = { ...(await aClassGroup(app, { school, grade: 6 })), firstGrade: 6 };
  const wish = { school, classGroup: group, registeredOn: '2020-09-01' };
  return someStudents(app, ...names.map((name, place) => ({ ...wish, name, seatNo: place + 1 })));
}
// The third is still at school and goes along with the merger.
const [finished = '', wentOn = ''] = await inLastGrade(small, '赵一', '赵二', '赵三');
const [ours = ''] = await inLastGrade(large, '钱一');
const [theirs = ''] = await inLastGrade(bystander, '孙一');

const owner = new pg.Client({ connectionString: app.ownerUrl });
before(async () => {
  owner.on('error', () => undefined); // the database is dropped before this connection is closed
  await owner.connect();
  const gone = [finished, wentOn, ours, theirs];
  await owner.query(
    `update registrations set valid_to = '2026-07-10', end_reason = 'GRADUATED' where student_id = any($1)`,
    [gone],
  );
  await owner.query(`update class_memberships set valid_to = '2026-07-10' where student_id = any($1)`, [gone]);
  await owner.query('delete from roster where student_id = any($1)', [gone]);
  await owner.query(
    `insert into registrations (student_id, id, school_id, path, county, stage, grade, intake_year, study_mode, state,
       begun_by, valid_from)
     select student_id, $2, $3, $4, $5, 'JUNIOR', 7, 2026, study_mode, state, begun_by, '2026-09-01'
     from registrations where student_id = $1`,
    [wentOn, newId(), elsewhere.id, elsewhere.path, elsewhere.county],
  );
});
after(() => owner.end());

async function restructure(schoolId: string, matter: object): Promise<void> {
  const opinion = '县政府布局调整批复';
  const drawn = await registrar.post<{ caseId: string }>('/api/restructurings', { schoolId, matter, opinion });
  const signed = await leader.post(`/api/cases/${drawn.body.caseId}/acts`, { action: 'APPROVE', opinion });
  assert.equal(signed.status, 200, signed.detail ?? drawn.detail);
}
const kept = async (by: Awaited<ReturnType<typeof person>>, query = '') => {
  const { body, status, detail } = await by.get<Custody>(`/api/file-custody${query}`);
  assert.equal(status, 200, detail);
  return body;
};
const names = ({ items }: Custody) => items.map(({ name }) => name).toSorted();

test('a school keeps the files of its own who went nowhere else, and no one else’s', async () => {
  const view = await kept(keeper);
  assert.deepEqual(
    view.schools.map(({ name, files, endedOn, before: earlier }) => [name, files, endedOn, earlier]),
    [['中心小学', 1, null, []]],
  );
  assert.deepEqual([names(view), view.items[0]?.opens], [['钱一'], true]);
  assert.deepEqual(
    view.law.map(({ sentence }) => sentence),
    ['学籍档案归档后永久保存'],
  );
  assert.deepEqual((await kept(registrar)).schools, [], 'an authority that nobody named keeps none');
});

test('after a merger the absorbing school keeps what the other left; whoever went on took the file along', async () => {
  await restructure(small.id, { kind: 'MERGER', intoId: large.id });
  const view = await kept(keeper);
  assert.deepEqual(
    view.schools.map(({ name, files, endedOn, since }) => [name, files, endedOn, since]),
    [
      ['中心小学', 1, null, null],
      ['东庄小学', 1, '2026-09-20', '2026-09-20'],
    ],
  );
  assert.deepEqual(view.schools[1]?.before, [{ name: '东庄小学', until: '2026-09-20' }]);
  assert.deepEqual(names(view), ['赵一', '钱一']);
  const taken = view.items.find(({ name }) => name === '赵一');
  assert.deepEqual([taken?.schoolName, taken?.leftOn, taken?.opens], ['东庄小学', '2026-07-10', false]);
  assert.equal((await keeper.get(`/api/students/${finished}`)).status, 404, 'the record is not the keeper’s');
  assert.deepEqual(names(await kept(keeper, `?schoolId=${small.id}`)), ['赵一']);
  assert.deepEqual(names(await kept(keeper, `?schoolId=${bystander.id}`)), [], 'nobody asks into another school');
});

test('it is searched by name and by number, within what is kept alone', async () => {
  const search = async (q: string) => names(await kept(keeper, `?q=${encodeURIComponent(q)}`));
  assert.deepEqual([await search('赵'), await search('孙'), await search('赵二')], [['赵一'], [], []]);
  const numberOf = async (id: string) =>
    app.services.db.read({ lo: '', hi: '\u{10FFFF}' }, async (tx) => (await numbersOf(tx, app.services, [id])).get(id));
  assert.deepEqual(await search((await numberOf(finished)) ?? ''), ['赵一']);
  assert.deepEqual(await search((await numberOf(theirs)) ?? ''), [], 'a number of another school finds nobody');
  assert.deepEqual(await search((await numberOf(wentOn)) ?? ''), []);
});

test('when the keeper ends in its turn, the named authority keeps both, and it shows who kept them before', async () => {
  await restructure(large.id, {
    ...{ kind: 'CLOSURE', custodianId: county.id },
    destinations: [{ grade: 6, toId: bystander.id }],
  });
  const view = await kept(registrar);
  const east = view.schools.find(({ name }) => name === '东庄小学');
  assert.deepEqual(
    [east?.endedOn, east?.before.map(({ name }) => name), view.schools.length],
    ['2026-09-20', ['东庄小学', '中心小学'], 2],
  );
  assert.deepEqual([names(view), view.items.every(({ opens }) => opens)], [['赵一', '钱一'], true]);
  assert.deepEqual(names(await kept(await person(bystander, 'SCHOOL_REGISTRAR'))), ['孙一']);
  assert.deepEqual((await kept(await person(far, 'AUTHORITY_REGISTRAR'))).schools, []);
});

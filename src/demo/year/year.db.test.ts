/** 演示的一年: what a newcomer finds on pages that a region without a past would leave empty. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { anAccount } from '../../../tests/builders.ts';
import { readPdf } from '../../../tests/read-pdf.ts';
import { getInstitution } from '../../authorities/index.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import type { BatchView, CertificateOverview } from '../../documents/certificates/certificates.api.ts';
import { FIRST_COUNTIES, OTHER_SCHOOL } from '../region/counties.ts';
import { firstCounties, planCounties } from '../region/plan-part.ts';
import { writeDirectory } from '../writing/write-directory.ts';
import { writeStudents } from '../writing/write-students.ts';
import { writeYear } from './write-year.ts';

const app = await testApplication({ now: '2026-11-21T10:00:00+08:00' });
const texts = FIRST_COUNTIES.filter(({ code }) => code === '411082');
const plan = planCounties({ seed: '2026', schoolYear: 2026, students: 300 }, firstCounties(texts));
await writeDirectory(app.services, plan, async () => {});
await writeStudents(app.services, plan, { onWritten: () => {} });
const rosterSize = () =>
  app.db.read(NODE_SCOPE, async (tx) => (await tx.sql.selectFrom('roster').select('student_id').execute()).length);
const before = await rosterSize();
await app.db.write(NODE_SCOPE, async (tx) => {
  tx.markAudited(); // the demonstration tells of itself as a whole
  await writeYear(tx, app.services, plan);
});
const at = (slug: string) =>
  app.db.read(NODE_SCOPE, (tx) =>
    getInstitution(tx, { id: [...plan.schools, ...plan.authorities].find((one) => one.slug === slug)!.id }),
  );
const school = await at(OTHER_SCHOOL);
const registrar = app.as(await anAccount(app, { at: school, role: 'SCHOOL_REGISTRAR' }));
const officer = app.as(await anAccount(app, { at: await at('changge'), role: 'AUTHORITY_REGISTRAR' }));
const read = async <T>(by: typeof registrar, path: string): Promise<T> => {
  const { status, body, detail } = await by.get<T>(path);
  assert.equal(status, 200, `${path} ${detail}`);
  return body;
};

test('the county has set the plans of its schools but that of the one that awaits its intake', async () => {
  type Plans = { items: { schoolId: string; schoolName: string; stage: string; places: number | null }[] };
  const { items } = await read<Plans>(officer, '/api/admission-plans?intakeYear=2026');
  const compulsory = items.filter(({ stage }) => stage !== 'SENIOR');
  const without = compulsory.filter(({ places }) => places === null);
  assert.deepEqual(
    without.map(({ schoolName }) => schoolName),
    ['长葛市木芝路小学'],
  );
  assert.equal(compulsory.find(({ schoolId }) => schoolId === school.id)?.places, 90);
});

test('one child of each class group waits for the leader to honour it, others have been honoured', async () => {
  const { items } = await read<{ items: { state: string }[] }>(registrar, '/api/awards');
  const groups = plan.classGroups.get(school.id)!.length;
  const count = (state: string) => items.filter((one) => one.state === state).length;
  assert.deepEqual([count('PROPOSED'), count('GRANTED') > groups], [groups, true]);
});

test('a guardian asks for a correction that waits for its answer', async () => {
  const { items } = await read<{ items: { id: string; state: string }[] }>(
    registrar,
    '/api/family-requests?shown=OPEN',
  );
  assert.deepEqual(
    items.map(({ state }) => state),
    ['OPEN'],
  );
  const { lines } = await read<{ lines: { label: string; value: string }[] }>(
    registrar,
    `/api/family-requests/${items[0]!.id}`,
  );
  assert.deepEqual(lines, [{ ...lines[0], value: '河南省许昌市长葛市葛天大道18号' }]);
});

test('last summer’s leavers stand in the list of graduates, not on the roster; three certificates still wait', async () => {
  assert.equal(await rosterSize(), before);
  const outcomes = `/api/graduations/outcomes?schoolId=${school.id}&stage=PRIMARY&year=2026`;
  const { counts, students } = await read<{ counts: object; students: { classGroupName: string; endedOn: string }[] }>(
    registrar,
    outcomes,
  );
  assert.deepEqual(counts, { GRADUATED: 28, COMPLETED: 0, LEFT_PARTIAL: 0 });
  assert.deepEqual([students[0]!.classGroupName, students[0]!.endedOn], ['六(1)班', '2026-07-01']);
  const { batches, waiting } = await read<CertificateOverview>(registrar, '/api/certificates');
  assert.deepEqual([waiting, batches[0]?.students, batches[0]?.handed], [[], 28, 25]);
  const batch = await read<BatchView>(registrar, `/api/certificate-batches/${batches[0]!.id}`);
  assert.deepEqual([batch.certificates[0]!.number, batch.findings], [`${school.code}202610001`, []]);
  const pdf = await registrar.get(`/api/certificate-batches/${batches[0]!.id}/certificates.pdf`);
  assert.equal((await readPdf(new Uint8Array(pdf.bytes))).pages.length, 3, 'only what lies with the school is printed');
});

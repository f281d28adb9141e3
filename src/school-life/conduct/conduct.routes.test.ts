/** 处分和困难认定: given by the meeting, told to the family, revoked after progress; hardship is applied for and reviewed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { apply, type Change, carryOut, changeTowns, decide, type Town, watching } from '../../../tests/change-desks.ts';
import { aReadablePdf } from '../../../tests/sample-pdf.ts';

const { app, taiyuan, shanxi, shanxiSenior, sichuan, sichuanSenior, henan } = await changeTowns();
const { written, refused } = watching(app);
const owner = new pg.Client({ connectionString: app.ownerUrl });
before(async () => {
  owner.on('error', () => undefined); // the database is dropped before this connection is closed
  await owner.connect();
});
after(() => owner.end());

const discipline = (kind: string, form: Record<string, unknown> = {}): Change => ({
  kind: 'DISCIPLINE',
  form: {
    ...{ kind, grounds: ['SCHOOL_RULES'], educated: true, level: 'SCHOOL', decidedBy: 'SCHOOL_AFFAIRS' },
    ...{ decidedOn: '2026-09-28', toldOn: '2026-09-29', happened: '多次夜不归宿，经谈话教育未改' },
    ...form,
  },
});
const revocation = (kind: string, progress = true): Change => ({
  kind: 'DISCIPLINE_REVOCATION',
  form: { kind, progress, shown: '一年来遵守校规，担任值日班长' },
});
/** Through the school's own two people alone. */
const alone = (town: Town): Town => ({ ...town, above: [] });
const MINUTES = '校务会或行政会议决定记录';
const SERVED = '告知学生及其监护人的处分决定书（已签收）';
const handIn = async (town: Town, caseId: string, paper: string) => {
  const query = new URLSearchParams({ paper, what: paper });
  const file = { name: `${paper}.pdf`, bytes: Buffer.concat([aReadablePdf(1), Buffer.alloc(paper.length, 10)]) };
  const { status, detail } = await town.school.registrar.upload(`/api/cases/${caseId}/evidence?${query}`, file);
  assert.equal(status, 200, detail);
};
/** With the papers that Sichuan's text asks for. */
const disciplined = async (town: Town, studentId: string, change: Change) => {
  const { body, detail } = await apply(alone(town), studentId, change);
  assert.ok(body.caseId, detail);
  for (const paper of [MINUTES, SERVED]) await handIn(town, body.caseId, paper);
  return decide(alone(town), body.caseId);
};
const given = async (studentId: string) =>
  (
    await owner.query(
      `select kind, filed, given_on::text as "givenOn", until_on::text as "untilOn", revoked_on::text as "revokedOn"
       from disciplines where student_id = $1 order by given_on, case_id`,
      [studentId],
    )
  ).rows;

test('N1.1: a Sichuan senior’s demerit, decided by the meeting and told to the guardian, is filed', async () => {
  const [student, bystander] = [await sichuanSenior.student(), await sichuanSenior.student({ name: '赵海涛' })];
  const before = await written(student);
  const { stateWords } = await disciplined(sichuanSenior, student, discipline('DEMERIT'));
  assert.equal(stateWords, '已给予处分');
  const [one] = await given(student);
  assert.deepEqual(one, { kind: 'DEMERIT', filed: true, givenOn: '2026-10-12', untilOn: null, revokedOn: null });
  assert.deepEqual((await written(student)).registrations, before.registrations, 'the registration stays as it was');
  assert.deepEqual(await given(bystander), []);
});

test('N1.2: after progress it is revoked; before, and where nothing stands, it is not', async () => {
  const student = await sichuanSenior.student();
  await refused(sichuanSenior, student, revocation('DEMERIT'), /没有未撤销的处分/);
  await disciplined(sichuanSenior, student, discipline('DEMERIT'));
  await refused(sichuanSenior, student, revocation('WARNING'), /现有记过，请重新选择/);
  await refused(sichuanSenior, student, revocation('DEMERIT', false), /不撤销记过处分.*四川·第三十八条/);
  const { stateWords } = await carryOut(alone(sichuanSenior), student, revocation('DEMERIT'));
  assert.equal(stateWords, '处分已撤销');
  assert.equal((await given(student))[0]?.revokedOn, '2026-10-12', 'the row stays with the school');
});

test('N1.3: no child of compulsory age is expelled, in Changge nor in Shanxi', async () => {
  await refused(henan, await henan.student(), discipline('EXPULSION'), /不得开除学生/);
  await refused(shanxi, await shanxi.student(), discipline('EXPULSION'), /不得开除学生/);
  await refused(shanxi, await shanxi.student(), discipline('PROBATION', { probationMonths: 6 }), /没有留校察看/);
  await refused(sichuan, await sichuan.student(), discipline('ORDERED_WITHDRAWAL'), /勒令/);
});

test('N1.4: without the meeting’s decision nothing is handed in, nor for poor results', async () => {
  const student = await sichuanSenior.student();
  await refused(sichuanSenior, student, discipline('DEMERIT', { decidedBy: 'OTHER' }), /校务会或行政会议/);
  await refused(sichuanSenior, student, discipline('WARNING', { grounds: ['OTHER'] }), /./);
  await refused(sichuanSenior, student, discipline('WARNING', { toldOn: '2026-09-27' }), /先由会议决定，再告知/);
});

test('in Sichuan no discipline is given before minutes and served notice lie in the case', async () => {
  const student = await sichuanSenior.student();
  const { body } = await apply(alone(sichuanSenior), student, discipline('WARNING'));
  const submit = () => sichuanSenior.school.leader.post(`/api/cases/${body.caseId}/acts`, { action: 'SUBMIT' });
  const refusedFor = async (words: RegExp) => {
    const before = await written(student);
    const { code, detail } = await submit();
    assert.equal(code, 'LAW_REFUSES');
    assert.match(detail ?? '', words);
    assert.deepEqual([await given(student), await written(student)], [[], before]);
  };
  await refusedFor(/还没有上传校务会或行政会议决定记录（四川·第三十八条）/);
  await handIn(sichuanSenior, body.caseId, MINUTES);
  await refusedFor(/还没有上传告知学生及其监护人的处分决定书（已签收）（四川·第三十八条）/);
  await handIn(sichuanSenior, body.caseId, SERVED);
  assert.equal((await submit()).status, 200);
  assert.equal((await given(student))[0]?.kind, 'WARNING');
});

test('the city of Shanxi approves an expulsion, which ends the registration; probation there ends within a year', async () => {
  const town = { ...shanxiSenior, above: [...shanxiSenior.above, taiyuan] };
  const student = await shanxiSenior.student();
  const { body } = await apply(town, student, discipline('EXPULSION'));
  assert.equal((await written(student)).registrations[0].valid_to, null, 'nothing ends before the city has agreed');
  assert.deepEqual(await given(student), []);
  assert.equal((await decide(town, body.caseId)).stateWords, '已给予处分');
  const { registrations, roster } = await written(student);
  assert.deepEqual([registrations[0].end_reason, roster], ['EXPELLED', []]);
  const other = await shanxiSenior.student({ name: '赵海涛' });
  await refused(shanxiSenior, other, discipline('PROBATION', { probationMonths: 13 }), /./);
  await carryOut(alone(shanxiSenior), other, discipline('PROBATION', { probationMonths: 12 }));
  assert.equal((await given(other))[0]?.untilOn, '2027-10-12');
});

test('E2.1, E2.2: hardship holds once it was reviewed, is not recognised twice, and is cancelled the same way', async () => {
  const student = await henan.student();
  const recognition: Change = {
    kind: 'HARDSHIP_RECOGNITION',
    form: { degree: 'GREAT', appliedOn: '2026-09-20', circumstances: '父亲因病失去劳动能力，家中两人读书' },
  };
  const held = async () =>
    (await owner.query('select degree, valid_to::text as "to" from hardships where student_id = $1', [student])).rows;
  const { body } = await apply(henan, student, recognition);
  assert.deepEqual(await held(), [], 'the registrar alone sets nothing');
  await decide(henan, body.caseId);
  assert.deepEqual(await held(), [{ degree: 'GREAT', to: null }]);
  await refused(henan, student, recognition, /已认定为困难/);
  await carryOut(henan, student, { kind: 'HARDSHIP_REMOVAL', form: { reason: '父亲已康复就业，经家访核实' } });
  assert.deepEqual(await held(), [{ degree: 'GREAT', to: '2026-10-12' }]);
  await refused(henan, student, { kind: 'HARDSHIP_REMOVAL', form: { reason: '再次取消' } }, /没有在效的困难认定/);
});

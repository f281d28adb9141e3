/** 退学: who may leave for good by the law of each place, who decides it there, and what stays of the record. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apply, type Change, carryOut, changeTowns, watching } from '../../../tests/change-desks.ts';
import { readPdf, textOf } from '../../../tests/read-pdf.ts';
import type { CaseView } from '../../cases/cases.api.ts';
import type { ChangePreview, KindsForStudent } from '../../changes/changes.api.ts';
import type { StudentView } from '../../students/api/students.api.ts';

const { app, shanxi, shanxiSenior, sichuan, sichuanSenior, henan } = await changeTowns();
const { written, refused, course } = watching(app);

const withdrawal = (form: Record<string, unknown>): Change => ({
  kind: 'WITHDRAWAL',
  form: { initiatedBy: 'FAMILY', ...form },
});
const UNABLE = withdrawal({ ground: 'LOST_ABILITY', papers: ['APPLICATION', 'FORM', 'MEDICAL'] });
const SENIOR = withdrawal({ ground: 'OTHER', papers: ['APPLICATION', 'FORM'] });

test('W1.1: in Shanxi who has lost the ability to learn withdraws; record and number stay, roster and seat end', async () => {
  const [student, bystander] = [await shanxi.student(), await shanxi.student({ name: '赵海涛' })];
  const atHome = await written(bystander);
  const numbers = (await written(student)).numbers;
  const { caseId, stateWords } = await carryOut(shanxi, student, UNABLE);
  assert.equal(stateWords, '已退学，学籍终止');
  const { registrations, roster, seats, numbers: after } = await written(student);
  const said = registrations.map(({ state, end_reason, ended_by }) => ({ state, end_reason, ended_by }));
  assert.deepEqual(said, [{ state: 'ENROLLED', end_reason: 'WITHDRAWN', ended_by: caseId }]);
  assert.deepEqual([roster, seats.length, seats[0].valid_to === null], [[], 1, false]);
  assert.deepEqual(after, numbers, 'the number stays');
  assert.deepEqual(await written(bystander), atHome);
});

test('the case shows the form in words, the papers that the law lists, and the township by its written consent', async () => {
  const student = await shanxi.student();
  const { body } = await shanxi.school.registrar.post<ChangePreview>('/api/changes/previews', {
    studentId: student,
    ...UNABLE,
  });
  assert.equal(body.verdict, 'ALLOW');
  const papers = body.papers.map(({ words }) => words);
  assert.ok(
    papers.some((one) => /乡镇人民政府（街道办事处）的书面意见/.test(one)),
    papers.join('、'),
  );
  assert.deepEqual(
    body.steps.map(({ role }) => role),
    ['学校', '学籍主管部门'],
  );
  const { caseId } = (await apply(shanxi, student, UNABLE)).body;
  const { body: view } = await shanxi.school.registrar.get<CaseView>(`/api/cases/${caseId}`);
  const { said } = view.data as { said: { label: string; words: string }[] };
  assert.deepEqual(said[0], { label: '退学事由', words: '因病因故丧失学习能力' });
});

test('the printed application says what was filled in, with the number masked, and who signs', async () => {
  const { caseId } = (await apply(shanxi, await shanxi.student({ name: '欧阳静' }), UNABLE)).body;
  const answer = await shanxi.school.registrar.get(`/api/cases/${caseId}/application.pdf`);
  assert.equal(answer.status, 200, answer.detail);
  const { pages, title } = await readPdf(new Uint8Array(answer.bytes));
  const text = pages.map(textOf).join('').replaceAll(/\s/g, '');
  assert.match(title, /退学.*申请表$/);
  for (const word of ['欧阳静', '因病因故丧失学习能力', '学生及监护人', '学校主管领导']) {
    assert.ok(text.includes(word), `${word} is not on the form: ${text}`);
  }
  assert.doesNotMatch(text, /\d{17}[\dX]/);
});

test('W2.1: a senior student of Sichuan withdraws on the form of annex 6', async () => {
  const { stateWords } = await carryOut(sichuanSenior, await sichuanSenior.student(), SENIOR);
  assert.equal(stateWords, '已退学，学籍终止');
});

test('a senior student of Shanxi withdraws on a listed ground; for an illness two years of leave are asked for first', async () => {
  const papers = ['APPLICATION', 'FORM', 'MEDICAL', 'MEDICAL_IIA', 'PASSPORT', 'HOUSEHOLD'];
  const judicial = await shanxiSenior.student();
  await carryOut(shanxiSenior, judicial, withdrawal({ ground: 'JUDICIAL', papers }));
  assert.deepEqual(await course(judicial), ['ENROLLED 11 2025 WITHDRAWN']);
  const ill = await shanxiSenior.student();
  const after = (leaveYears: number) => withdrawal({ ground: 'INCURABLE', leaveYears, papers });
  await refused(shanxiSenior, ill, after(1), /因病退学的，须已休学2年.*山西·第二十九条/);
  await carryOut(shanxiSenior, ill, after(2));
});

test('W1.2, W1.3, W2.2: refused in Sichuan at fourteen, in Changge by order of the school, in Shanxi without a listed ground', async () => {
  await refused(sichuan, await sichuan.student(), withdrawal({ ground: 'UNSUITED' }), /未满18周岁.*四川·第二十七条/);
  const ordered = withdrawal({ ground: 'LOST_ABILITY', initiatedBy: 'SCHOOL' });
  const child = await henan.student();
  await refused(henan, child, ordered, /未完成义务教育，本地没有准予退学的规定/);
  const { body } = await henan.school.registrar.post<ChangePreview>('/api/changes/previews', {
    studentId: child,
    ...ordered,
  });
  assert.ok(body.findings.some(({ sentence, chip }) => /不得责令/.test(sentence) && /^长葛/.test(chip)));
  await refused(
    shanxiSenior,
    await shanxiSenior.student(),
    SENIOR,
    /不属普通高中可以申请退学的四种情形.*山西·第二十九条/,
  );
});

test('what is not filled in is asked for by its own name; a paper that is missing is named', async () => {
  const student = await shanxi.student();
  await refused(shanxi, student, { kind: 'WITHDRAWAL', form: { ground: 'OTHER' } }, /请选择由谁提出/);
  await refused(shanxi, student, withdrawal({ ground: 'NONE' }), /退学事由：请在所列各项中选择/);
  await refused(shanxi, student, { kind: 'SOMETHING', form: {} }, /没有这一办理事项/);
  await refused(shanxi, student, withdrawal({ ground: 'LOST_ABILITY', papers: [] }), /缺县级以上医疗单位证明/);
  await refused(shanxiSenior, await shanxiSenior.student(), withdrawal({ ground: 'INCURABLE' }), /请填写已休学/);
  await refused(henan, student, UNABLE, /没有找到此学生/);
});

test('who has left stays to be found by the last school, with how and when; a second withdrawal does not fit', async () => {
  const student = await sichuanSenior.student({ name: '周雨桐' });
  await carryOut(sichuanSenior, student, SENIOR);
  const { registrar } = sichuanSenior.school;
  const { body } = await registrar.get<StudentView>(`/api/students/${student}`);
  assert.deepEqual([body.state, body.stateWords], ['LEFT', '已退学']);
  assert.equal(body.marks.at(-1)?.title, '退学');
  const kinds = await registrar.get<KindsForStudent>(`/api/changes/kinds?studentId=${student}`);
  assert.match(kinds.body.student.stateWords, /^已离校，2026-10-12退学/);
  const own = kinds.body.kinds.find(({ kind }) => kind === 'WITHDRAWAL');
  assert.match(own?.unfit ?? '', /现不在读/);
});

test('a second case is refused with the number of the first, who holds it and how long', async () => {
  const student = await shanxi.student();
  const { caseId } = (await apply(shanxi, student, UNABLE)).body;
  const { body } = await shanxi.school.registrar.get<CaseView>(`/api/cases/${caseId}`);
  await refused(shanxi, student, UNABLE, new RegExp(`退学（${body.number}），现由.*办理`));
  const kinds = await shanxi.school.registrar.get<KindsForStudent>(`/api/changes/kinds?studentId=${student}`);
  assert.match(kinds.body.blocked?.sentence ?? '', /办结或撤回后再办/);
});

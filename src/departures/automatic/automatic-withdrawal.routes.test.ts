/** 自动退学: only of senior students, only when counters and contacts say so, by whom the law of the place names. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callRolls, rollOf } from '../../../tests/attendance-desks.ts';
import { anAccount, writing } from '../../../tests/builders.ts';
import { apply, carryOut, changeTowns, decide, type Town, watching } from '../../../tests/change-desks.ts';
import { setTeacher } from '../../authorities/classes/class-group.store.ts';
import type { CaseView } from '../../cases/cases.api.ts';
import { addDays, type CivilDate, civilDate, weekdayOf } from '../../kernel/civil-date.ts';

const { app, taiyuan, shanxiSenior, sichuanSenior, sichuan, henan } = await changeTowns();
const { written, refused } = watching(app);
app.clock.set('2026-12-18T16:30:00+08:00');

const proposal = { kind: 'AUTOMATIC_WITHDRAWAL', form: { efforts: '三次家访，家长未能劝回' } };

/** The last so many days of school before the day of the clock, truant all day. */
async function stayAway(place: Town, student: string, count: number): Promise<void> {
  const teacher = await anAccount(app, { at: place.school.at, role: 'CLASS_TEACHER' });
  const { roster } = await written(student);
  const group = { id: roster[0].class_group_id } as never;
  await writing(app, (tx) => setTeacher(tx, roster[0].class_group_id, teacher.id));
  const days: CivilDate[] = [];
  for (let on = civilDate('2026-12-18'); days.length < count; on = addDays(on, -1)) {
    if (weekdayOf(on) <= 5) days.unshift(on);
  }
  while (days.length > 0) {
    const rolls = days.splice(0, 31).map((on) => rollOf(on, [student]));
    const { status, detail } = await callRolls({ teacher: app.as(teacher), group }, rolls);
    assert.equal(status, 200, detail);
  }
}

async function contact({ school }: Town, student: string, ...days: string[]): Promise<void> {
  for (const on of days) {
    const said = { on, way: 'VISIT', who: '父亲', outcome: '答应劝其返校' };
    const { status, detail } = await school.registrar.post(`/api/truancy/students/${student}/contacts`, said);
    assert.equal(status, 200, detail);
  }
}

test('W3.1: 140 periods and three logged contacts make a proposal in Sichuan, which the authority decides', async () => {
  const [student, bystander] = [await sichuanSenior.student(), await sichuanSenior.student({ name: '赵海涛' })];
  const atHome = await written(bystander);
  await stayAway(sichuanSenior, student, 20);
  await contact(sichuanSenior, student, '2026-12-01', '2026-12-08', '2026-12-15');
  const { body, detail } = await apply(sichuanSenior, student, proposal);
  assert.ok(body.caseId, detail);
  const { body: view } = await sichuanSenior.school.registrar.get<CaseView>(`/api/cases/${body.caseId}`);
  assert.deepEqual(
    view.findings.map(({ chip, sentence }) => `${chip} ${sentence}`),
    ['四川·第二十九条 旷课已达规定，联系3次无效，可按自动退学处理'],
  );
  const { said } = view.data as { said: { label: string; words: string }[] };
  assert.deepEqual(
    said.slice(0, 3).map(({ words }) => words),
    ['140节，20天', '自2026-11-23起，20天', '3次，最近2026-12-15'],
  );
  assert.equal((await decide(sichuanSenior, body.caseId)).stateWords, '已按自动退学处理，学籍终止');
  const { registrations, roster } = await written(student);
  assert.deepEqual([registrations.at(-1)!.end_reason, roster], ['WITHDRAWN_BY_RULE', []]);
  assert.deepEqual(await written(bystander), atHome);
});

test('W3.2: 140 periods without a log of contacts make none', async () => {
  const student = await sichuanSenior.student({ name: '王静怡' });
  await stayAway(sichuanSenior, student, 20);
  await refused(sichuanSenior, student, proposal, /只联系监护人0次.*四川·第二十九条/);
  await contact(sichuanSenior, student, '2026-12-01', '2026-12-08');
  await refused(sichuanSenior, student, proposal, /只联系监护人2次/);
});

test('139 periods are too few, however often the guardian was spoken to', async () => {
  const student = await sichuanSenior.student({ name: '周雨桐' });
  await stayAway(sichuanSenior, student, 19);
  await contact(sichuanSenior, student, '2026-12-01', '2026-12-08', '2026-12-15');
  await refused(sichuanSenior, student, proposal, /旷课未达自动退学的规定/);
});

test('W3.3: no child of compulsory age withdraws by staying away: the article says so', async () => {
  await refused(sichuan, await sichuan.student(), proposal, /义务教育阶段不按自动退学处理.*四川·第二十七条/);
  await refused(henan, await henan.student(), proposal, /义务教育阶段不按自动退学处理.*义务教育法·第十一条/);
});

test('in Shanxi it is more than eight weeks on end, and county and city both approve', async () => {
  const student = await shanxiSenior.student();
  await stayAway(shanxiSenior, student, 40);
  await contact(shanxiSenior, student, '2026-11-02', '2026-11-16', '2026-12-01');
  await refused(shanxiSenior, student, proposal, /旷课未达自动退学的规定.*山西·第三十一条/);
  const other = await shanxiSenior.student({ name: '孙思远' });
  await stayAway(shanxiSenior, other, 41);
  await contact(shanxiSenior, other, '2026-11-02', '2026-11-16', '2026-12-01');
  const both = { ...shanxiSenior, above: [...shanxiSenior.above, taiyuan] };
  const { stateWords } = await carryOut(both, other, proposal);
  assert.equal(stateWords, '已按自动退学处理，学籍终止');
});

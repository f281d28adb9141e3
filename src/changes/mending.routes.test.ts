/** 补正: a change that came back is put right by the school while it has the case, and nothing else changes of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apply, type Change, changeTowns, watching } from '../../tests/change-desks.ts';
import type { CaseView } from '../cases/cases.api.ts';
import type { ChangePage } from './changes.api.ts';

const { app, sichuanSenior, shanxiSenior } = await changeTowns();
const { written } = watching(app);

const ASKED: Change = {
  kind: 'WITHDRAWAL',
  form: { ground: 'OTHER', initiatedBy: 'FAMILY', papers: ['APPLICATION', 'FORM'] },
};
const MENDED = { ...ASKED.form, ground: 'INCURABLE', leaveYears: 1 };

test('while the authority has it nobody mends it; returned, the school does, and then withdraws it: nothing has changed', async () => {
  const [student, bystander] = [await sichuanSenior.student(), await sichuanSenior.student({ name: '赵海涛' })];
  const [before, atHome] = [await written(student), await written(bystander)];
  const { registrar, leader } = sichuanSenior.school;
  const { caseId } = (await apply(sichuanSenior, student, ASKED)).body;
  const act = (by: typeof registrar, action: string, opinion?: string) =>
    by.post<{ stateWords: string }>(`/api/cases/${caseId}/acts`, { action, opinion });
  await act(leader, 'SUBMIT');
  const mend = (by = registrar, form: object = MENDED) => by.put(`/api/changes/${caseId}/form`, { form });
  assert.equal((await mend()).status, 403, 'the authority has it');
  const returned = await act(sichuanSenior.above[0]!.registrar, 'RETURN', '事由写错');
  assert.equal(returned.body.stateWords, '退回补正');
  assert.equal((await mend(shanxiSenior.school.registrar)).status, 404, 'of another school');
  assert.match((await mend(registrar, { ...MENDED, leaveYears: undefined })).detail ?? '', /请填写已休学/);
  assert.equal((await mend()).status, 200);
  const { body } = await registrar.get<CaseView>(`/api/cases/${caseId}`);
  const { said } = body.data as { said: { label: string; words: string }[] };
  assert.deepEqual(
    said.slice(0, 3).map(({ words }) => words),
    ['患不能治愈的重症或严重传染病', '学生及监护人', '1年'],
  );
  assert.equal((await act(registrar, 'WITHDRAW')).body.stateWords, '已撤回');
  const { registrations, roster, seats, open } = await written(student);
  assert.deepEqual([registrations, roster, seats, open], [before.registrations, before.roster, before.seats, []]);
  assert.deepEqual(await written(bystander), atHome);
});

test('running and over: each change stands on one side of the list, for the school and for its authority', async () => {
  const student = await shanxiSenior.student();
  const change = { kind: 'DEATH', form: { diedOn: '2026-10-08', hasProof: true, proof: '死亡医学证明' } };
  const { caseId } = (await apply(shanxiSenior, student, change)).body;
  const sides = async () => {
    const has = async (side: string) => {
      const { body } = await shanxiSenior.above[0]!.registrar.get<ChangePage>(`/api/changes?side=${side}`);
      return body.items.some((item) => item.caseId === caseId);
    };
    return [await has('RUNNING'), await has('OVER')];
  };
  assert.deepEqual(await sides(), [true, false]);
  await shanxiSenior.school.registrar.post(`/api/cases/${caseId}/acts`, { action: 'RETRACT' });
  await shanxiSenior.school.registrar.post(`/api/cases/${caseId}/acts`, { action: 'WITHDRAW' });
  assert.deepEqual(await sides(), [false, true]);
  const elsewhere = await sichuanSenior.school.registrar.get<ChangePage>('/api/changes?side=OVER');
  assert.ok(elsewhere.body.items.every((item) => item.caseId !== caseId));
});

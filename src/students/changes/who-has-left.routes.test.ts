/** 学籍已终止的档案: the last school reads it and changes nothing in it, until the end is taken back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { type Change, carryOut, changeTowns } from '../../../tests/change-desks.ts';
import { rowsOfStudent } from '../../../tests/student-rows.ts';
import type { StudentView, UpdateAnswer } from '../api/students.api.ts';

const { app, shanxi } = await changeTowns();
const { registrar } = shanxi.school;
const [county] = shanxi.above;
const DEATH: Change = {
  kind: 'DEATH',
  form: { hasProof: true, proof: '死亡医学证明，县人民医院', diedOn: '2026-10-08' },
};

const update = async (id: string, values: Record<string, string>) => {
  const { version } = (await registrar.get<StudentView>(`/api/students/${id}`)).body;
  return registrar.patch<UpdateAnswer>(`/api/students/${id}/items`, { values, version });
};
const photo = async (id: string) => {
  const blank = sharp({ create: { width: 520, height: 640, channels: 3, background: '#ff0000' } });
  const bytes = await blank.jpeg().toBuffer();
  return registrar.upload(`/api/students/${id}/photo`, { name: 'photo.jpg', bytes });
};
const acts = [
  (id: string) => update(id, { onlyChild: '否' }),
  (id: string) => update(id, { 'guardians.0.phone': '13912345512' }),
  photo,
] as const;

test('of who has left neither items nor family nor photo are changed; who is there is changed as ever', async () => {
  const [gone, there] = [await shanxi.student(), await shanxi.student({ name: '赵海涛' })];
  const { caseId } = await carryOut(shanxi, gone, DEATH);
  const before = await rowsOfStudent(app, gone);
  for (const act of acts) {
    const refused = await act(gone);
    assert.deepEqual([refused.status, refused.code], [422, 'LAW_REFUSES']);
    assert.match(refused.detail!, /学籍已于2026-10-12终止（死亡）.*更正须由学籍主管部门办理/);
    const done = await act(there);
    assert.equal(done.status, 200, done.detail);
  }
  assert.deepEqual(await rowsOfStudent(app, gone), before);

  const reason = '经查系同名误报，学生在校';
  const { body } = await county!.registrar.post<{ caseId: string }>(`/api/cases/${caseId}/reversal`, { reason });
  const act = { action: 'REVERSE', opinion: '同意撤销' };
  assert.equal((await county!.leader.post(`/api/cases/${body.caseId}/acts`, act)).status, 200);
  for (const again of acts) assert.equal((await again(gone)).status, 200, 'registered again, the record is kept again');
});

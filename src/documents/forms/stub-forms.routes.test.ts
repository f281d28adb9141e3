/** 存根: what stays of completion certificates and academic proofs is printed stub under stub, under a code of the register. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { anAuthority, writing } from '../../../tests/builders.ts';
import { deskOf, graduated, SENIOR_RESULTS, sign } from '../../../tests/graduands.ts';
import { readPdf, textOf } from '../../../tests/read-pdf.ts';
import { insertProof } from '../certificates/proof/proof.store.ts';

const app = await testApplication({ now: '2027-06-21T10:00:00+08:00' });
const yingze = await deskOf(app, await anAuthority(app, { placeCode: '140106' }));
const long = `${'古丽巴哈尔·'.repeat(9)}买买提明江`;
const failed = { ...SENIOR_RESULTS, totalCredits: 100 };
const lastGrade = (...names: string[]) => ({ under: yingze.at, stage: 'SENIOR' as const, names });
const school = await graduated(app, lastGrade(long, '𬀩㛃'), failed, [yingze]);
const bystander = await graduated(app, lastGrade('戊一'), SENIOR_RESULTS, [yingze]);

const print = async (form: string, by = school) => {
  const answer = await by.registrar.get(`/api/schools/${by.at.id}/forms/${form}?from=2027-01-01&to=2027-12-31`);
  assert.equal(answer.status, 200, answer.detail);
  return (await readPdf(new Uint8Array(answer.bytes))).pages.map(textOf).join('');
};
const says = (text: string, ...parts: string[]) => {
  for (const part of parts) assert.ok(text.includes(part), `${part} is not in ${text}`);
};

test('the stubs of completion certificates bear the annex of Shanxi, long and rare names, and a code that is verified', async () => {
  says(await print('certificate-stub'), '附件11', '结业证书存根', '该时段没有编号的结业、肄业证书');
  const body = { stage: 'SENIOR', year: 2027, outcome: 'COMPLETED' };
  const opened = await school.registrar.post<{ caseId: string }>('/api/certificate-batches', body);
  assert.equal(opened.status, 200, opened.detail);
  await sign(school, opened.body.caseId, []);
  const text = await print('certificate-stub');
  says(text, '附件11', '结业证书存根', `姓名${long}`, '姓名𬀩㛃');
  assert.equal(new Set(text.match(/证书编号\d{6,}/g)).size, 2, 'each its own number');
  says(text, '普通高中结业证书', '2027年1月1日至2027年12月31日', '领取人签字', '存根2');
  assert.doesNotMatch(text, /存根3|undefined|null|收回/);
  const code = text.match(/核验码：([0-9A-Z-]+)/)?.[1];
  const told = await app.anonymous.post<{ facts: { value: string }[] }>('/api/verifications', { code });
  assert.deepEqual(
    told.body.facts.map(({ value }) => value),
    ['结业证书存根', school.at.name, '全校', '2027年1月1日至2027年12月31日'],
  );
  says(await print('certificate-stub', bystander), '该时段没有编号的结业、肄业证书');
  const theirs = await bystander.registrar.get(`/api/schools/${school.at.id}/forms/certificate-stub`);
  assert.equal(theirs.status, 404);
});

test('the stubs of academic proofs tell the number, the turn and whose certificate it stands for', async () => {
  says(await print('proof-stub'), '附件12', '学历证明存根', '该时段没有出具学历证明');
  const [studentId = ''] = school.ids;
  const of = (name: string, ordinal: number) => ({
    ...{ studentId, name, gender: '2', bornOn: '2005-02-27', stage: 'JUNIOR', outcome: 'GRADUATED', photoId: null },
    ...{ studiedFrom: '2017-09-01', studiedTo: '2020-06-20', certificateNumber: null, proofs: ordinal - 1 },
    ...{ id: app.services.newId(), caseId: app.services.newId(), paperId: app.services.newId() },
    ...{ number: `2027000${ordinal}`, issuedOn: '2027-03-04', sealed: Buffer.alloc(1) },
  });
  await writing(app, async (tx) => {
    for (const [at, name] of [long, '𬀩㛃'].entries()) {
      await insertProof(tx, of(name, at + 1) as Parameters<typeof insertProof>[1], school.at);
    }
  });
  const text = await print('proof-stub');
  says(text, '第20270001号', '第20270002号', `姓名${long}`, '姓名𬀩㛃', '2027年3月4日', '第2次', '初中毕业');
  says(text, '原证书编号领取人签字');
  assert.match(text, /核验码：[0-9A-Z-]+/);
});

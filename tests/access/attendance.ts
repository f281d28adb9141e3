/** 权限矩阵的在校生活: a leave of absence that waits, a report that nobody has signed for, awards and aid. */
import assert from 'node:assert/strict';
import type { Institution } from '../../src/authorities/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { AidList } from '../../src/school-life/aid/aid.api.ts';
import { offerRow } from '../../src/school-life/assessments/electives/elective.store.ts';
import type { AwardList } from '../../src/school-life/awards/awards.api.ts';
import type { TestApplication } from '../application.ts';
import { anAccount, writing } from '../builders.ts';
import { aReadablePdf } from '../sample-pdf.ts';

export async function someAttendance(app: TestApplication, school: Institution, studentId: string) {
  const registrar = app.as(await anAccount(app, { at: school }));
  const { body: away } = await registrar.post<{ id: string }>('/api/leaves-of-absence', {
    ...{ studentId, reason: 'PERSONAL', beginsOn: '2026-09-22', endsOn: '2026-09-22' },
    ...{ guardianProof: true, diagnosis: false },
  });
  const { body: report } = await registrar.post<{ id: string }>(`/api/truancy/students/${studentId}/reports`, {
    ...{ recipient: 'TOWNSHIP', recipientName: '和尚桥镇人民政府', on: '2026-09-16' },
  });
  const query = new URLSearchParams({ entryKind: 'LEAVE_OF_ABSENCE', entryId: away.id, paper: 'GUARDIAN_PROOF' });
  const { body: shown } = await registrar.upload<{ id: string }>(`/api/shown-papers?${query}`, {
    ...{ name: '家长证明.pdf', bytes: aReadablePdf(1) },
  });
  return { awayId: away.id, reportId: report.id, shownPaperId: shown.id, electiveId: await anElective(app, school) };
}

/** A module that the school offers, as a senior one would. */
async function anElective(app: TestApplication, school: Institution): Promise<string> {
  const by = await anAccount(app, { at: school });
  const id = newId();
  const offer: Parameters<typeof offerRow>[1] = {
    ...{ id, schoolYear: 2026, term: 1, subject: 'OWN-1', name: '剪纸', category: 'SCHOOL_ELECTIVE', credits: 2 },
    ...{ grades: [1], places: 30, teacherName: '冯玉兰' },
  };
  const keeping = { school, by: { accountId: by.id, personName: '冯玉兰' } };
  await writing(app, (tx) => tx.together(offerRow(tx, offer, keeping)));
  return id;
}

/** An award that waits, one that was granted, and an entry of aid. */
export async function someConduct(app: TestApplication, school: Institution, studentId: string) {
  const registrar = app.as(await anAccount(app, { at: school }));
  const leader = app.as(await anAccount(app, { at: school, role: 'SCHOOL_LEADER' }));
  const propose = (title: string) =>
    registrar.post('/api/awards', {
      ...{
        studentIds: [studentId],
        category: 'ACTIVITY',
        level: 'SCHOOL',
        title,
        givenOn: '2026-09-10',
        giver: '本校',
      },
    });
  for (const title of ['运动会一等奖', '合唱比赛一等奖']) assert.equal((await propose(title)).status, 200);
  const { body: awards } = await registrar.get<AwardList>('/api/awards');
  const [awardId = '', spareAwardId = ''] = awards.items.map(({ id }) => id);
  await leader.post('/api/awards/decisions', { ids: [spareAwardId], grant: true });
  await registrar.post('/api/aids', {
    ...{ scheme: 'MEALS', term: 1, givenOn: '2026-09-10', amounts: [{ studentId, amount: 400 }] },
  });
  const { body: aids } = await registrar.get<AidList>('/api/aids');
  return { awardId, spareAwardId, aidId: aids.items[0]!.id };
}

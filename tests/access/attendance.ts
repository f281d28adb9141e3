/** 权限矩阵的考勤: a leave of absence that waits and a report that nobody has signed for. */
import type { Institution } from '../../src/authorities/index.ts';
import type { TestApplication } from '../application.ts';
import { anAccount } from '../builders.ts';

export async function someAttendance(app: TestApplication, school: Institution, studentId: string) {
  const registrar = app.as(await anAccount(app, { at: school }));
  const { body: away } = await registrar.post<{ id: string }>('/api/leaves-of-absence', {
    ...{ studentId, reason: 'PERSONAL', beginsOn: '2026-09-22', endsOn: '2026-09-22' },
    ...{ guardianProof: true, diagnosis: false },
  });
  const { body: report } = await registrar.post<{ id: string }>(`/api/truancy/students/${studentId}/reports`, {
    ...{ recipient: 'TOWNSHIP', recipientName: '和尚桥镇人民政府', on: '2026-09-16' },
  });
  return { awayId: away.id, reportId: report.id };
}

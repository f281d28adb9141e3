/** 权限矩阵的归档材料: a scan in a student's file. */
import type { Institution } from '../../src/authorities/index.ts';
import type { TestApplication } from '../application.ts';
import { anAccount } from '../builders.ts';
import { aReadablePdf } from '../sample-pdf.ts';

export async function aFiledPaper(app: TestApplication, school: Institution, studentId: string): Promise<string> {
  const registrar = app.as(await anAccount(app, { at: school }));
  const query = new URLSearchParams({ paper: 'HOUSEHOLD', datedOn: '2026-09-01' });
  const file = { name: '户口簿.pdf', bytes: aReadablePdf(1) };
  const { body } = await registrar.upload<{ id: string }>(`/api/students/${studentId}/file/papers?${query}`, file);
  return body.id;
}

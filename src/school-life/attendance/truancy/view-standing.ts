/** 一名旷课学生: the counters, what the law asks, every contact and every report. */
import type { Actor, Services } from '../../../access/index.ts';
import { gradeName } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { REGISTRATION_STATES } from '../../../students/index.ts';
import { getOwnStudent } from '../reach.ts';
import { termOf, usualTerm } from '../term-of.ts';
import { countTruants, viewTruants } from './list-truants.ts';
import { CONTACT_WAYS, type ContactWay, RECIPIENTS, REPORT_MATTERS, type Recipient } from './reporting.api.ts';
import type { TruantStanding } from './truancy.api.ts';
import { type ContactRow, listContacts, listReports, listTruantStudents } from './truancy.store.ts';

/** Refuses NOT_FOUND outside the caller's place, and for a class teacher outside the class. */
export async function viewTruantStanding(
  tx: Transaction,
  services: Pick<Services, 'law' | 'cipher'>,
  actor: Actor,
  studentId: string,
): Promise<TruantStanding> {
  const { student, school } = await getOwnStudent(tx, actor, studentId);
  const today = dayOf(tx.now);
  const since = ((await termOf(tx, school, today)) ?? usualTerm(today)).startsOn;
  const counted = await countTruants(tx, { path: school.path, studentId });
  const [truant] = await viewTruants(tx, services, counted);
  const [whole] = await listTruantStudents(tx, [studentId]);
  const contacts = await listContacts(tx, [studentId], since);
  const reports = await listReports(tx, [studentId], since);
  return {
    ...{ today, studentId, name: student.name, schoolName: school.name, since },
    numberMasked: whole?.numberMasked ?? '',
    gradeWords: gradeName(student.grade),
    stateWords: REGISTRATION_STATES[student.state] ?? student.state,
    senior: student.stage === 'SENIOR',
    truant: truant ?? null,
    contacts: contacts.map((row) => ({
      ...{ id: row.id, on: row.on, madeByName: row.madeByName },
      wayWords: CONTACT_WAYS[row.way as ContactWay],
      ...openContact(services, row),
    })),
    reports: reports.map(({ caseId: _, studentId: __, madeByName: ___, ...report }) => ({
      ...report,
      matterWords: REPORT_MATTERS[report.matter],
    })),
    recipients: Object.entries(RECIPIENTS).map(([code, words]) => ({ code: code as Recipient, words })),
  };
}

/** What was said, opened for whoever may see the student. */
const openContact = ({ cipher }: Pick<Services, 'cipher'>, { id, sealed }: ContactRow) =>
  cipher.open('guardian_contacts', id, sealed) as { who: string; outcome: string };

/** How often and when the guardian of one student was spoken to since a day. */
export async function contactsSince(
  tx: Transaction,
  studentId: string,
  since: CivilDate,
): Promise<{ count: number; lastOn: CivilDate | undefined }> {
  const rows = await listContacts(tx, [studentId], since);
  return { count: rows.length, lastOn: rows[0]?.on };
}

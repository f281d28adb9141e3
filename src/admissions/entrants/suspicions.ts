/** 疑似同一人: an entrant and the students that may be the same child, side by side, with every reason and its weight. */
import type { Services } from '../../access/index.ts';
import { getInstitution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import {
  checkDuplicates,
  familyRelations,
  genders,
  labelOf,
  listStrangers,
  maskName,
  type RawRecord,
} from '../../students/index.ts';
import { assessAlone, readIntake, subjectOf } from '../checking/assess.ts';
import { getEntrant } from './entrant.store.ts';
import type { SuspicionsView } from './entrants.api.ts';

const MOST_PAIRS = 5;

/** The pairs as they are now, the most alike first. Of the other child only what a stranger may see. */
export async function viewSuspicions(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index' | 'law'>,
  id: string,
): Promise<SuspicionsView> {
  const one = await getEntrant(tx, id);
  const raw = services.cipher.open('entrants', id, one.sealed) as RawRecord;
  const subject = subjectOf(services, assessAlone(services, await readIntake(tx, services, one.schoolId), { id, raw }));
  const found = subject ? (await checkDuplicates(tx, services, [subject])).get(id) : undefined;
  const pairs = (found?.suspicions ?? []).slice(0, MOST_PAIRS);
  const strangers = await listStrangers(
    tx,
    pairs.map(({ studentId }) => studentId),
  );
  const school = await getInstitution(tx, { id: one.schoolId });
  return {
    entrant: {
      name: one.name,
      gender: one.shown.genderText,
      bornOn: one.shown.bornText,
      identityMasked: one.shown.identityMasked,
      guardian: one.shown.guardian,
      schoolName: school.name,
    },
    pairs: pairs.map(({ studentId, score, reasons, name, gender, bornOn, schoolName }) => {
      const stranger = strangers.get(studentId);
      const relation = labelOf(familyRelations, stranger?.guardianRelation ?? '') ?? '';
      return {
        studentId,
        score,
        confirmed: one.findings.some((finding) => finding.studentId === studentId && finding.confirmed === true),
        reasons,
        student: {
          name,
          gender: labelOf(genders, gender) ?? gender,
          bornOn,
          identityMasked: stranger?.identityMasked ?? '',
          numberMasked: stranger?.numberMasked ?? '',
          guardian: stranger?.guardianName ? `${relation} ${maskName(stranger.guardianName)}`.trim() : '',
          schoolName: schoolName ?? '',
        },
      };
    }),
  };
}

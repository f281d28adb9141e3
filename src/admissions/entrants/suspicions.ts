/** 疑似同一人: an entrant and the students that may be the same child, side by side, with every reason and its weight. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { recordAll } from '../../audit/record.store.ts';
import { getInstitution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import {
  checkDuplicates,
  genders,
  labelOf,
  listStrangers,
  type RawRecord,
  refusePastMeasure,
} from '../../students/index.ts';
import { assessAlone, readIntake, subjectOf } from '../checking/assess.ts';
import { getEntrant } from './entrant.store.ts';
import type { SuspicionsView } from './entrants.api.ts';
import { guardianWords } from './make-entrant.ts';

const MOST_PAIRS = 5;

/**
 * The pairs as they are now, the most alike first. Of the other child only what a stranger may see; each look at it
 * leaves a row where that child's record lies, and counts against the day's measure. Refuses TOO_MANY past it.
 */
export async function viewSuspicions(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index' | 'law'>,
  actor: Actor,
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
  if (pairs.length > 0) {
    await refusePastMeasure(tx, actor);
    await recordAll(
      tx,
      asAuditActor(actor),
      pairs.map(({ studentId }) => ({
        action: 'COMPARE_STUDENT',
        subjectKind: 'STUDENT' as const,
        subjectId: studentId,
        path: strangers.get(studentId)?.path ?? one.path,
        detail: { entrant: id },
      })),
    );
  }
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
          guardian: stranger?.guardianName ? guardianWords(stranger.guardianRelation, stranger.guardianName) : '',
          schoolName: schoolName ?? '',
        },
      };
    }),
  };
}

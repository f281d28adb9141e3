/** 成批学籍变动: what those who follow hear where one statement lets many registrations be followed by the next. */
import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';
import { announcing } from '../../../feed/announce.store.ts';

/**
 * What tellSuccession tells of one, for all of a statement whose `with` has the parts `ended` (registrations as they were,
 * each with the `next_id` of its successor) and `begun` (the successors), each at the school where it was. The change
 * bears the id of the registration that begins by it.
 */
export const tellSuccessions = (tx: Transaction): RawBuilder<unknown> =>
  announcing(
    tx,
    sql`select jsonb_build_object(
        'id', b.id, 'kind', 'REGISTRATION_CHANGED', 'path', b.path, 'studentId', b.student_id, 'caseId', b.begun_by,
        'body', jsonb_build_object('registrationId', b.id, 'schoolId', b.school_id, 'stage', b.stage, 'grade', b.grade,
          'intakeYear', b.intake_year, 'state', b.state, 'on', b.valid_from, 'earlierId', e.id,
          'earlierState', e.state, 'earlierGrade', e.grade))
      from begun b join ended e on e.next_id = b.id order by b.student_id`,
  );

/** 出具档案袋标签: the labels of a class group's folders, and on a sheet of their own those who get none yet. */
import { type Actor, type Services, scopeOf } from '../../access/index.ts';
import { classGroupName, gradeOf } from '../../authorities/index.ts';
import { labelFolders } from '../../hand-over/index.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { getClassGroupInReach, rosterAsOf } from '../../placements/index.ts';
import type { PrintMark } from '../print-mark.ts';
import { styleAt } from '../styles/style-at.ts';
import { type FolderLabel, folderLabel } from './folder-label.ts';

export interface IssuedLabels {
  labels: FolderLabel[];
  mark: PrintMark;
}

type Needs = Pick<Services, 'db' | 'cipher' | 'law' | 'index'>;

/**
 * By seat and name. Who waits for the file of another school has a field without a code that says so, with the article.
 * Refuses NOT_FOUND outside the reader's reach and for an empty class group.
 */
export function issueLabels(services: Needs, actor: Actor, classGroupId: string): Promise<IssuedLabels> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const { group, school } = await getClassGroupInReach(tx, actor, classGroupId);
    const on = dayOf(tx.now);
    const lines = await rosterAsOf(tx, services, { school, classGroupId: group.id, on });
    if (lines.length === 0) throw refuse('NOT_FOUND', { what: '此班在籍的学生' });
    const studentIds = lines.map(({ studentId }) => studentId);
    const { codes, withheld } = await labelFolders(tx, services, actor, { school, studentIds });
    const waiting = new Map(withheld.map((one) => [one.studentId, one]));
    const name = classGroupName(gradeOf(group, on), group.ordinal);
    const labels = lines.map(({ studentId, name: student, registrationNumber, seatNo }) => {
      const seat = seatNo === null ? '' : `${seatNo}号`;
      const of = { school: school.name, classGroup: `${name}${seat}`, name: student, number: registrationNumber };
      const { sentence = '', chip = null } = waiting.get(studentId) ?? {};
      return folderLabel(of, codes.get(studentId) ?? null, [sentence, chip ?? ''].filter(Boolean).join('，'));
    });
    const style = await styleAt(tx, 'folder-labels', school.placeCode);
    return { labels, mark: { place: actor.institution.name, person: actor.personName, printedAt: tx.now, style } };
  });
}

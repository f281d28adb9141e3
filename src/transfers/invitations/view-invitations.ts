/** 看转学意愿: those told to the schools of a place, or recorded by them. */
import type { Actor } from '../../access/index.ts';
import { gradeName } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { REFUSAL_REASONS, TRANSFER_GROUNDS } from '../../policy/index.ts';
import { countInvitations, type InvitationRow, listInvitations } from './invitation.store.ts';
import type { InvitationItem, InvitationPage } from './invitations.api.ts';

const SHOWN = 200;

/** The newest 200. */
export async function viewInvitations(tx: Transaction, actor: Actor, side: 'IN' | 'OUT'): Promise<InvitationPage> {
  const { path } = actor.institution;
  const rows = await listInvitations(tx, { path, side, limit: SHOWN });
  return { ...(await countInvitations(tx, path)), items: rows.map((row) => itemOf(actor, row)) };
}

const itemOf = (actor: Actor, row: InvitationRow): InvitationItem => ({
  ...shownInvitation(row),
  may: mayDo(actor, row),
});

/** The wish and its answer, as everybody who has to do with it may read them. */
export function shownInvitation(row: InvitationRow): Omit<InvitationItem, 'may'> {
  const { id, childName, grade, fromName, toName, ground, said, askedOn, recordedByName, arrangedBy, state } = row;
  const { answer } = row;
  return {
    ...{ id, childName, fromName, toName, said, askedOn, recordedByName, state, caseId: row.caseId },
    gradeWords: gradeName(grade),
    groundWords: TRANSFER_GROUNDS[ground],
    arranged: arrangedBy !== null,
    answer: answer && {
      byName: answer.byName,
      on: dayOf(answer.at),
      reasonWords: answer.reason && REFUSAL_REASONS[answer.reason],
      opinion: answer.opinion,
      chip: answer.finding?.chip ?? null,
      sentence: answer.finding?.sentence ?? null,
      remedy: answer.finding?.remedy ?? null,
    },
  };
}

function mayDo({ role, institution }: Actor, row: InvitationRow): InvitationItem['may'] {
  const { state, toSchoolId, fromSchoolId, toPath } = row;
  if (role === 'SCHOOL_REGISTRAR' && state === 'OPEN') {
    if (toSchoolId === institution.id) return ['TAKE', 'DECLINE'];
    return fromSchoolId === institution.id ? ['WITHDRAW'] : [];
  }
  const arranges = role === 'AUTHORITY_REGISTRAR' && state === 'DECLINED' && toPath.startsWith(institution.path);
  return arranges ? ['ARRANGE'] : [];
}

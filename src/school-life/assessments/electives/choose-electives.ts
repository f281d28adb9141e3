/** 选课: which modules the students of a class group have chosen; never more than there are places. */
import { type Actor, asAuditActor } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { type ClassGroup, classGroupName, type Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { getOwnClassGroup } from '../../attendance/reach.ts';
import type { Member } from '../../attendance/register/members.store.ts';
import { groupNames } from '../../class-group-names.ts';
import { MARKS, type TermOf, termWords } from '../assessment.api.ts';
import { gradeIn, membersIn } from '../term-in.ts';
import {
  choiceRows,
  countChoices,
  type ElectiveChoice,
  type ElectiveOffer,
  endChoices,
  findOffer,
  listChoices,
  listModuleStudents,
  listOffers,
  lockOffers,
} from './elective.store.ts';
import type { ChoicesSave, ChoicesView, ModuleList } from './electives.api.ts';
import { shownOffer } from './offer-electives.ts';

interface Choosing {
  group: ClassGroup;
  school: Institution;
  term: TermOf;
  members: Member[];
  offers: ElectiveOffer[];
  choices: ElectiveChoice[];
}

async function readChoices(
  tx: Transaction,
  actor: Actor,
  { classGroupId, ...term }: TermOf & { classGroupId: string },
) {
  const { group, school } = await getOwnClassGroup(tx, actor, classGroupId);
  const members = await membersIn(tx, group, term);
  const grade = gradeIn(group, term);
  const offers = (await listOffers(tx, school.id, term)).filter(({ grades }) => grades.includes(grade));
  const choices = await listChoices(tx, {
    studentIds: members.map(({ studentId }) => studentId),
    offerIds: offers.map(({ id }) => id),
  });
  return { group, school, term, members, offers, choices };
}

async function choicesViewOf(
  tx: Transaction,
  { group, term, members, offers, choices }: Choosing,
): Promise<ChoicesView> {
  const taken = await countChoices(
    tx,
    offers.map(({ id }) => id),
  );
  const byStudent = Map.groupBy(choices, ({ studentId }) => studentId);
  return {
    classGroup: { id: group.id, name: classGroupName(gradeIn(group, term), group.ordinal), stage: group.stage },
    term: { ...term, words: termWords(term) },
    offers: offers.map((one) => shownOffer(one, taken.get(one.id) ?? 0)),
    rows: members.map(({ studentId, seatNo, name }) => ({
      ...{ studentId, seatNo, name },
      chosen: (byStudent.get(studentId) ?? []).map(({ offerId }) => offerId),
    })),
  };
}

/** Refuses NOT_FOUND for a class group that is not the caller's. */
export const viewChoices = async (
  tx: Transaction,
  actor: Actor,
  wish: TermOf & { classGroupId: string },
): Promise<ChoicesView> => choicesViewOf(tx, await readChoices(tx, actor, wish));

/**
 * All of them or none. Refuses NOT_FOUND, BAD_INPUT for who does not sit in the class group and for a module that is not
 * offered to it or closed, STALE where somebody was quicker, CONFLICT beyond the places of a module.
 */
export async function chooseElectives(
  tx: Transaction,
  actor: Actor,
  { classGroupId, cells, schoolYear, term }: ChoicesSave & { classGroupId: string },
): Promise<ChoicesView> {
  const offerIds = [...new Set(cells.map(({ offerId }) => offerId))];
  await lockOffers(tx, actor.institution.id, offerIds);
  const choosing = await readChoices(tx, actor, { classGroupId, schoolYear, term });
  const { group, school, offers } = choosing;
  const { come, gone } = changesOf(choosing, cells);
  if (gone.length > 0) await tx.together(endChoices(tx, gone, actor));
  if (come.length > 0) await tx.together(choiceRows(tx, come, { school, classGroupId, by: actor }));
  const taken = await countChoices(tx, offerIds);
  for (const { id, name, places } of offers) {
    if ((taken.get(id) ?? 0) > places) {
      throw refuse('CONFLICT', { what: `${name}只有${places}个名额，加上这次已有${taken.get(id)}人，请改选别的模块` });
    }
  }
  if (come.length + gone.length > 0) {
    await record(tx, asAuditActor(actor), {
      ...{ action: 'CHOOSE_ELECTIVES', subjectKind: 'CLASS_GROUP', subjectId: group.id, path: group.path },
      detail: {
        ...{ schoolYear, term, chosen: come.length, givenUp: gone.length },
        students: [...new Set([...come, ...gone].map(({ studentId }) => studentId))],
      },
    });
  } else tx.markAudited(); // nothing was changed
  return choicesViewOf(tx, await readChoices(tx, actor, { classGroupId, schoolYear, term }));
}

function changesOf({ members, offers, choices }: Choosing, cells: ChoicesSave['cells']) {
  const names = new Map(members.map(({ studentId, name }) => [studentId, name]));
  const open = new Map(offers.map((one) => [one.id, one]));
  const kept = new Map(choices.map((one) => [`${one.studentId} ${one.offerId}`, one]));
  const come: { studentId: string; offerId: string }[] = [];
  const gone: ElectiveChoice[] = [];
  for (const { studentId, offerId, was, chosen } of cells) {
    const offer = open.get(offerId);
    if (!names.has(studentId)) throw refuse('BAD_INPUT', { what: '有学生不在本班，请刷新名单再选' });
    if (!offer) throw refuse('BAD_INPUT', { what: '有模块不对本班开设，请刷新后再选' });
    if (offer.closedAt) throw refuse('BAD_INPUT', { what: `${offer.name}已截止选课` });
    const before = kept.get(`${studentId} ${offerId}`);
    if ((before !== undefined) !== was) throw refuse('STALE', { what: `${names.get(studentId)}的选课` });
    if (before && !chosen) gone.push(before);
    if (!before && chosen) come.push({ studentId, offerId });
  }
  return { come, gone };
}

/** 模块名单: a class teacher sees the own students in it. Refuses NOT_FOUND for an offer of another school. */
export async function viewModule(tx: Transaction, actor: Actor, id: string): Promise<ModuleList> {
  const { id: schoolId, county } = actor.institution;
  const offer = await findOffer(tx, { schoolId, id });
  if (!offer) throw refuse('NOT_FOUND', { what: '此项选修' });
  const names = await groupNames(tx, schoolId, dayOf(tx.now));
  const all = await listModuleStudents(tx, { offer, schoolId, county });
  const own =
    actor.role === 'CLASS_TEACHER' ? all.filter((one) => actor.classGroupIds.includes(one.classGroupId ?? '')) : all;
  const { schoolYear, term } = offer;
  return {
    offer: shownOffer(offer, all.length),
    term: { schoolYear, term, words: termWords(offer) },
    students: own.map(({ classGroupId, mark, ...one }) => ({
      ...one,
      classGroupName: names.get(classGroupId ?? '') ?? '',
      mark: mark && MARKS[mark],
    })),
  };
}

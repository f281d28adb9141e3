/** 开设选修: which modules a school offers in a term, with places; closed once the choice is over. */
import { type Actor, asAuditActor } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { getInstitution, gradeName, type Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { CATEGORIES, type TermOf, termWords } from '../assessment.api.ts';
import { subjectsOf } from '../subjects/school-subjects.ts';
import type { Subject } from '../subjects/subject.ts';
import { lastTerms } from '../term-in.ts';
import { closeOffer, countChoices, type ElectiveOffer, findOffer, listOffers, offerRow } from './elective.store.ts';
import type { ElectivesView, Offer, OfferWish } from './electives.api.ts';

const TERMS_SHOWN = 6;

/** As lists show it. */
export const shownOffer = (offer: ElectiveOffer, taken: number): Offer => ({
  ...{ id: offer.id, subject: offer.subject, name: offer.name, credits: offer.credits, places: offer.places, taken },
  ...{ teacherName: offer.teacherName, grades: [...offer.grades], closed: offer.closedAt !== null },
  categoryWords: CATEGORIES[offer.category],
  gradeWords: offer.grades.map(gradeName).join('、'),
});

/** Modules that one may choose: they give credits and are not required. */
async function modulesOf(tx: Transaction, school: Institution): Promise<Subject[]> {
  if (!school.stages.includes('SENIOR')) return [];
  const subjects = await subjectsOf(tx, school, 'SENIOR');
  return subjects.filter(
    ({ scale, category, grades }) => scale === 'CREDITS' && category !== 'REQUIRED' && grades.length > 0,
  );
}

/** Of the running term where none is named. */
export async function viewElectives(tx: Transaction, actor: Actor, wish: TermOf | undefined): Promise<ElectivesView> {
  const school = await getInstitution(tx, { id: actor.institution.id });
  const terms = lastTerms(tx.now, TERMS_SHOWN);
  const term = wish ?? terms[0]!;
  const offers = await listOffers(tx, school.id, term);
  const taken = await countChoices(
    tx,
    offers.map(({ id }) => id),
  );
  const offered = new Set(offers.map(({ subject }) => subject));
  const named = (one: TermOf) => ({ ...one, words: termWords(one) });
  return {
    terms: terms.map(named),
    term: named(term),
    offers: offers.map((one) => shownOffer(one, taken.get(one.id) ?? 0)),
    modules: (await modulesOf(tx, school))
      .filter(({ code }) => !offered.has(code))
      .map(({ code, name, category, credits }) => ({
        ...{ subject: code, name, credits: credits ?? 0, categoryWords: CATEGORIES[category!] },
      })),
  };
}

/** Refuses BAD_INPUT for what is no elective module of the school, CONFLICT for one that is offered already. */
export async function offerElective(
  tx: Transaction,
  actor: Actor,
  { schoolYear, term, subject, places, teacherName }: OfferWish,
): Promise<ElectivesView> {
  const school = await getInstitution(tx, { id: actor.institution.id });
  const module = (await modulesOf(tx, school)).find(({ code }) => code === subject);
  if (!module) throw refuse('BAD_INPUT', { what: '没有这个选修模块，先在“科目”中设定' });
  if ((await listOffers(tx, school.id, { schoolYear, term })).some((one) => one.subject === subject)) {
    throw refuse('CONFLICT', { what: `本学期已开设${module.name}` });
  }
  const { name, credits, grades } = module;
  const category = module.category as ElectiveOffer['category'];
  const offer = {
    id: tx.newId(),
    schoolYear,
    term,
    subject,
    name,
    category,
    credits: credits ?? 0,
    grades,
    places,
    teacherName,
  };
  await tx.together(offerRow(tx, offer, { school, by: actor }));
  await record(tx, asAuditActor(actor), {
    ...{ action: 'OFFER_ELECTIVE', subjectKind: 'INSTITUTION', subjectId: school.id, path: school.path },
    detail: { schoolYear, term, subject, places },
  });
  return viewElectives(tx, actor, { schoolYear, term });
}

/** 截止选课. Refuses NOT_FOUND for an offer of another school, or one that was closed before. */
export async function closeElective(tx: Transaction, actor: Actor, id: string): Promise<ElectivesView> {
  const of = { schoolId: actor.institution.id, id };
  const offer = await findOffer(tx, of);
  if (!offer || !(await closeOffer(tx, of))) throw refuse('NOT_FOUND', { what: '此项可以截止的选修' });
  await record(tx, asAuditActor(actor), {
    ...{ action: 'CLOSE_ELECTIVE', subjectKind: 'INSTITUTION', subjectId: actor.institution.id },
    ...{ path: actor.institution.path, detail: { offer: id } },
  });
  return viewElectives(tx, actor, offer);
}

/** 法规接口: open to everybody: a family asks before it walks to the school. Nothing here reads or keeps personal data. */
import { z } from 'zod';
import { type Route, route, type Services } from '../access/index.ts';
import type { Standstills } from '../cases/index.ts';
import { NODE_SCOPE } from '../db/transaction.ts';
import { type CivilDate, dayOf, isCivilDate } from '../kernel/civil-date.ts';
import { chainOf, NATION } from '../kernel/place-codes.ts';
import { findTerm, listNotices, standstillsShape, viewStandstills } from '../local-settings/index.ts';
import { nameOfArea } from '../students/index.ts';
import { answerCase } from './asking/answer-case.ts';
import { type AskedCase, caseShape } from './asking/case-shape.ts';
import { listQuestions } from './asking/vocabulary.ts';
import { viewInForce } from './in-force/view-in-force.ts';
import { listPlacesUnder, listPlacesWithText } from './places/list-places.ts';
import * as shape from './regulations.api.ts';
import { getArticleOfNotice } from './texts/article-of-notice.ts';
import { clauseIndexOf, type LawLibrary } from './texts/clause-index.ts';
import { findCitedArticle, viewInstrument, viewInstruments } from './texts/view-instruments.ts';

const TAG = '法规';
const who = 'PUBLIC';
const placeField = z
  .string()
  .refine((code) => code === NATION || nameOfArea(code) !== undefined, { error: '没有这个行政区划代码' });
const dayField = z.string().refine(isCivilDate, { error: '日期须写作2026-09-01' });

export interface RegulationNeeds {
  services: Services;
  /** All texts with their clauses. */
  library: LawLibrary;
  /** The windows of the places, and what each kind of case is called. */
  standstills: { windows: Standstills; titles: ReadonlyMap<string, string> };
  /** Folder in which the installation keeps the texts themselves. */
  textFolder?: string | undefined;
}

/** Texts, vocabulary, decisions, what is in force, places. */
export function regulationRoutes({ services, library, standstills, textFolder }: RegulationNeeds): Route[] {
  let made: ReturnType<typeof clauseIndexOf> | undefined;
  const index = () => {
    made ??= clauseIndexOf(library);
    return made;
  };
  const texts = () => ({ library, index: index(), textFolder });
  return [
    route({
      ...{ method: 'GET', path: '/api/policy/instruments', tag: TAG, title: '看法规文本', who },
      answer: shape.instrumentsShape,
      handle: async () => viewInstruments(texts()),
    }),
    route({
      ...{ method: 'GET', path: '/api/policy/instruments/:id', tag: TAG, title: '看一部法规', who },
      params: z.object({ id: z.string().max(20) }),
      answer: shape.instrumentTextShape,
      handle: ({ params }) => viewInstrument(texts(), params.id),
    }),
    route({
      ...{ method: 'GET', path: '/api/policy/articles', tag: TAG, title: '看一条条文', who },
      query: z.object({ chip: z.string().min(1).max(60).describe('四川·第三十三条') }),
      answer: shape.citedArticleShape,
      handle: async ({ query: { chip } }) =>
        (await findCitedArticle(texts(), chip)) ?? getArticleOfNotice(library.packs, services.law.adopted(), chip),
    }),
    route({
      ...{ method: 'GET', path: '/api/policy/questions', tag: TAG, title: '看可问之事', who },
      answer: shape.questionsShape,
      handle: async () => ({ today: dayOf(services.now()), questions: listQuestions() }),
    }),
    route({
      ...{ method: 'POST', path: '/api/policy/decisions', tag: TAG, title: '办事预查', who },
      body: caseShape,
      answer: shape.decisionShape,
      handle: async ({ body }) => {
        const { law, calendar } = services;
        return answerCase({ law, calendar, index: index() }, body as unknown as AskedCase);
      },
    }),
    route({
      ...{ method: 'GET', path: '/api/policy/in-force', tag: TAG, title: '看本地规定', who },
      query: z.object({ place: placeField, day: dayField }),
      answer: shape.inForceShape,
      handle: async ({ query }) => {
        const at = { placeCode: query.place, day: query.day as CivilDate };
        const notices = await services.db.read(NODE_SCOPE, (tx) => listNotices(tx, chainOf(at.placeCode), at.day));
        return viewInForce(services.law, index(), notices, at);
      },
    }),
    route({
      ...{ method: 'GET', path: '/api/policy/term', tag: TAG, title: '看学期起止', who },
      query: z.object({ place: placeField, day: dayField }),
      answer: shape.termShape,
      handle: async ({ query: { place, day } }) => ({
        term: (await services.db.read(NODE_SCOPE, (tx) => findTerm(tx, chainOf(place), day as CivilDate))) ?? null,
      }),
    }),
    route({
      ...{ method: 'GET', path: '/api/policy/standstills', tag: TAG, title: '看停办期', who },
      query: z.object({ place: placeField, day: dayField }),
      answer: standstillsShape,
      handle: async ({ query: { place, day } }) =>
        viewStandstills(standstills.windows, standstills.titles, { placeCode: place, day: day as CivilDate }),
    }),
    route({
      ...{ method: 'GET', path: '/api/policy/places', tag: TAG, title: '选地方', who },
      query: z.object({ upper: placeField.optional().describe('此地之下的；不写的，是有本地规定的各地') }),
      answer: shape.placesShape,
      handle: async ({ query: { upper } }) => ({
        places: upper ? listPlacesUnder(upper, library.packs) : listPlacesWithText(library.packs),
      }),
    }),
  ];
}

/** 表册用语接口: an authority says how its schools' forms are called; every version stays. */
import { z } from 'zod';
import {
  type Actor,
  asAuditActor,
  type Level,
  type Route,
  route,
  type Services,
  scopeOf,
} from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { chainOf } from '../../../kernel/place-codes.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { nameOfArea } from '../../../students/index.ts';
import { fixedTitleAt, PAPER_IDS, type PaperId, styledPaper } from '../../styles/styled-papers.ts';
import { type Wording, type WordingView, wordingBody, wordingShape } from './wording.api.ts';
import { endWording, findWording, insertWording } from './wording.store.ts';

const ABOVE_SCHOOL: Level[] = ['COUNTY', 'CITY', 'PROVINCE'];
const params = z.object({ form: z.enum(PAPER_IDS) });

/** The two routes; a school looks at what holds for it, an authority at what holds in its place. */
export function wordingRoutes({ db }: Pick<Services, 'db'>): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/forms/:form/wording',
      tag: '表册',
      title: '看表册用语',
      who: { roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] },
      params,
      answer: wordingShape,
      handle: ({ actor, params: { form } }) => db.read(scopeOf(actor), (tx) => view(tx, actor, form)),
    }),
    route({
      method: 'PUT',
      path: '/api/forms/:form/wording',
      tag: '表册',
      title: '改表册用语',
      who: { roles: ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'], levels: ABOVE_SCHOOL },
      params,
      body: wordingBody,
      answer: wordingShape,
      handle: ({ actor, params: { form }, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          const { placeCode, id, path } = actor.institution;
          refuseFixed(form, placeCode, body);
          await endWording(tx, form, placeCode);
          const isOurs = body.title === null && body.note === null && Object.keys(body.labels).length === 0;
          if (!isOurs) await insertWording(tx, { ...body, form, placeCode }, actor);
          await record(tx, asAuditActor(actor), {
            ...{ action: 'SET_FORM_WORDING', subjectKind: 'INSTITUTION', subjectId: id, path },
            detail: { form, ...body },
          });
          return view(tx, actor, form);
        }),
    }),
  ];
}

/** 法定的名称和文字不改. Refuses LAW_REFUSES, with the article where a text names the paper. */
function refuseFixed(form: PaperId, placeCode: string, { title, note, labels }: Wording): void {
  const { title: ours, words, naming } = styledPaper(form);
  const fixed = fixedTitleAt(form, placeCode);
  if (!words && (note !== null || Object.keys(labels).length > 0)) {
    throw refuse('LAW_REFUSES', { sentence: `${ours}的文字由法规和签章定式，不改用语；要改排法的，用自备模板` });
  }
  if (title === null || (naming === 'OURS' && !fixed)) return;
  const why = fixed ? `名称“${fixed.title}”由法规定名，不能改` : `${ours}按办件事项和材料定名，不统一改名`;
  throw refuse('LAW_REFUSES', { sentence: `${why}；项目用语和页脚说明可以改` });
}

async function view(tx: Transaction, { institution: { placeCode } }: Actor, form: string): Promise<WordingView> {
  const held = await findWording(tx, form, chainOf(placeCode));
  if (!held) return { title: null, note: null, labels: {}, placeName: null, setByName: null, setOn: null, mine: false };
  const { title, note, labels, setByName, setAt } = held;
  const placeName = nameOfArea(held.placeCode) ?? held.placeCode;
  return { title, note, labels, placeName, setByName, setOn: dayOf(setAt), mine: held.placeCode === placeCode };
}

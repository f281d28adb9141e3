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
import { nameOfArea } from '../../../students/index.ts';
import { DRAWN_FORMS } from '../draw-form.ts';
import { type WordingView, wordingBody, wordingShape } from './wording.api.ts';
import { endWording, findWording, insertWording } from './wording.store.ts';

const FORMS = z.enum([...DRAWN_FORMS, 'school-base', 'campus-base', 'increase-decrease']);
const ABOVE_SCHOOL: Level[] = ['COUNTY', 'CITY', 'PROVINCE'];
const params = z.object({ form: FORMS });

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

async function view(tx: Transaction, { institution: { placeCode } }: Actor, form: string): Promise<WordingView> {
  const held = await findWording(tx, form, chainOf(placeCode));
  if (!held) return { title: null, note: null, labels: {}, placeName: null, setByName: null, setOn: null, mine: false };
  const { title, note, labels, setByName, setAt } = held;
  const placeName = nameOfArea(held.placeCode) ?? held.placeCode;
  return { title, note, labels, placeName, setByName, setOn: dayOf(setAt), mine: held.placeCode === placeCode };
}

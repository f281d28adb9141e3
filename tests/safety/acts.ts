/** 办事: what officers of a district may try, at random: each act by anybody, on anything, rightly or wrongly. */
import { Readable } from 'node:stream';
import { workflows } from '../../policies/index.ts';
import { type Actor, scopeOf } from '../../src/access/index.ts';
import { listEntrants } from '../../src/admissions/entrants/entrant.store.ts';
import { makeProgressBell } from '../../src/admissions/importing/progress.ts';
import { readImport } from '../../src/admissions/importing/read-import.ts';
import { uploadWorkbook } from '../../src/admissions/importing/upload-workbook.ts';
import { REGISTRATION, registrationKind } from '../../src/admissions/index.ts';
import { submitEntrants } from '../../src/admissions/registering/submit-entrants.ts';
import { type Institution, institutionLevelOf } from '../../src/authorities/index.ts';
import { makeCaseEngine } from '../../src/cases/index.ts';
import { NODE_SCOPE } from '../../src/db/transaction.ts';
import { newId } from '../../src/kernel/ids.ts';
import { Refusal } from '../../src/kernel/refusal.ts';
import { calendar } from '../../src/kernel/working-days.ts';
import type { Answer } from '../access/caller.ts';
import type { TestApplication } from '../application.ts';
import type { TestAccount } from '../builders.ts';
import { childRow, workbookOf } from '../entrant-rows.ts';

/** The district: one school that things happen to, and others that must not notice. */
export interface District {
  school: Institution;
  /** Whoever may try something; spare accounts are there to be acted upon. */
  people: TestAccount[];
  spares: TestAccount[];
  students: string[];
  /** Students of other schools. */
  strangers: string[];
  classGroups: string[];
  cases: string[];
  imports: string[];
}

export interface Outcome {
  status: number;
  code: string | undefined;
  requestId: string;
  text: string;
}

export interface Act {
  title: string;
  who: TestAccount;
  /** Of whom or what the row in the trail must speak; empty: anything. */
  about: string[];
  run(): Promise<Outcome>;
  /** Succeeded, and there was nothing to do: nobody waited, nothing differed, something was red. */
  idle?(outcome: Outcome): boolean;
}

export type Draw = <T>(from: readonly T[]) => T;

const outcomeOf = ({ status, code, headers, text }: Answer<unknown>): Outcome => ({
  status,
  code,
  requestId: String(headers['x-request-id']),
  text,
});

const ACTIONS = ['SUBMIT', 'APPROVE', 'RETURN', 'REFUSE', 'WITHDRAW', 'SEND_BACK', 'RETRACT', 'FORCE'];
const REASON = '核对户口簿后办理';
const FIELDS = [
  'identityNumber',
  'registrationNumber',
  'homeAddress',
  'guardians.0.phone',
  'guardians.5.phone',
  'name',
];
const VALUES: Record<string, string>[] = [
  { talents: '围棋' },
  { talents: '书法', homeAddress: '河南省许昌市长葛市和尚桥镇大孙庄村88号' },
  { 'guardians.0.phone': '13912345678' },
  { phone: '12' },
  { name: '李改名' },
  { identityNumber: '411082202002270133' },
  { nothing: '1' },
];

/** Proposes the next act: half the time by somebody whose business it is, else by anybody. Whether it is allowed, the
 * product must know. */
export async function nextAct(app: TestApplication, district: District, draw: Draw, nth: number): Promise<Act> {
  const [kind, roles] = draw(KINDS);
  const { people, school } = district;
  const fitting = people.filter(
    ({ role, institution: at }) => roles.test(role) && (at.id === school.id || /COUNTY/.test(institutionLevelOf(at))),
  );
  const who = draw([draw(people), draw(fitting.length ? fitting : people)]);
  return kind(app, district, who, draw, nth);
}

type Kind = (app: TestApplication, district: District, who: TestAccount, draw: Draw, nth: number) => Act | Promise<Act>;

const call = (
  app: TestApplication,
  who: TestAccount,
  method: 'get' | 'post' | 'patch' | 'put',
  path: string,
  body?: unknown,
): Pick<Act, 'run' | 'title' | 'who'> => ({
  title: `${method} ${path}`,
  who,
  run: async () => {
    const caller = app.as(who);
    return outcomeOf(method === 'get' ? await caller.get(path) : await caller[method](path, body));
  },
});

const someStudent = ({ students, strangers }: District, draw: Draw): string =>
  draw([...students, ...students, ...strangers, newId()]);

const view: Kind = (app, district, who, draw) => {
  const id = someStudent(district, draw);
  return { ...call(app, who, 'get', `/api/students/${id}`), about: [id] };
};

const reveal: Kind = (app, district, who, draw) => {
  const id = someStudent(district, draw);
  const body = { field: draw(FIELDS), reason: draw([REASON, REASON, '']) };
  return { ...call(app, who, 'post', `/api/students/${id}/reveals`, body), about: [id] };
};

const update: Kind = (app, district, who, draw) => {
  const id = someStudent(district, draw);
  const body = { values: draw(VALUES), version: draw([1, 1, 2, 3]) };
  return {
    ...call(app, who, 'patch', `/api/students/${id}/items`, body),
    about: [id],
    idle: ({ text }) => text.includes('"student":null'),
  };
};

const issueNumbers: Kind = (app, { school }, who, draw) => ({
  ...call(app, who, 'post', '/api/students/formal-numbers', { schoolId: draw([school.id, school.id, newId()]) }),
  about: [], // whoever has come to be registered by then
  idle: ({ text }) => text.includes('"issued":0'),
});

const decide: Kind = (app, { cases }, who, draw) => {
  const id = draw([...cases, ...cases.slice(-3), newId()]);
  const body = {
    action: draw(ACTIONS),
    ...draw([{}, { opinion: REASON }, { opinion: REASON }, { opinion: REASON, seq: 1 }]),
  };
  return { ...call(app, who, 'post', `/api/cases/${id}/acts`, body), about: [id] };
};

/** What whoever holds the case would most likely do: else few cases would come to their end by chance. */
const decideRightly: Kind = async (app, district, _, draw) => {
  const open = await app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('worklist').select(['case_id', 'holder_id', 'holder_role', 'pending_action', 'state']).execute(),
  );
  if (open.length === 0) return submit(app, district, _, draw, 0);
  const one = draw(open);
  const holder = district.people.find(
    ({ institution, role }) => institution.id === one.holder_id && role === one.holder_role,
  );
  const usual =
    one.state === 'RETURNED' || one.state === 'PREPARING'
      ? ['SUBMIT']
      : ['APPROVE', 'APPROVE', 'APPROVE', 'RETURN', 'REFUSE'];
  const body = {
    action: draw([one.pending_action ?? draw(usual), draw(usual), one.pending_action ?? 'SUBMIT']),
    opinion: REASON,
  };
  return {
    ...call(app, holder ?? draw(district.people), 'post', `/api/cases/${one.case_id}/acts`, body),
    about: [one.case_id],
  };
};

const place: Kind = (app, { school, students, strangers, classGroups }, who, draw) => {
  const studentIds = [draw([...students, ...students, ...strangers])];
  const [from, to] = [draw(classGroups), draw(classGroups)];
  return draw([
    {
      ...call(app, who, 'post', `/api/schools/${school.id}/class-group-moves`, {
        studentIds,
        fromClassGroupId: from,
        toClassGroupId: draw([to, null]),
        reason: REASON,
      }),
      about: [...studentIds, from, to, school.id],
    },
    {
      ...call(app, who, 'post', `/api/schools/${school.id}/placements`, {
        assignments: [{ classGroupId: to, studentIds }],
        reason: REASON,
      }),
      about: [...studentIds, to, school.id],
    },
    {
      ...call(app, who, 'post', `/api/class-groups/${to}/seat-numbers`, { order: draw(['PINYIN', 'BIRTH', 'KEPT']) }),
      about: [to, ...students],
      idle: ({ text }: Outcome) => text.includes('"changed":0'),
    },
  ]);
};

const keepAccount: Kind = (app, { spares }, who, draw) => {
  const { id } = draw([...spares, who]);
  const path = draw(['seal', 'unseal', 'unlock', 'reset-totp']);
  return { ...call(app, who, 'post', `/api/accounts/${id}/${path}`, { reason: REASON }), about: [id] };
};

const keepSchool: Kind = (app, { school, classGroups, spares }, who, draw) =>
  draw([
    {
      ...call(app, who, 'patch', `/api/institutions/${school.id}/profile`, {
        items: { address: `人民路${draw([1, 2, 3])}号` },
      }),
      about: [school.id],
      idle: ({ text }: Outcome) => /"changed":(\[\]|0)/.test(text),
    },
    {
      ...call(app, who, 'post', `/api/institutions/${school.id}/class-groups`, { openings: [{ grade: 1, count: 1 }] }),
      about: [],
    },
    {
      ...call(app, who, 'put', `/api/class-groups/${draw(classGroups)}/teacher`, {
        accountId: draw([null, draw(spares).id]),
      }),
      about: classGroups,
    },
    {
      ...call(app, who, 'post', `/api/class-groups/${draw(classGroups)}/close`, { reason: REASON }),
      about: classGroups,
    },
  ]);

/** Work that begins below the interface: whatever it throws as a refusal counts as one. */
const direct = (
  who: TestAccount,
  title: string,
  work: (actor: Actor) => Promise<unknown>,
): Pick<Act, 'run' | 'title' | 'who'> => {
  const actor = actorOf(who);
  return {
    title,
    who,
    run: async () => {
      const { requestId } = actor;
      try {
        return { status: 200, code: undefined, requestId, text: JSON.stringify((await work(actor)) ?? null) };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { status: error.status, code: error.code, requestId, text: error.message };
      }
    },
  };
};

/** So many workbooks are enough: reading one takes longer than anything else here. */
const MOST_WORKBOOKS = 5;

const upload: Kind = (app, district, _, draw, nth) => {
  const { people, school, imports } = district;
  const { services } = app;
  if (imports.length >= MOST_WORKBOOKS) return submit(app, district, _, draw, nth);
  const who = people.find(({ role, institution }) => role === 'SCHOOL_REGISTRAR' && institution.id === school.id)!;
  const rows = [
    ...Array.from({ length: 7 }, (_, child) => childRow(8 * nth + child)),
    childRow(8 * draw([nth, 1]) + 3),
  ];
  const work = async (actor: Actor) => {
    const bytes = draw([true, true, false]) ? await workbookOf(rows) : Buffer.from('no workbook');
    const stream = Readable.from([bytes]);
    const { id } = await uploadWorkbook(services, actor, { name: '新生.xlsx', stream }, async () => {});
    imports.push(id);
    await readImport(services, makeProgressBell(), id, new AbortController().signal);
  };
  return { ...direct(who, 'upload a workbook', work), about: [] };
};

const submit: Kind = (app, district, _, draw, nth) => {
  const { people, school, imports, cases } = district;
  const { services } = app;
  if (imports.length === 0) return upload(app, district, _, draw, nth);
  const who = draw(people.filter(({ institution }) => institution.id === school.id));
  const engine = makeCaseEngine({ [REGISTRATION]: registrationKind(services, workflows) }, calendar);
  const importId = draw([...imports, newId()]);
  const [from, count] = [draw([0, 1, 2]), draw([1, 1, 2, 3])];
  const work = (actor: Actor) =>
    services.db.write(scopeOf(actor), async (tx) => {
      const drafts = await listEntrants(tx, { importId, states: ['DRAFT'], lock: true });
      const entrants = drafts.slice(from, from + count);
      const made = await submitEntrants(services, engine, tx, actor, { entrants, signedForms: true, opinion: REASON });
      cases.push(...made);
      return made;
    });
  return { ...direct(who, 'submit entrants', work), about: [] };
};

const ANYBODY = /./;
const KINDS: readonly (readonly [Kind, by: RegExp])[] = [
  [view, ANYBODY],
  [reveal, ANYBODY],
  [update, /SCHOOL_REGISTRAR/],
  [update, /SCHOOL_REGISTRAR/],
  [issueNumbers, /AUTHORITY/],
  [decide, ANYBODY],
  [place, /SCHOOL_REGISTRAR/],
  [place, /SCHOOL_REGISTRAR/],
  [keepAccount, /AUTHORITY|SCHOOL_LEADER/],
  [keepSchool, /SCHOOL_REGISTRAR|AUTHORITY/],
  [upload, /SCHOOL_REGISTRAR/],
  [submit, /SCHOOL_REGISTRAR/],
  [submit, /SCHOOL_REGISTRAR/],
  ...Array.from({ length: 6 }, () => [decideRightly, ANYBODY] as const),
];

/** The person as use cases know them. */
export function actorOf({ id, personName, role, institution }: TestAccount): Actor {
  const level = institution.kind === 'SCHOOL' ? 'SCHOOL' : 'COUNTY';
  return {
    accountId: id,
    personName,
    role,
    institution: { ...institution, level },
    classGroupIds: [],
    requestId: newId(),
  };
}

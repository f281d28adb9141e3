/** 办事: what officers of a district may try, at random: each act by anybody, on anything, rightly or wrongly. */
import { type Institution, institutionLevelOf } from '../../src/authorities/index.ts';
import { NODE_SCOPE } from '../../src/db/transaction.ts';
import { newId } from '../../src/kernel/ids.ts';
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
  /** May succeed with nothing to do: nobody waited, nothing differed, something was red. Then nothing changes either. */
  mayBeIdle?: true;
  /** What stays of a refusal on purpose, with the action that is on the trail for it. */
  staysRefused?: { action: string; tables: readonly string[] };
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

/** Proposes the next act: two times in three by somebody whose business it is, else by anybody. Whether it is allowed, the
 * product must know. */
export async function nextAct(app: TestApplication, district: District, draw: Draw, nth: number): Promise<Act> {
  const [kind, roles] = draw(KINDS);
  const { people, school } = district;
  const fitting = people.filter(
    ({ role, institution: at }) => roles.test(role) && (at.id === school.id || /COUNTY/.test(institutionLevelOf(at))),
  );
  const fit = fitting.length ? fitting : people;
  const who = draw([draw(people), draw(fit), draw(fit)]);
  return kind(app, district, who, draw, nth);
}

type Kind = (app: TestApplication, district: District, who: TestAccount, draw: Draw, nth: number) => Act | Promise<Act>;

const call = (
  app: TestApplication,
  who: TestAccount,
  method: 'get' | 'post' | 'patch' | 'put' | 'delete',
  path: string,
  body?: unknown,
): Pick<Act, 'run' | 'title' | 'who'> => ({
  title: `${method} ${path}`,
  who,
  run: async () => {
    const caller = app.as(who);
    const bare = method === 'get' || method === 'delete';
    return outcomeOf(bare ? await caller[method](path) : await caller[method](path, body));
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
    mayBeIdle: true,
  };
};

const issueNumbers: Kind = (app, { school }, who, draw) => ({
  ...call(app, who, 'post', '/api/students/formal-numbers', { schoolId: draw([school.id, school.id, newId()]) }),
  about: [], // whoever has come to be registered by then
  mayBeIdle: true,
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
      mayBeIdle: true,
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
      mayBeIdle: true,
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

/** Other schools stand by: their own business, which they might do rightly, is left out. */
const notElsewhere = ({ school, people }: District, who: TestAccount): TestAccount =>
  who.institution.kind === 'SCHOOL' && who.institution.id !== school.id ? people[0]! : who;

/** So many workbooks are enough: reading one takes longer than anything else here. */
const MOST_WORKBOOKS = 5;

const upload: Kind = async (app, district, anybody, draw, nth) => {
  const { imports } = district;
  const who = notElsewhere(district, anybody);
  if (imports.length >= MOST_WORKBOOKS) return submit(app, district, who, draw, nth);
  const rows = [
    ...Array.from({ length: 7 }, (_, child) => childRow(8 * nth + child)),
    childRow(8 * draw([nth, 1]) + 3),
  ];
  const bytes = draw([true, true, false]) ? await workbookOf(rows) : Buffer.from('no workbook');
  const run = async () => {
    const answer = await app.as(who).upload<{ id: string }>('/api/admissions/imports', { name: '新生.xlsx', bytes });
    if (answer.status === 200) {
      imports.push(answer.body.id);
      const reading = app.features.jobs.find(({ name }) => name === app.sent.at(-1)!.name)!;
      await reading.run(app.sent.at(-1)!.data, new AbortController().signal);
    }
    return outcomeOf(answer);
  };
  return { title: 'upload /api/admissions/imports', who, about: [], run };
};

/** Any entrant, also of what was decided long ago. */
async function someEntrants(app: TestApplication, draw: Draw, count = 1) {
  const all = await app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('entrants').select(['id', 'version', 'state', 'case_id']).orderBy('id').execute(),
  );
  const drafts = all.filter(({ state }) => state === 'DRAFT');
  const from = draw([all, drafts, drafts]);
  if (from.length === 0) return [{ id: newId(), version: 1, state: 'DRAFT', case_id: null }];
  return Array.from({ length: count }, () => draw(from));
}

const putForward: Kind = (app, district, anybody, draw, nth) => {
  const who = notElsewhere(district, anybody);
  const row = childRow(draw([8 * nth + 1, 8 * nth + 2, 11]), draw([{}, {}, { gender: '不详' }, { phone: '12' }]));
  return { ...call(app, who, 'post', '/api/admissions/entrants', { values: row }), about: [] };
};

const mend: Kind = async (app, _, who, draw) => {
  const [one] = await someEntrants(app, draw);
  const path = `/api/admissions/entrants/${one!.id}`;
  const values = draw([{ talents: '围棋' }, { phone: '13911112222' }, { phone: '' }, { nothing: '1' }]);
  const about = [one!.id];
  return draw([
    { ...call(app, who, 'get', path), about },
    { ...call(app, who, 'patch', path, { values, version: draw([one!.version, one!.version, 99]) }), about },
    { ...call(app, who, 'patch', path, { values, version: one!.version }), about },
    { ...call(app, who, 'post', `${path}/${draw(['skip', 'unskip'])}`), about, mayBeIdle: true as const },
    { ...call(app, who, 'post', `${path}/confirm`, { code: 'SUSPECTED_DUPLICATE', field: 'name' }), about },
    { ...call(app, who, 'delete', path), about },
  ]);
};

const submit: Kind = async (app, { imports, cases }, who, draw) => {
  const entrants = await someEntrants(app, draw, draw([1, 2, 3]));
  const one = draw([
    call(app, who, 'post', '/api/admissions/submissions', {
      entrantIds: [...new Set(entrants.map(({ id }) => id))],
      signedForms: true,
      opinion: REASON,
    }),
    call(app, who, 'post', `/api/admissions/imports/${draw([...imports, newId()])}/submissions`, {
      mode: draw(['GOOD', 'ALL']),
      signedForms: true,
      opinion: REASON,
    }),
  ]);
  const run = async () => {
    const outcome = await one.run();
    if (outcome.status === 200) cases.push(...(JSON.parse(outcome.text) as { caseIds: string[] }).caseIds);
    return outcome;
  };
  // That somebody else has come to hold a number is found at the submission, and the row keeps it.
  return { ...one, run, about: [], staysRefused: { action: 'CHECK_ENTRANTS', tables: ['entrants', 'audit_events'] } };
};

const takeBack: Kind = async (app, { imports, cases }, who, draw) => {
  const [one] = await someEntrants(app, draw);
  const body = { entrantIds: [one!.id], opinion: REASON };
  return draw([
    { ...call(app, who, 'post', `/api/admissions/imports/${draw([...imports, newId()])}/undo`), about: [] },
    { ...call(app, who, 'post', `/api/admissions/imports/${draw([...imports, newId()])}/cancel`), about: [] },
    {
      ...call(app, who, 'post', `/api/admissions/cases/${one!.case_id ?? draw([...cases, newId()])}/returns`, body),
      about: [],
    },
  ]);
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
  [putForward, /SCHOOL_REGISTRAR/],
  [mend, /SCHOOL_REGISTRAR/],
  [mend, /SCHOOL_REGISTRAR/],
  [submit, /SCHOOL_REGISTRAR/],
  [submit, /SCHOOL_REGISTRAR/],
  [takeBack, /SCHOOL_REGISTRAR|AUTHORITY/],
  ...Array.from({ length: 6 }, () => [decideRightly, ANYBODY] as const),
];

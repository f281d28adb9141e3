/** 学籍异动: the simple changes, which share one set of routes; each with a form that is mostly sound, and what it brings. */
import { addDays, type CivilDate } from '../../../src/kernel/civil-date.ts';
import type { Asked, CaseDone, KindOfCase, Registered } from './kind.ts';

interface SimpleChange {
  form(asked: Asked): Record<string, unknown>;
  becomes(before: Registered, form: Record<string, unknown>, one: CaseDone): Registered;
}

const GONE: Registered = { schoolId: null, state: null, grade: null };
const ago = (today: CivilDate, variant: number): CivilDate => addDays(today, -(variant % 4));
const back = (before: Registered, form: Record<string, unknown>, { schoolId }: CaseDone): Registered => ({
  schoolId: before.schoolId ?? schoolId,
  state: 'ENROLLED',
  grade: Number(form['grade']),
});

const CHANGES: Record<string, SimpleChange> = {
  WITHDRAWAL: {
    form: ({ variant }) => ({
      ground: variant % 3 ? 'EMIGRATION' : 'LOST_ABILITY',
      initiatedBy: 'FAMILY',
      papers: variant % 7 ? ['APPLICATION', 'FORM', 'PASSPORT', 'HOUSEHOLD', 'MEDICAL'] : [],
    }),
    becomes: () => GONE,
  },
  ABROAD: {
    form: ({ today, variant }) => ({
      destination: '新加坡，某小学',
      leavesOn: addDays(today, 5),
      hasPapers: variant % 5 > 0,
    }),
    becomes: (before) => ({ ...before, state: 'ABROAD' }),
  },
  RETURN_FROM_ABROAD: {
    form: ({ today, variant, standing }) => ({
      wants: variant % 6 ? 'RESUME' : 'NEW',
      returnsOn: ago(today, variant % 2),
      grade: String(standing.grade ?? 4),
    }),
    becomes: back,
  },
  MISSING_OR_DETAINED: {
    form: ({ variant, standing }) =>
      standing.state === 'MISSING' && variant % 4
        ? { situation: 'RELEASED', act: 'RETURN', grade: String(standing.grade) }
        : { situation: 'MISSING', act: variant % 5 ? 'KEEP' : 'CANCEL' },
    becomes: (before, form, one) => {
      if (form['act'] === 'RETURN') return before.state === 'ENROLLED' ? before : back(before, form, one);
      return form['situation'] === 'MISSING' ? { ...before, state: 'MISSING' } : before;
    },
  },
  DEATH: {
    form: ({ today, variant }) => ({
      diedOn: ago(today, variant),
      hasProof: variant % 5 > 0,
      ...(variant % 5 ? { proof: '死亡医学证明' } : {}),
    }),
    becomes: () => GONE,
  },
  DROPOUT: {
    form: ({ today, variant }) => ({
      foundOn: ago(today, variant),
      reason: '随父母外出',
      whereabouts: 'WITH_PARENTS',
      family: 'LOCAL',
    }),
    becomes: (before) => ({ ...before, state: 'DROPPED_OUT' }),
  },
  DROPOUT_RETURN: {
    form: ({ today, variant, standing }) => ({
      returnsOn: ago(today, variant % 2),
      way: 'PERSUADED',
      grade: String(standing.grade ?? 4),
    }),
    becomes: back,
  },
  GUEST_STUDY: {
    form: ({ region, school, today, variant, standing }) => ({
      guestCode: region.institutions.get(school)?.code ?? '',
      reason: variant % 2 ? 'MARTYR' : 'PARENTS_ABROAD',
      ...(variant % 2 ? {} : { monthsAbroad: 12 }),
      gradeThere: String((standing.grade ?? 4) + (variant % 5 ? 0 : 1)),
      ...{ from: addDays(today, 2), until: addDays(today, 100) },
    }),
    becomes: (before) => before,
  },
  SPECIAL_EDUCATION: {
    form: ({ variant }) => ({
      ...(variant % 2
        ? { way: 'HOME_DELIVERY', taughtByUs: true }
        : { way: 'INCLUSIVE', ableToFollow: variant % 3 > 0 }),
      plan: '肢体残疾，经评估可作此安排',
    }),
    becomes: (before) => before,
  },
  GRADE_CHANGE: {
    form: ({ variant }) => ({
      ...{ kind: variant % 2 ? 'SKIPPING' : 'RETENTION', initiatedBy: 'FAMILY', disabled: false, outstanding: true },
      ...{ cannotFollow: true, startsWithSchoolYear: true },
    }),
    becomes: (before, form) => ({ ...before, grade: before.grade! + (form['kind'] === 'SKIPPING' ? 1 : -1) }),
  },
};

/** What fits the child's state three times in four. */
const FITTING: Record<string, readonly string[]> = {
  ENROLLED: [
    'WITHDRAWAL',
    'ABROAD',
    'MISSING_OR_DETAINED',
    'DROPOUT',
    'GRADE_CHANGE',
    'ABROAD',
    'GRADE_CHANGE',
    'DEATH',
  ],
  ON_LEAVE: ['WITHDRAWAL', 'DROPOUT', 'ABROAD'],
  ABROAD: ['RETURN_FROM_ABROAD'],
  MISSING: ['MISSING_OR_DETAINED'],
  DROPPED_OUT: ['DROPOUT_RETURN'],
};

function kindFor({ standing, variant }: Asked): string {
  const fitting = FITTING[standing.state ?? ''] ?? ['RETURN_FROM_ABROAD'];
  const from = variant % 4 < 3 ? fitting : Object.keys(CHANGES);
  return from[Math.floor(variant / 4) % from.length]!;
}

export const change: KindOfCase = {
  kinds: Object.keys(CHANGES),
  opener: ({ standing }) => standing.schoolId ?? standing.lastSchoolId,
  apply: async (asked) => {
    const kind = kindFor(asked);
    const body = {
      studentId: asked.child.id,
      kind,
      form: CHANGES[kind]!.form(asked),
      opinion: '家长说明情况，学校核实',
    };
    return { method: 'post', path: '/api/changes', body };
  },
  mend: (asked, { id, kind }) => ({
    method: 'put',
    path: `/api/changes/${id}/form`,
    body: { form: CHANGES[kind]!.form(asked) },
  }),
  becomes: (before, one) =>
    CHANGES[one.kind]!.becomes(before, (one.data as { form: Record<string, unknown> }).form, one),
};

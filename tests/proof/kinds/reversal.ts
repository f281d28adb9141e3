/** 撤销变动, for the property test: whoever stands above takes the last change back, and everything is as it was. */
import { numberOf } from '../region.ts';
import type { Asked, KindOfCase } from './kind.ts';

/** Mostly the last case of the child. */
function targetOf({ cases, child, variant, region }: Asked): string {
  const ended = cases.filter(
    ({ subjectId, holderId, kind }) => subjectId === child.id && !holderId && kind !== 'REVERSAL',
  );
  const one = variant % 5 ? ended.at(-1) : ended[variant % Math.max(1, ended.length)];
  return one?.id ?? region.app.services.newId();
}

export const reversal: KindOfCase = {
  kinds: ['REVERSAL'],
  role: 'AUTHORITY_REGISTRAR',
  opener: ({ region, standing, variant }) => {
    const { institutions } = region;
    const above: string[] = [];
    for (let next = institutions.get(standing.schoolId ?? standing.lastSchoolId ?? '')?.upperId; next; ) {
      const upper = institutions.get(next);
      if (upper?.kind === 'AUTHORITY') above.push(upper.id);
      next = upper?.upperId ?? null;
    }
    return above[variant % 3 ? 0 : variant % Math.max(1, above.length)] ?? null;
  },
  apply: async (asked) => ({
    method: 'post',
    path: `/api/cases/${targetOf(asked)}/reversal`,
    body: { reason: '核实后发现办理有误' },
  }),
  students: ({ data }) => (data as { students: string[] }).students,
  becomes: (before, { data }, earlier) => {
    const { of } = data as { of: { caseId: string } };
    return earlier(of.caseId) ?? before;
  },
  done: async (child, region) => {
    child.number = await numberOf(region.app, child.id);
  },
};

/** 休学、延长休学、复学, for the property test. */
import { addDays, civilDate } from '../../../src/kernel/civil-date.ts';
import type { LeaveMatter } from '../../../src/leave/leave-form.ts';
import { ILL } from '../../leave-desks.ts';
import type { Asked, KindOfCase } from './kind.ts';

/** What fits the child's state three times in four. */
function matterOf({ standing, today, variant }: Asked): unknown {
  const away = standing.state === 'ON_LEAVE';
  const fits = away ? (['LEAVE_EXTENSION', 'RETURN'] as const)[variant % 2]! : 'LEAVE';
  const kind = variant % 4 < 3 ? fits : (['LEAVE', 'LEAVE_EXTENSION', 'RETURN'] as const)[variant % 3]!;
  const long = addDays(today, 330 + (variant % 40));
  const forms: Record<LeaveMatter['kind'], unknown> = {
    LEAVE: { ...ILL, beginsOn: addDays(today, variant % 7 === 0 ? 3 : -2), endsOn: long },
    LEAVE_EXTENSION: { until: addDays(civilDate('2027-09-20'), variant % 60), hospital: 'COUNTY' },
    RETURN: {
      returnsOn: addDays(today, variant % 5),
      gradeWanted: (standing.grade ?? 4) + (variant % 9 === 0 ? 1 : 0),
      hospital: 'COUNTY',
      leaveCertificate: true,
    },
  };
  return { kind, form: forms[kind] };
}

export const leave: KindOfCase = {
  kinds: ['LEAVE', 'LEAVE_EXTENSION', 'RETURN'],
  opener: ({ standing }) => standing.schoolId,
  apply: async (asked) => ({
    method: 'post',
    path: '/api/leaves',
    body: { studentId: asked.child.id, matter: matterOf(asked), opinion: '住院治疗' },
  }),
  mend: (asked, { id }) => ({ method: 'put', path: `/api/leaves/${id}/form`, body: matterOf(asked) }),
  becomes: (before, { data, kind }) => {
    const { matter, waits } = data as { matter: { form: { gradeWanted: number } }; waits?: unknown };
    if (kind !== 'RETURN') return { ...before, state: 'ON_LEAVE' };
    // Agreed to for a later day: until then nothing changes.
    return waits ? before : { ...before, state: 'ENROLLED', grade: matter.form.gradeWanted };
  },
};

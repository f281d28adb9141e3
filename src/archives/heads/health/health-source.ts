/** 健康部分: that there are records and of which day; the values themselves open to the student's own school only. */
import { institutionsById } from '../../../authorities/index.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import type { FileSource } from '../sources/file-source.ts';
import { healthKinds, listHealth } from './health.store.ts';
import { HEALTH_KINDS } from './health-items.api.ts';

export const healthSource: FileSource = {
  having: async (tx, studentIds) => new Set((await healthKinds(tx, studentIds)).map(({ studentId }) => studentId)),
  itemsOf: async ({ tx }, studentId) => {
    const rows = await listHealth(tx, [studentId]);
    const schools = await institutionsById(tx, [...new Set(rows.map(({ schoolId }) => schoolId))]);
    return rows.map(({ id, kind, schoolYear, measuredOn, schoolId, enteredAt }) => ({
      ...{ key: id, what: `${schoolYear}学年${HEALTH_KINDS[kind].words}`, on: measuredOn },
      enteredOn: dayOf(enteredAt),
      ...{ schoolName: schools.get(schoolId)?.name ?? null, source: HEALTH_KINDS[kind].form },
      to: null, // the values open in place, to the child's own school only
    }));
  },
};

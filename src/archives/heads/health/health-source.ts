/** 健康部分: that there are records and of which day; the values themselves open to the student's own school only. */
import { dayOf } from '../../../kernel/civil-date.ts';
import type { FileSource } from '../sources/file-source.ts';
import { healthKinds, listHealth } from './health.store.ts';
import { HEALTH_KINDS } from './health-items.api.ts';
import { shownValuesOf } from './shown-values.ts';

export const healthSource: FileSource = {
  having: async (tx, studentIds) => new Set((await healthKinds(tx, studentIds)).map(({ studentId }) => studentId)),
  itemsOf: async (asking, studentId) => {
    const { tx, services, whole } = asking;
    const rows = await listHealth(tx, [studentId]);
    const schools = await asking.schoolNames(rows.map(({ schoolId }) => schoolId));
    return rows.map((row) => ({
      ...{ key: row.id, what: `${row.schoolYear}学年${HEALTH_KINDS[row.kind].words}`, on: row.measuredOn },
      enteredOn: dayOf(row.enteredAt),
      ...{ schoolName: schools.get(row.schoolId) ?? null, source: HEALTH_KINDS[row.kind].form },
      to: null, // the values open in place, to the child's own school only
      ...(whole ? { values: shownValuesOf(services, row).map(withUnit) } : {}),
    }));
  },
};

const withUnit = ({ label, value, unit }: { label: string; value: string; unit: string | null }) => ({
  ...{ label, value: unit && unit !== '分′秒″' ? `${value}${unit}` : value },
});

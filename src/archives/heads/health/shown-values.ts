/** 健康数值文字: what a record says, item by item, as a form prints it. */
import type { Services } from '../../../access/index.ts';
import type { HealthRow } from './health.store.ts';
import { bodyMassIndex, fitnessGrade, type HealthValues, itemsOfGrade } from './health-items.api.ts';
import { shownHealthValue } from './read-value.api.ts';

export const healthValuesOf = (
  { cipher }: Pick<Services, 'cipher'>,
  { id, sealed }: Pick<HealthRow, 'id' | 'sealed'>,
): HealthValues => cipher.open('health_records', id, sealed) as HealthValues;

/** What was measured, then what follows from it; units are null where a value has none. */
export function shownValuesOf(
  services: Pick<Services, 'cipher'>,
  row: HealthRow,
): { label: string; value: string; unit: string | null }[] {
  const values = healthValuesOf(services, row);
  const index = bodyMassIndex(values);
  const grade = row.kind === 'FITNESS' ? fitnessGrade(values) : undefined;
  return [
    ...itemsOfGrade(row.kind, row.grade)
      .filter((item) => values[item.name] !== undefined)
      .map((item) => ({
        label: item.label,
        value: shownHealthValue(item, values[item.name]),
        unit: item.unit ?? null,
      })),
    ...(index === undefined ? [] : [{ label: '体重指数', value: String(index), unit: null }]),
    ...(grade === undefined ? [] : [{ label: '等级', value: grade, unit: null }]),
  ];
}

/** 健康工作簿: the health grid of a class group as a sheet. */
import type { GroupSheet } from '../standing/group-workbook.ts';
import type { HealthGrid } from './health.api.ts';

/** 七(1)班2026学年体质健康标准登记卡 */
export const healthTitle = ({ classGroup, schoolYear, form }: HealthGrid): string =>
  `${classGroup.name}${schoolYear}学年${form}`;

export const healthSheet = (grid: HealthGrid): GroupSheet => ({
  ...{ what: '健康', title: healthTitle(grid), headings: grid.items.map(({ label }) => label) },
  students: grid.students.map(({ seatNo, name, values }) => ({
    ...{ seatNo, name },
    values: grid.items.map((item) => values[item.name] ?? ''),
  })),
});

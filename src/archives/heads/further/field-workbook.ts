/** 自设项工作簿: the fields of a class group as a sheet. */
import type { GroupSheet } from '../standing/group-workbook.ts';
import { headingOf } from './field-heading.api.ts';
import type { FieldGrid } from './further.api.ts';

/** 七(1)班归档自设项 */
export const fieldTitle = ({ classGroup }: Pick<FieldGrid, 'classGroup'>): string => `${classGroup.name}归档自设项`;

export const fieldSheet = (grid: FieldGrid): GroupSheet => ({
  ...{ what: '自设项', title: fieldTitle(grid) },
  headings: grid.items.map((item) => headingOf(item, grid.items)),
  students: grid.students.map(({ seatNo, name, values }) => ({
    ...{ seatNo, name },
    values: grid.items.map(({ key }) => values[key] ?? ''),
  })),
});

/** 粘贴和班级格: the grid in which a class group is entered, for every feature that enters one. */
export type { GridItem, GridStudent } from './grid/class-grid.screen.ts';
export { GridEntry } from './grid/grid-entry.tsx';

/** 粘贴: reading a table from the clipboard and fitting it to a class group, for every grid of a class group. */
export { type Fitted, fitTable, type StrayRow } from './fit-table.screen.ts';
export { readTable } from './read-table.screen.ts';

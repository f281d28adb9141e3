/** 条款落实: the lists of all subjects together. */
import { admission } from './admission.ts';
import { conduct } from './conduct.ts';
import { departure } from './departure.ts';
import { file } from './file.ts';
import { graduation } from './graduation.ts';
import type { Keeping } from './kept.ts';
import { leave } from './leave.ts';
import { oversight } from './oversight.ts';
import { registration } from './registration.ts';
import { transfer } from './transfer.ts';

/** Each list by its subject; a clause stands in one of them at most. */
export const keepings: Readonly<Record<string, Keeping>> = {
  admission,
  registration,
  transfer,
  leave,
  departure,
  conduct,
  graduation,
  file,
  oversight,
};

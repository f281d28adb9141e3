/** 离校与归来的门: the kinds of change by which a student leaves or comes back. */
import type { AnyChangeKind } from '../changes/index.ts';
import { abroad } from './abroad/abroad.ts';
import { returnFromAbroad } from './abroad/return-from-abroad.ts';
import { automaticWithdrawal } from './automatic/automatic-withdrawal.ts';
import { death } from './death/death.ts';
import { dropout } from './dropout/dropout.ts';
import { dropoutEnd } from './dropout/dropout-end.ts';
import { dropoutReturn } from './dropout/dropout-return.ts';
import { missingOrDetained } from './missing/missing-or-detained.ts';
import { withdrawal } from './withdrawal/withdrawal.ts';

export { dropoutRoutes } from './dropout/dropouts.routes.ts';

/** In the order in which they are offered. */
export const departureKinds: readonly AnyChangeKind[] = [
  withdrawal,
  abroad,
  returnFromAbroad,
  missingOrDetained,
  death,
  dropout,
  dropoutReturn,
  dropoutEnd,
  automaticWithdrawal,
];

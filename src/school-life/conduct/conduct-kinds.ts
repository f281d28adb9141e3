/** 奖惩资助的各类办件: in the order in which they are offered. */
import type { AnyChangeKind } from '../../changes/index.ts';
import { hardshipRecognition, hardshipRemoval } from '../aid/hardship.ts';
import { discipline } from './discipline.ts';
import { disciplineRevocation } from './discipline-revocation.ts';

export const conductKinds: readonly AnyChangeKind[] = [
  discipline,
  disciplineRevocation,
  hardshipRecognition,
  hardshipRemoval,
];

/** 学籍现状的文字. */
import { endReasonWords, REGISTRATION_STATES } from '../../students/index.ts';
import type { StudentStanding } from '../standing/standing.store.ts';

/** 在读; 已离校，2026-10-10退学 */
export function stateWords({ state, end }: Pick<StudentStanding, 'state' | 'end'>): string {
  return end ? `已离校，${end.on}${endReasonWords(end.reason)}` : (REGISTRATION_STATES[state] ?? state);
}

/** 学籍已终止: the record of a student who is registered nowhere stands as it was when the registration ended. */
import { refuse } from '../../kernel/refusal.ts';
import { endReasonWords } from '../view/end-reasons.ts';
import type { HeldRecord } from '../view/read-record.ts';

type Period = Pick<HeldRecord['registrations'][number], 'valid_to' | 'end_reason'>;

/**
 * The last school keeps the record and changes nothing in it. Refuses LAW_REFUSES where none of the registrations, first
 * to last, is open: an end by mistake is taken back by the authority, and then the school mends the record.
 */
export function refuseLeft(registrations: readonly Period[]): void {
  const last = registrations.at(-1);
  if (!last?.valid_to) return;
  const ended = `此学生学籍已于${last.valid_to}终止（${endReasonWords(last.end_reason)}），学籍档案不再改动`;
  const remedy = '更正须由学籍主管部门办理：终止确属误办的，由其撤销该办件，恢复学籍后再改；学生再入学的，由接收学校改';
  throw refuse('LAW_REFUSES', { sentence: `${ended}；${remedy}` });
}

/** 完整证件号: who may have papers with full numbers, for what reason; everybody else's papers are masked. */
import type { Actor } from '../../access/index.ts';
import { refuse } from '../../kernel/refusal.ts';

/** What was asked: masked unless `full`. */
export interface NumbersAsked {
  full: boolean;
  reason?: string | undefined;
}

const MAY_PRINT_FULL = new Set(['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER']);

/**
 * The path within which numbers may stand in full on paper, undefined for a masked paper. Refuses NOT_ALLOWED to whoever
 * is not registrar or leader of a school or a county, REASON_NEEDED where nobody says what it is for.
 */
export function fullWithin(actor: Actor, { full, reason }: NumbersAsked, what: string): string | undefined {
  if (!full) return undefined;
  const { level, path } = actor.institution;
  if (!MAY_PRINT_FULL.has(actor.role) || (level !== 'SCHOOL' && level !== 'COUNTY')) {
    throw refuse('NOT_ALLOWED', { what: `打印含完整证件号的${what}，由学校或县级的学籍管理员、主管领导办理` });
  }
  if (!reason?.trim()) throw refuse('REASON_NEEDED', { action: `打印含完整证件号的${what}` });
  return path;
}

/** Refuses LAW_REFUSES: in bulk and in full nothing leaves as a file without the authority's written approval. */
export function refuseFullWorkbook({ full }: NumbersAsked): void {
  if (!full) return;
  const sentence =
    '含完整证件号的工作簿须先有教育行政部门的书面批准才可导出；批准手续尚不能在本系统办理，请导出脱敏的工作簿，或打印名册';
  throw refuse('LAW_REFUSES', { sentence });
}

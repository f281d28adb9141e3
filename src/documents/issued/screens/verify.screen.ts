/** 核验用语: how a code is typed, and what is said for each outcome. */
import type { Tone } from '../../../web/theme/tokens.ts';
import type { VerificationOutcome } from '../verify.api.ts';

const LENGTH = 17;

/** What was typed as the paper shows it: capitals in groups of four. The usual misreadings are put right by the server. */
export function inGroups(typed: string): string {
  const characters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, LENGTH);
  return characters.replace(/(.{4})(?=.)/g, '$1-');
}

/** Are all its characters there? */
export const isWhole = (typed: string): boolean => typed.replace(/[^0-9A-Z]/g, '').length === LENGTH;

/** The answer in large, and what the reader is to do. */
export const OUTCOME_WORDS: Record<VerificationOutcome, { words: string; advice: string; tone: Tone }> = {
  VALID: { words: '有效', advice: '此文书由本系统出具。请逐项与纸面核对，有一项不同即不可采信。', tone: 'green' },
  EXPIRED: { words: '已过有效期', advice: '此文书出具过，现已过期。请持有人重新开具。', tone: 'amber' },
  REVOKED: { words: '已撤销', advice: '此文书已由出具单位或持有人撤销，不可采信。', tone: 'red' },
  UNKNOWN: {
    words: '查无此码',
    advice: '请对照纸面重填；字母O和I不会出现在核验码中。仍查不到的，请向出具单位核实。',
    tone: 'grey',
  },
};

/** 凭证用语: which papers are shown for what. */

export const SHOWN_PAPERS = {
  GUARDIAN_PROOF: '家长证明',
  DIAGNOSIS: '医院诊断书',
  CERTIFICATE: '奖状证书',
} as const;
export type ShownPaperCode = keyof typeof SHOWN_PAPERS;

/** For a leave of absence proof and diagnosis, for an award its certificate. */
export const PAPERS_OF = {
  LEAVE_OF_ABSENCE: ['GUARDIAN_PROOF', 'DIAGNOSIS'],
  AWARD: ['CERTIFICATE'],
} as const satisfies Record<string, readonly ShownPaperCode[]>;
export type EntryKind = keyof typeof PAPERS_OF;

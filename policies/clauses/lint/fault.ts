/** 校核结果: what is wrong with the packs, or must be known of them. */

export interface LawFault {
  kind: 'OPEN_PARAMETER' | 'LOOSER_THAN_ABOVE' | 'GAP_OR_OVERLAP' | 'WRONG_REFERENCE' | 'DEAD_RULE' | 'SYNONYM';
  /** Which text or rule. */
  of: string;
  sentence: string;
  /** Why it may stand: the texts themselves are so, and the product deals with it. */
  known?: string | undefined;
}

/** 条款落实: how a clause is kept that no rule, setting, workflow or duty cites. */

/**
 * RECORD: a form, a record or a part of the product carries it; `where` is the file that does. PLANNED: later work, by
 * the capability it belongs to. NOT_COMPUTABLE: nothing that a program could check, and why.
 */
export type Kept =
  | { as: 'RECORD'; where: string; what: string }
  | { as: 'PLANNED'; capability: string }
  | { as: 'NOT_COMPUTABLE'; because: string };

/** By clause id. */
export type Keeping = Readonly<Record<string, Kept>>;

/** Carried by the product itself: `where` is a path in it, `what` says in Chinese what one finds there. */
export const record = (where: string, what: string): Kept => ({ as: 'RECORD', where, what });

export const planned = (capability: string): Kept => ({ as: 'PLANNED', capability });

export const notComputable = (because: string): Kept => ({ as: 'NOT_COMPUTABLE', because });

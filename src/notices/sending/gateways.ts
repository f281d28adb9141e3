/** 外发渠道: the ways out of the house, as configured; each says for certain what came of a try, or that it cannot. */

/** One message with its address; the address exists here only, and is logged nowhere. */
export interface Outgoing {
  /** Stays the same over all tries: gateways that know the idea do nothing twice for it. */
  id: string;
  to: string;
  sentences: readonly string[];
}

/**
 * SENT: taken over. LATER: not taken over for certain, may be tried again. NEVER: not taken over and will not be.
 * UNCLEAR: it may have left.
 */
export type SendOutcome = { kind: 'SENT' } | { kind: 'LATER' | 'NEVER' | 'UNCLEAR'; fault: string };

export interface Gateway {
  /** Never throws. */
  send(message: Outgoing): Promise<SendOutcome>;
  close(): Promise<void>;
}

export interface Gateways {
  mail?: Gateway | undefined;
  sms?: Gateway | undefined;
}

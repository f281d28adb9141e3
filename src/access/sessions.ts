/** 会话: what the HTTP side needs to know of a signed-in caller. */
import type { Actor } from './actor.ts';

export interface LiveSession {
  actor: Actor;
  /** Must come back in the header of every write. */
  csrfToken: string;
}

export interface Sessions {
  /** The person behind a token; undefined where it is unknown, ended, idle too long or too old. */
  find(token: string, requestId: string): Promise<LiveSession | undefined>;
}

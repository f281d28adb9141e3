/** 会话: what the HTTP side needs to know of a signed-in caller. */
import type { Actor } from './actor.ts';

/** What a person must do before anything else: the session admits only routes that say so. */
export type Restriction = 'PASSWORD' | 'SECOND_FACTOR' | 'TOTP_SET_UP';

export const RESTRICTIONS = {
  PASSWORD: '修改密码',
  SECOND_FACTOR: '输入动态口令',
  TOTP_SET_UP: '设置动态口令',
} as const satisfies Record<Restriction, string>;

export interface LiveSession {
  actor: Actor;
  /** Absent where the person may go about all their business. */
  restrictedTo?: Restriction | undefined;
  /** Must come back in the header of every write. */
  csrfToken: string;
}

export interface Sessions {
  /** The person behind a token; undefined where it is unknown, ended, idle too long or too old. */
  find(token: string, requestId: string): Promise<LiveSession | undefined>;
}

/** 任职: who answers for the registry at an institution, from a day to a day (SC-3.8, SX-3.13). */
import type { Role } from '../../access/index.ts';
import type { Validity } from '../institutions/validity.ts';

/** 责任: the principal first, the vice-principal in charge of management, the registrar directly. */
export const POSTS = {
  PRINCIPAL: { words: '校长', duty: '第一责任人' },
  VICE_PRINCIPAL: { words: '主管副校长', duty: '主管责任人' },
  LEADER: { words: '学籍主管领导', duty: '签署' },
  REGISTRAR: { words: '学籍管理员', duty: '直接责任人' },
} as const;
export type Post = keyof typeof POSTS;

/** The posts that come without an account: they are filled in by name. */
export const NAMED_POSTS = ['PRINCIPAL', 'VICE_PRINCIPAL'] as const satisfies Post[];

export interface Office extends Validity {
  id: string;
  institutionId: string;
  path: string;
  post: Post;
  personName: string;
  accountId: string | null;
  /** 办公电话 and the like, sealed. */
  sealed: Buffer | null;
}

/** The post that an account's role fills; class teachers hold none, they lead class groups. */
export function postOf(role: Role): Post | undefined {
  if (role === 'CLASS_TEACHER') return undefined;
  return role.endsWith('LEADER') ? 'LEADER' : 'REGISTRAR';
}

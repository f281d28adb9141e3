/** 出错说明: what the server could not do, as a sentence the person reads (RFC 9457 problem+json). */

/** One mistake in one field of what was sent. `path` is the field's name, dots between levels. */
export interface FieldProblem {
  path: string;
  sentence: string;
}

/**
 * Thrown by every call of the API client that did not succeed.
 * `status` 0 means the server was not reached. `message` is the Chinese sentence and says how to mend.
 */
export class ApiProblem extends Error {
  readonly status: number;
  /** The refusal's code (NOT_FOUND, STALE, …); OFFLINE where the server was not reached; UNKNOWN where it gave none. */
  readonly code: string;
  /** Number under which the server keeps the particulars of a fault of its own; only with status 500 and above. */
  readonly incident: string | undefined;
  readonly fields: readonly FieldProblem[];
  /** Findings or other particulars the server sent along, untyped: the caller knows what it asked. */
  readonly particulars: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    sentence: string,
    more: { incident?: string; fields?: FieldProblem[]; particulars?: Record<string, unknown> } = {},
  ) {
    super(sentence);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.incident = more.incident;
    this.fields = more.fields ?? [];
    this.particulars = more.particulars ?? {};
  }
}

/** The server was not reached: nothing is known to have been saved, nothing typed is lost. */
export function unreachable(): ApiProblem {
  return new ApiProblem(0, 'OFFLINE', '网络不通，未能送达。已填内容仍在，请检查网络后再试');
}

const BY_STATUS: Record<number, string> = {
  401: '尚未登录或登录已失效，请重新登录',
  403: '您的岗位不能办理此事',
  404: '没有找到，或不在您的管理范围',
  413: '文件过大，请压缩后再传',
  429: '操作过于频繁，请稍候再试',
  502: '系统正在重启，请一分钟后再试',
  503: '系统正忙，请稍后再试',
  504: '系统正忙，请稍后再试',
};

/** Reads the body of an answer that is not 2xx. Bodies that are no problem+json still give a sentence. */
export function problemOf(status: number, body: string): ApiProblem {
  const sent = objectOf(body);
  const text = (key: string) => (typeof sent[key] === 'string' && sent[key] !== '' ? sent[key] : undefined);
  const incident = text('incident');
  const sentence =
    text('detail') ??
    text('title') ??
    BY_STATUS[status] ??
    `系统出错，已记录${incident ? '，请将编号告知管理员' : '，请稍后再试'}`;
  return new ApiProblem(status, text('code') ?? 'UNKNOWN', sentence, {
    ...(incident === undefined ? {} : { incident }),
    fields: fieldsOf(sent['fields']),
    particulars: sent,
  });
}

/** The sentence of anything thrown: an ApiProblem's own, or a plain one for a fault of the page itself. */
export function sentenceOf(thrown: unknown): string {
  return thrown instanceof ApiProblem ? thrown.message : '页面出错，请刷新后再试';
}

function fieldsOf(sent: unknown): FieldProblem[] {
  if (!Array.isArray(sent)) return [];
  return sent.flatMap((one: unknown) => {
    const { path, sentence } = (one ?? {}) as Record<string, unknown>;
    return typeof path === 'string' && typeof sentence === 'string' ? [{ path, sentence }] : [];
  });
}

function objectOf(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

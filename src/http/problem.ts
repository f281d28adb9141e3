/** 错误应答: the one place where refusals and bugs become RFC 9457 problem details. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { Refusal, type RefusalCode, refuse } from '../kernel/refusal.ts';
import { type FieldProblem, fieldProblems } from './validation-words.ts';

/** application/problem+json as this product answers it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: RefusalCode | 'BUG';
  detail: string;
  /** What is wrong in which field, where the form itself did not hold. */
  fields?: FieldProblem[];
  /** Tells the log line of a bug; nothing about a person. */
  incident?: string;
}

/** Answers with the problem. A bug's message stays in the log; the caller gets its incident number. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error);
  const problem = refusal ? problemOf(refusal, fieldsOf(error)) : bug(request);
  if (!refusal) request.log.error({ incident: problem.incident, err: withoutValues(error) }, 'bug');
  if (refusal?.retryAfter !== undefined) reply.header('retry-after', refusal.retryAfter);
  return reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const said = [...new Set(fieldProblems(error.validation).map(({ sentence }) => sentence))];
    return refuse('BAD_INPUT', { what: `${said.join('；')}，请改正后再提交` });
  }
  const { statusCode, code } = (error ?? {}) as Partial<FastifyError>;
  if (code === 'FST_REQ_FILE_TOO_LARGE' || statusCode === 413) {
    return refuse('TOO_LARGE', { what: '上传内容', limit: '见页面说明' });
  }
  if (statusCode === 404) return refuse('NOT_FOUND', { what: '此地址' });
  if (statusCode && statusCode >= 400 && statusCode < 500) {
    return refuse('BAD_INPUT', { what: '请求格式不对，请刷新页面后重试' });
  }
  return undefined;
}

const fieldsOf = (error: unknown): FieldProblem[] | undefined =>
  hasZodFastifySchemaValidationErrors(error) ? fieldProblems(error.validation) : undefined;

function problemOf({ code, status, message }: Refusal, fields: FieldProblem[] | undefined): Problem {
  const problem = { type: `urn:xueji:problem:${code}`, title: message, status, code, detail: message };
  return fields ? { ...problem, fields } : problem;
}

function bug(request: FastifyRequest): Problem {
  const incident = request.id;
  const detail = `系统出错，未作任何更改，请稍后重试；如仍不行，请报事件号${incident}`;
  return { type: 'urn:xueji:problem:BUG', title: '系统出错', status: 500, code: 'BUG', detail, incident };
}

/** Database errors quote row values in `detail` and `where`: only the kind, the code and the stack may be logged. */
function withoutValues(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: string };
  const stack = error.stack?.split('\n').slice(1).join('\n');
  const message = code ? undefined : error.message;
  return { type: error.name, code, message, stack };
}

/**
 * 拒绝: the one table of everything a caller may not or cannot do.
 *
 * A Refusal is thrown; it is neither a decision of law (a value, see policy/decision.ts) nor a bug (anything else).
 * Sentences are what the person reads: they say what is wrong and what to do. Holes in braces are typed.
 */
const REFUSALS = {
  BAD_INPUT: [400, '填报内容有误：{what}'],
  NOT_SIGNED_IN: [401, '尚未登录或登录已失效，请重新登录'],
  WRONG_CREDENTIALS: [401, '用户名、密码或动态口令不正确，连续输错{limit}次将锁定账号'],
  ACCOUNT_LOCKED: [401, '账号因多次输错已锁定，{until}后可再试，或请上级管理员解锁'],
  ACCOUNT_NOT_ACTIVE: [401, '账号{why}，请联系上级管理员办理'],
  LINK_NOT_VALID: [
    401,
    '所填内容与学校留存的不一致，或者此链接已停用、过期，请核对后再填；同一链接连续填错{limit}次即停用，请向学校要新的链接',
  ],
  KEY_NOT_VALID: [401, '密钥不正确、已停用或批准已到期，请与颁发密钥的教育行政部门核对'],
  SECOND_FACTOR_NEEDED: [401, '此岗位须用动态口令登录，请输入验证器上的六位数字'],
  SET_UP_FIRST: [403, '请先{what}，再办理其他事项'],
  NOT_ALLOWED: [403, '您的岗位不能办理此事：{what}'],
  NOT_FOUND: [404, '没有找到{what}，或不在您的管理范围'],
  STALE: [409, '{what}已被他人更新，请刷新后再办'],
  ALREADY_DECIDED: [409, '此步已由{who}于{at}办理，无须再办'],
  STEP_NOT_ALLOWED: [409, '当前状态（{state}）不能“{action}”'],
  SAME_PERSON: [409, '经办与签署须由两人分别办理，此件由您经办，请由主管领导签署'],
  REASON_NEEDED: [400, '“{action}”须写明理由'],
  LAW_REFUSES: [422, '不符合规定：{sentence}'],
  DUPLICATE_IDENTITY: [409, '此证件号已有学籍或正在办理注册，不得重复建籍；如需到本校就读，请办转学'],
  STANDSTILL: [409, '{place}“{title}”期间停止{what}，至{until}止（{notice}）；{remedy}'],
  CASE_OPEN: [409, '此学生有在办的{what}，{holder}，办结或撤回后再办'],
  CONFLICT: [409, '{what}，请刷新后再办'],
  KEY_REUSED: [422, '同一幂等键用于不同内容，请换用新的幂等键'],
  IN_FLIGHT: [409, '同一请求正在处理，请稍候再查看结果'],
  TOO_LARGE: [413, '{what}过大，上限{limit}'],
  UNSUITABLE_FILE: [422, '文件不能使用：{why}'],
  TOO_MANY: [429, '{what}已达{limit}，请{when}再办'],
  CALENDAR_NOT_PUBLISHED: [422, '{year}年节假日安排尚未公布，无法计算工作日期限，请待公布并录入后再办'],
  NOT_AVAILABLE: [503, '{what}暂不可用，请稍后再试'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

export type RefusalCode = keyof typeof REFUSALS;

type Holes<S extends string> = S extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never;
type Facts<C extends RefusalCode> = Record<Holes<(typeof REFUSALS)[C][1]>, string | number>;
type FactsArgument<C extends RefusalCode> = [Holes<(typeof REFUSALS)[C][1]>] extends [never] ? [] : [facts: Facts<C>];

/** The caller may not or cannot. Absent and forbidden are the same NOT_FOUND, so that nobody learns by probing. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: number;
  /** Seconds after which the same may be tried again, where that is known. */
  retryAfter: number | undefined;

  constructor(code: RefusalCode, ...[facts]: FactsArgument<RefusalCode>) {
    super(sentenceOf(code, facts ?? {}));
    this.name = 'Refusal';
    this.code = code;
    this.status = REFUSALS[code][0];
  }

  /** The same refusal, with the seconds after which it may be tried again. */
  after(seconds: number): this {
    this.retryAfter = seconds;
    return this;
  }
}

/** Builds a Refusal whose holes must all be filled: `throw refuse('NOT_FOUND', { what: '学生' })`. */
export function refuse<C extends RefusalCode>(code: C, ...facts: FactsArgument<C>): Refusal {
  return new Refusal(code, ...(facts as FactsArgument<RefusalCode>));
}

/** Every code with its HTTP status and sentence, for the documentation and the problem+json mapper. */
export function listRefusals(): { code: RefusalCode; status: number; sentence: string }[] {
  return (Object.keys(REFUSALS) as RefusalCode[]).map((code) => {
    const [status, sentence] = REFUSALS[code];
    return { code, status, sentence };
  });
}

function sentenceOf(code: RefusalCode, facts: Record<string, string | number>): string {
  return REFUSALS[code][1].replace(/\{(\w+)\}/g, (_, hole: string) => String(facts[hole] ?? ''));
}

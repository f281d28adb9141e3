/** 审计核验问题: every way in which a log can differ from what was sealed, and the words for it. */

/** Most faults that are kept in words; the rest is counted. */
const KEPT = 100;

const SENTENCES = {
  /** The event, or the leaf made from it, was changed after sealing. */
  CHANGED: '第{position}条（事件{eventId}）与封存时不一致，事件或其叶值被改动',
  DELETED: '第{position}条（事件{eventId}）已被删除',
  INSERTED: '事件{eventId}（{at}）不在封存之列，系事后插入',
  REORDERED: '第{position}条（事件{eventId}）的先后次序与事务次序不符，叶被调换',
  LEAF_LOST: '第{from}至{to}条的叶值缺失',
  LEAF_UNSEALED: '第{from}条起的叶值没有封存头覆盖，封存头被删除或叶值系伪造',
  TREE_BROKEN: '第{from}至{to}条之间的叶值被改动、增删或调换，算得的树根与封存头不符',
  HEAD_FORGED: '封存至第{size}条的封存头签名不符，系伪造或被改动',
  HEAD_KEY_UNKNOWN: '封存至第{size}条的封存头所用签名密钥（{keyId}）不在密钥文件中，无法确认真伪',
  HEAD_CHAIN_BROKEN: '封存至第{size}条的封存头与前一个封存头不衔接，其间有封存头被删除或插入',
  HEAD_LOST: '见证文件记有封存至第{size}条的封存头，数据库中没有，已被删除',
  TAIL_CUT: '已封存{size}条，数据库中只剩{left}条，尾部被截去或数据库被退回旧版',
  ROLLED_BACK: '封存至第{size}条有两个不同的封存头，数据库曾被退回旧版后又继续封存',
  WITNESS_CHANGED: '见证文件中封存至第{size}条的记录签名不符，系伪造或被改动',
  WITNESS_LOST: '见证文件缺少封存至第{size}条的记录，其后的记录仍在，该记录已被删除',
  WITNESS_BEHIND: '见证文件落后{count}个封存头，其尾部被截去或近来写入失败',
  WITNESS_MISSING: '数据库中已有封存头，见证文件却不存在或为空，无从查出截尾与退回旧版，请找回见证文件',
} as const;

export type AuditFaultKind = keyof typeof SENTENCES;
type Holes<S extends string> = S extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never;
type Facts<K extends AuditFaultKind> = Record<Holes<(typeof SENTENCES)[K]>, string | number>;

export interface AuditFault {
  kind: AuditFaultKind;
  facts: Record<string, string | number>;
  /** What the auditor reads. */
  sentence: string;
}

/** Collects faults; words for the first hundred, a count of all. */
export interface FaultList {
  readonly faults: AuditFault[];
  readonly count: number;
  add<K extends AuditFaultKind>(kind: K, facts: Facts<K>): void;
}

export function makeFaultList(): FaultList {
  const faults: AuditFault[] = [];
  let count = 0;
  return {
    faults,
    get count() {
      return count;
    },
    add(kind, facts) {
      count++;
      if (faults.length < KEPT) faults.push({ kind, facts, sentence: sentenceOf(kind, facts) });
    },
  };
}

function sentenceOf(kind: AuditFaultKind, facts: Record<string, string | number>): string {
  return SENTENCES[kind].replace(/\{(\w+)\}/g, (_, hole: string) => String(facts[hole]));
}

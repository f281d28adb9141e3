/** 名册办理记录存取: what was done about somebody on the roll; only added to. */
import type { Actor, Services } from '../../../access/index.ts';
import type { NewRows, Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import type { LawFinding } from '../../../policy/index.ts';
import type { Admitted } from './admitted.ts';

export const ROLL_ACTS = {
  ADMIT: '列入名册',
  CHECK_IN: '报到',
  DEFER: '准予延期',
  PAY_FEES: '缴清费用',
  CONTACT: '督促联系',
  REPORT: '书面通知',
  DROPOUT: '视为辍学',
  GIVE_UP: '取消入学资格',
  DRAFT: '转入入学注册',
  CONTINUE: '接续学籍',
  CANCEL: '审查取消',
  CORRECT: '更正名册',
} as const;
export type RollActKind = keyof typeof ROLL_ACTS;

/** What the law said, as it is kept. */
export type KeptFinding = Pick<LawFinding, 'ruleId' | 'verdict' | 'sentence' | 'chip'>;

export interface NewRollAct {
  act: RollActKind;
  /** The day it was done, or of the paper; today where nothing else is said. */
  on?: CivilDate;
  facts?: Record<string, unknown>;
  /** With whom and what came of it. */
  secret?: Record<string, string>;
  findings?: readonly LawFinding[];
}

export interface RollAct {
  id: string;
  act: RollActKind;
  on: CivilDate;
  byName: string;
  facts: Record<string, unknown>;
  secret: Record<string, string>;
  findings: KeptFinding[];
}

/** The rows of an act on one entry, or of the same act on many. */
export function rollActRows(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  actor: Pick<Actor, 'accountId' | 'personName'>,
  all: readonly { of: Pick<Admitted, 'id' | 'schoolId' | 'path'>; act: NewRollAct }[],
): NewRows {
  const rows = all.map(({ of, act }) => {
    const id = tx.newId();
    return {
      ...{ school_id: of.schoolId, roll_id: of.id, id, path: of.path, act: act.act },
      ...{ acted_on: act.on ?? dayOf(tx.now), acted_at: tx.now, acted_by: actor.accountId },
      acted_by_name: actor.personName,
      facts: JSON.stringify(act.facts ?? {}),
      sealed: act.secret ? cipher.seal('admission_roll_acts', id, act.secret) : null,
      findings: JSON.stringify((act.findings ?? []).map(keptOf)),
    };
  });
  return { into: 'admission_roll_acts', rows };
}

const keptOf = ({ ruleId, verdict, sentence, chip }: LawFinding): KeptFinding => ({ ruleId, verdict, sentence, chip });

/** Everything done about one entry, the first first. */
export async function listRollActs(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  rollId: string,
): Promise<RollAct[]> {
  const rows = await tx.byKey
    .selectFrom('admission_roll_acts')
    .selectAll()
    .where('roll_id', '=', rollId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    act: row.act as RollActKind,
    on: row.acted_on as CivilDate,
    byName: row.acted_by_name,
    facts: row.facts as Record<string, unknown>,
    secret: row.sealed ? (cipher.open('admission_roll_acts', row.id, row.sealed) as Record<string, string>) : {},
    findings: row.findings as unknown as KeptFinding[],
  }));
}

/** How often an act was done about each of these, by entry. */
export async function countRollActs(
  tx: Transaction,
  act: RollActKind,
  schoolIds: readonly string[],
): Promise<Map<string, number>> {
  if (schoolIds.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('admission_roll_acts')
    .select((by) => ['roll_id', by.fn.countAll<string>().as('times')])
    .where('school_id', 'in', [...schoolIds])
    .where('act', '=', act)
    .groupBy('roll_id')
    .execute();
  return new Map(rows.map(({ roll_id, times }) => [roll_id, Number(times)]));
}

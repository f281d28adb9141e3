/** 在任学籍管理员: without one a school begins no registration. */
import { hasRegistrar } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';

/** Refuses LAW_REFUSES where nobody holds the office today (SC-3.9, SX-3.14), and says who can mend that. */
export async function refuseWithoutRegistrar(tx: Transaction, schoolId: string): Promise<void> {
  if (await hasRegistrar(tx, schoolId, dayOf(tx.now))) return;
  const sentence =
    '本校没有在任的学籍管理员，不能开始入学注册；请上级教育行政部门在“机构账号”中为本校开设学籍管理员账号并登记培训，到任后再办';
  throw refuse('LAW_REFUSES', { sentence });
}

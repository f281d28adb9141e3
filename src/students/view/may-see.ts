/** 谁可看: whose record a person may open, beyond what row policies already hide. */
import type { Actor } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { findClassGroup } from './student.store.ts';

/** A class teacher sees the own class groups only; anybody else is told that there is no such student. */
export async function checkMaySee(tx: Transaction, actor: Actor, studentId: string): Promise<void> {
  if (actor.role !== 'CLASS_TEACHER') return;
  const group = await findClassGroup(tx, studentId);
  if (!group || !actor.classGroupIds.includes(group.class_group_id)) throw refuse('NOT_FOUND', { what: '此学生' });
}

/** 同时办理: two people who wrote the same unique thing at once; the database lets one through. */
import { refuse } from '../kernel/refusal.ts';

const UNIQUE_VIOLATION = '23505';

/** Turns the database's word that something is taken into a refusal; `what` says in Chinese what is taken. */
export async function refuseTwins<T>(work: Promise<T>, what: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) throw refuse('CONFLICT', { what });
    throw error;
  }
}

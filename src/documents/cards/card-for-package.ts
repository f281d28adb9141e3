/** 随档案包的学籍卡: the registration card of a student whose file leaves as a package; none for who is registered nowhere. */
import type { Actor, Services } from '../../access/index.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Printer } from '../printing/typst-printer.ts';
import { issueCards } from './issue-cards.ts';
import { printRegistrationCards } from './registration-card.ts';

type Needs = Pick<Services, 'db' | 'cipher' | 'files' | 'index' | 'randomBytes'>;

/** Prints it with full numbers, as the receiver files it; leaves the row of every printed card. */
export const cardForPackage =
  (services: Needs, printer: Printer) =>
  async (actor: Actor, studentId: string): Promise<{ name: string; bytes: Uint8Array }[]> => {
    try {
      const order = { of: { studentId }, full: true, reason: '随档案电子包提供' } as const;
      const { cards, mark } = await issueCards(services, actor, order);
      const { pdf } = await printRegistrationCards(printer, cards, mark);
      return [{ name: 'papers/registration-card.pdf', bytes: pdf }];
    } catch (error) {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') return [];
      throw error;
    }
  };

/** 变动出示: events as a partner system may read them. */
import type { Services, SystemCaller } from '../../access/index.ts';
import { type Institution, institutionsById } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { ChangeEvent } from '../../feed/change-event.api.ts';
import { numbersOf } from '../../students/index.ts';
import { type EventView, eventShape } from './events.api.ts';

/** The events in the shape that is documented; whatever that does not name stays here. */
export async function viewEvents(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  { withNumbers }: Pick<SystemCaller, 'withNumbers'>,
  events: readonly ChangeEvent[],
): Promise<EventView[]> {
  const institutions = await institutionsById(
    tx,
    events.flatMap(({ body }) => [idIn(body['schoolId']), idIn(body['holderId'])]).filter((id) => id !== undefined),
  );
  const students = [...new Set(events.flatMap(({ studentId }) => studentId ?? []))];
  const numbers = withNumbers ? await numbersOf(tx, services, students) : new Map<string, string>();
  const named = (id: unknown) => nameOf(institutions.get(idIn(id) ?? ''));
  return events.map(({ id, position, at, kind, studentId, caseId, body }) =>
    eventShape.parse({
      ...{ id, position, kind },
      at: at.toISOString(),
      studentId: studentId ?? null,
      caseId: caseId ?? null,
      registrationNumber: numbers.get(studentId ?? '') ?? null,
      data: { ...body, school: named(body['schoolId']), holder: named(body['holderId']) },
    }),
  );
}

const idIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const nameOf = (one: Institution | undefined) => (one ? { code: one.code, name: one.name } : null);

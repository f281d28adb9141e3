/** 赋号: the first number of newly registered students: L where there is a document, J where there is none. */
import type { Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { claimNumbers, numberHashOf, temporaryNumber, undocumentedNumber } from '../../students/index.ts';

export interface NumberNeed {
  id: string;
  areaCode: string;
  bornOn: CivilDate;
  documented: boolean;
}

export interface IssuedNumber {
  kind: 'L' | 'J';
  number: string;
  hash: Buffer;
}

/** One child born on a day in a county of ten thousand possible numbers finds a free one long before. */
const MOST_TRIES = 60;

/**
 * Draws and takes a number for each (MOE-5.1, MOE-5.2): L with four random digits, J with the next free sequence of its
 * area and birthday. Never called for somebody who has a number.
 */
export async function issueNumbers(
  tx: Transaction,
  services: Pick<Services, 'index' | 'randomBytes'>,
  needs: readonly NumberNeed[],
): Promise<Map<string, IssuedNumber>> {
  const issued = new Map<string, IssuedNumber>();
  const drawn = new Set<string>();
  let waiting = [...needs];
  for (let round = 1; waiting.length > 0; round++) {
    if (round > MOST_TRIES) throw new Error('no free registration number was found');
    const proposals = waiting.map((need) => {
      const number = drawNumber(services, need, drawn);
      return { need, number, hash: numberHashOf(services.index, number) };
    });
    const won = await claimNumbers(
      tx,
      proposals.map(({ need, hash }) => ({ hash, studentId: need.id })),
    );
    for (const { need, number, hash } of proposals) {
      if (won.has(need.id)) issued.set(need.id, { kind: need.documented ? 'L' : 'J', number, hash });
    }
    waiting = waiting.filter(({ id }) => !won.has(id));
  }
  return issued;
}

/** A number that was not drawn before in this act. */
function drawNumber(
  { randomBytes }: Pick<Services, 'randomBytes'>,
  { areaCode, bornOn, documented }: NumberNeed,
  drawn: Set<string>,
): string {
  const random = (below: number) => randomBytes(4).readUInt32BE() % below;
  for (let sequence = 1; ; sequence++) {
    const number = documented
      ? temporaryNumber({ areaCode, bornOn, random })
      : undocumentedNumber({ areaCode, bornOn, sequence });
    if (!drawn.has(number)) {
      drawn.add(number);
      return number;
    }
  }
}

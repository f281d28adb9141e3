/** 赋号: the first number of newly registered students: L where there is a document, J where there is none. */
import type { Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { findTakenNumbers, numberHashOf, temporaryNumber, undocumentedNumber } from '../../students/index.ts';

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

const MOST_TRIES = 20;

/**
 * Draws a free number for each (MOE-5.1, MOE-5.2): L with four random digits, J with the next free sequence of its
 * area and birthday. The unique key of number_holders has the last word; a clash there rolls the act back to be tried
 * again. Never called for somebody who has a number.
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
    const proposals = waiting.map((need) => ({ need, number: drawNumber(services, need, drawn, round) }));
    const hashes = proposals.map(({ number }) => numberHashOf(services.index, number));
    const taken = await findTakenNumbers(tx, hashes);
    waiting = [];
    proposals.forEach(({ need, number }, place) => {
      const hash = hashes[place]!;
      if (taken.has(hash.toString('hex'))) waiting.push(need);
      else issued.set(need.id, { kind: need.documented ? 'L' : 'J', number, hash });
    });
  }
  return issued;
}

function drawNumber(
  { randomBytes }: Pick<Services, 'randomBytes'>,
  { areaCode, bornOn, documented }: NumberNeed,
  drawn: Set<string>,
  round: number,
): string {
  for (let attempt = 0; ; attempt++) {
    const random = (below: number) => randomBytes(4).readUInt32BE() % below;
    const number = documented
      ? temporaryNumber({ areaCode, bornOn, random })
      : undocumentedNumber({ areaCode, bornOn, sequence: round + attempt });
    if (!drawn.has(number)) {
      drawn.add(number);
      return number;
    }
  }
}

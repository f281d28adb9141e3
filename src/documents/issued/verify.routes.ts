/** 核验接口: open to anybody who holds a paper; who tries codes by the dozen is told to wait. */
import { z } from 'zod';
import { type Route, route, type Services } from '../../access/index.ts';
import { makeTriesPerAddress } from '../../authorities/index.ts';
import { verificationShape } from './verify.api.ts';
import { verifyPaper } from './verify-paper.ts';

const HOUR_MS = 3_600_000;

/** Typing a code from a bad copy may take a few tries; a machine that tries codes takes many. */
const WRONG_CODES = { most: 10, windowMs: HOUR_MS, what: '此网络地址一小时内输错核验码' };
/** A counter that checks the papers of a whole queue stays well below it. */
const LOOKS = { most: 60, windowMs: 60_000, what: '此网络地址一分钟内核验' };

/** The public route; the code goes in the body, so that no address of a log or a proxy holds it. */
export function verifyRoutes(services: Pick<Services, 'db' | 'index' | 'now'>): Route[] {
  const wrong = makeTriesPerAddress(WRONG_CODES);
  const looks = makeTriesPerAddress(LOOKS);
  return [
    route({
      method: 'POST',
      path: '/api/verifications',
      tag: '核验',
      title: '核验文书',
      who: 'PUBLIC',
      body: z.object({ code: z.string().max(100) }),
      answer: verificationShape,
      handle: async ({ address, body }) => {
        const now = services.now();
        looks.count(address, now);
        const takeBack = wrong.count(address, now);
        const answer = await verifyPaper(services, body.code);
        if (answer.outcome !== 'UNKNOWN') takeBack();
        return answer;
      },
    }),
  ];
}

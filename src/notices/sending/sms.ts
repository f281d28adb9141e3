/** 短信: by the HTTP hook of the gateway that the installation names; the body is the operator's template. */
import type { Gateway, SendOutcome } from './gateways.ts';

export interface SmsSettings {
  url: string;
  /** Value of the Authorization header. */
  authorization?: string | undefined;
  /** JSON text with {phone}, {text} and {id} in its values. */
  body: string;
}

const TIMEOUT_MS = 15_000;
/** Answers after which the gateway has certainly not taken the message over, and may later. */
const LATER = new Set([408, 425, 429, 503]);

/** A short-message gateway. */
export function makeSms({ url, authorization, body }: SmsSettings): Gateway {
  return {
    send: async ({ id, to, sentences }) => {
      const holes: Record<string, string> = { phone: to, text: sentences.join('；'), id };
      try {
        const answer = await fetch(url, {
          method: 'POST',
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT_MS),
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'idempotency-key': id,
            ...(authorization ? { authorization } : {}),
          },
          body: body.replaceAll(/\{(phone|text|id)\}/g, (_, hole: string) => JSON.stringify(holes[hole]).slice(1, -1)),
        });
        await answer.body?.cancel();
        return outcomeOf(answer.status);
      } catch (error) {
        return faultOf(error as Error & { cause?: { code?: string } });
      }
    },
    close: async () => {},
  };
}

function outcomeOf(status: number): SendOutcome {
  if (status >= 200 && status < 300) return { kind: 'SENT' };
  const fault = `短信网关答复${status}`;
  if (LATER.has(status)) return { kind: 'LATER', fault };
  return status >= 500 ? { kind: 'UNCLEAR', fault } : { kind: 'NEVER', fault };
}

function faultOf({ cause }: Error & { cause?: { code?: string } }): SendOutcome {
  const code = cause?.code ?? '';
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'].includes(code)) {
    return { kind: 'LATER', fault: '连不上短信网关' };
  }
  return { kind: 'UNCLEAR', fault: '送出后没有收到短信网关的答复' };
}

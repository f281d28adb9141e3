/** 推送: one POST to an address outside, guarded and short. */
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { AddressRefused, type AddressRules } from './safe-address.ts';

/** What came of one try. */
export interface PostOutcome {
  delivered: boolean;
  /** HTTP status of the answer; undefined where none came. */
  status?: number;
  /** In Chinese, for whoever looks after the address; nothing of what the other side wrote. */
  fault?: string;
}

export const TIMEOUT_MS = 10_000;

/** Sends a body. Never throws; follows no redirect; reads nothing of the answer but its status. */
export function post(
  rules: AddressRules,
  url: string,
  { headers, body }: { headers: Record<string, string>; body: string },
): Promise<PostOutcome> {
  const fault = rules.faultOf(url);
  if (fault) return Promise.resolve({ delivered: false, fault: `地址${fault}` });
  return new Promise((done) => {
    const { protocol, hostname } = new URL(url);
    const host = hostname.replace(/^\[|\]$/g, '');
    const send = protocol === 'https:' ? https.request : http.request;
    const options = {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Xueji-Webhooks/1' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      agent: false as const,
      ...(isIP(host) ? {} : { lookup: rules.lookup }),
    };
    const request = send(url, options, (answer) => {
      const status = answer.statusCode ?? 0;
      answer.destroy();
      done(
        status >= 200 && status < 300
          ? { delivered: true, status }
          : { delivered: false, status, fault: answered(status) },
      );
    });
    request.on('error', (error: NodeJS.ErrnoException) => done({ delivered: false, fault: wordsOf(error) }));
    request.end(body);
  });
}

const answered = (status: number): string =>
  status >= 300 && status < 400 ? `对方要求转到别处（${status}），请改填最终地址` : `对方答复${status}`;

function wordsOf(error: NodeJS.ErrnoException): string {
  const { code = '', name } = error;
  if (error instanceof AddressRefused || code === 'ADDRESS_REFUSED') return '域名解析到内部网络，未推送';
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT' || code === 'ABORT_ERR') {
    return `${TIMEOUT_MS / 1000}秒内没有答复`;
  }
  if (code === 'ECONNREFUSED') return '对方拒绝连接';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return '域名无法解析';
  if (/CERT|SIGNATURE|SELF_SIGNED|ERR_TLS/.test(code)) return '对方证书不可信';
  return '连接中断';
}

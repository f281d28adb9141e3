/** 电子邮件: by the SMTP server that the installation names. */
import { createTransport } from 'nodemailer';
import type { Gateway, SendOutcome } from './gateways.ts';

export interface MailSettings {
  /** smtp://user:password@host:port, or smtps:// */
  url: string;
  /** Sender as recipients read it. */
  from: string;
  /** Where people type in; absent: the mail has no link. */
  publicUrl?: string | undefined;
}

/** A mail gateway; each mail has its own connection. */
export function makeMail({ url, from, publicUrl }: MailSettings): Gateway {
  // No pool: it would hand a mail over a second time where a connection breaks off.
  const transport = createTransport({ url, connectionTimeout: 10_000, socketTimeout: 20_000 });
  return {
    send: async ({ id, to, sentences }) => {
      try {
        await transport.sendMail({
          from,
          to,
          messageId: `<${id}@xueji>`,
          subject: sentences.length > 1 ? `学籍系统通知（${sentences.length}条）` : '学籍系统通知',
          text: bodyOf(sentences, publicUrl),
        });
        return { kind: 'SENT' };
      } catch (error) {
        return outcomeOf(error as SmtpError);
      }
    },
    close: async () => transport.close(),
  };
}

const bodyOf = (sentences: readonly string[], publicUrl: string | undefined): string => {
  const lines =
    sentences.length > 1 ? sentences.map((one, index) => `${index + 1}. ${one}。`) : sentences.map((one) => `${one}。`);
  const link = publicUrl ? `请登录学籍系统办理：${publicUrl}` : '请登录学籍系统办理。';
  return [...lines, '', link, '本邮件由系统发出，请勿回复。通知的种类和渠道可在系统“通知”中更改。', ''].join('\n');
};

interface SmtpError extends Error {
  code?: string;
  /** What of the system failed: connect means that nothing was said yet. */
  syscall?: string;
  responseCode?: number;
}

/** Failures before a mail is handed over, which can be tried again without fear. */
const BEFORE = new Set(['EDNS', 'EAUTH', 'ETLS', 'EENVELOPE', 'ENOAUTH', 'EOAUTH2']);

/** Nothing of what the server wrote: it may repeat the address. */
function outcomeOf({ code = '', syscall, responseCode, message }: SmtpError): SendOutcome {
  if (responseCode !== undefined) {
    const fault = `邮件服务器答复${responseCode}`;
    return responseCode >= 500 && code !== 'EAUTH' ? { kind: 'NEVER', fault } : { kind: 'LATER', fault };
  }
  const isBefore = BEFORE.has(code) || syscall === 'connect' || /^(Connection timeout|Greeting never)/.test(message);
  if (isBefore) return { kind: 'LATER', fault: '连不上邮件服务器' };
  return { kind: 'UNCLEAR', fault: '邮件送出后没有收到服务器的答复' };
}

/** 小网关: a mail server and a short-message gateway of a test's own, that take, refuse or break off as they are told. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import net from 'node:net';

export interface TinyMail {
  url: string;
  /** Mails taken over: to whom, and the whole text. */
  taken: { to: string; text: string }[];
  /** What it does when a mail has been handed over. */
  does: 'TAKE' | 'REFUSE' | 'LATER' | 'BREAK';
  close(): void;
}

/** A mail server that speaks as much SMTP as is needed to hand a mail over. */
export async function tinyMail(): Promise<TinyMail> {
  const mail: TinyMail = { url: '', taken: [], does: 'TAKE', close: () => server.close() };
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.write('220 tiny\r\n');
    let [buffer, to, reading] = ['', '', false];
    socket.on('data', (piece) => {
      buffer += piece.toString('utf8');
      for (;;) {
        const end = buffer.indexOf(reading ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + (reading ? 5 : 2));
        if (reading) {
          reading = false;
          if (mail.does === 'BREAK') {
            mail.taken.push({ to, text: line });
            return socket.destroy();
          }
          if (mail.does === 'TAKE') mail.taken.push({ to, text: line });
          socket.write({ TAKE: '250 taken\r\n', REFUSE: '550 no such box\r\n', LATER: '451 later\r\n' }[mail.does]);
        } else if (/^RCPT/i.test(line)) {
          to = /<(.*)>/.exec(line)?.[1] ?? '';
          socket.write('250 ok\r\n');
        } else if (/^DATA/i.test(line)) {
          reading = true;
          socket.write('354 go on\r\n');
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  mail.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return mail;
}

export interface TinySms {
  url: string;
  taken: { body: unknown; key: string; authorization: string | undefined }[];
  /** HTTP status; 0 breaks off after the message has been taken over. */
  answers: number;
  close(): void;
}

/** A short-message gateway. */
export async function tinySms(): Promise<TinySms> {
  const sms: TinySms = { url: '', taken: [], answers: 200, close: () => server.close() };
  const server = http.createServer(async (request, response) => {
    let text = '';
    for await (const piece of request) text += piece;
    const { 'idempotency-key': key, authorization } = request.headers;
    if (sms.answers < 400) sms.taken.push({ body: JSON.parse(text), key: String(key), authorization });
    if (sms.answers === 0) return request.socket.destroy();
    response.writeHead(sms.answers).end('{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  sms.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
  return sms;
}

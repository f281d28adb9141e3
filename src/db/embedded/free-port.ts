/** 端口: a port of this machine that nothing listens on. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range from which the system lends ports to outgoing connections, so that it stays free over a restart. */
const FIRST = 20_000;
const LAST = 32_000;

/** The wanted port where it is free, else another one. */
export async function freePort(wanted?: number): Promise<number> {
  for (let port = wanted ?? randomInt(FIRST, LAST); ; port = randomInt(FIRST, LAST)) {
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

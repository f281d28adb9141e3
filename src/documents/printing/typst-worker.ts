/** 打印线程: sets one paper after the other, so that the server goes on answering meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { openTypesetter, type Typeset, type TypesetJob } from './typesetter.ts';
import { withVerificationPictures } from './verification-pictures.ts';

/** What an installation sets for its papers. */
export interface PrintSettings {
  /** Folder with fonts of the installation (仿宋, 小标宋, SimSun-ExtB for rare characters). */
  fontFolder?: string | undefined;
  /** Address that people type in; papers bear it beside their codes. */
  publicUrl?: string | undefined;
}

/** What the thread is asked; `id` comes back with the answer. */
export interface PrintRequest {
  id: number;
  job: TypesetJob;
}

/** What the thread answers; `fault` never quotes data. */
export type PrintReply = { id: number; done: Typeset } | { id: number; fault: string };

if (!parentPort) throw new Error('typst-worker.ts runs as a worker thread only');
const port = parentPort;
const { fontFolder, publicUrl } = workerData as PrintSettings;
const typeset = openTypesetter(fontFolder);

port.on('message', ({ id, job }: PrintRequest) => {
  try {
    const done = typeset(withVerificationPictures(job, publicUrl));
    port.postMessage({ id, done } satisfies PrintReply, [done.pdf.buffer as ArrayBuffer]);
  } catch (error) {
    port.postMessage({ id, fault: error instanceof Error ? error.message : 'unknown' } satisfies PrintReply);
  }
});

/** 模板排版: sets one paper with an authority's own template and reads back what it says; a thread of the guarded process. */
import { parentPort, workerData } from 'node:worker_threads';
import { openTypesetter } from '../typesetter.ts';
import type { PrintSettings } from '../typst-worker.ts';
import { withVerificationPictures } from '../verification-pictures.ts';
import { readBack } from './read-back.ts';
import type { TemplateJob, TemplateReply } from './template-job.ts';

if (!parentPort) throw new Error('guarded-thread.ts runs as a worker thread only');
const port = parentPort;
const { fontFolder, publicUrl } = workerData as PrintSettings;
const typeset = openTypesetter(fontFolder);

port.on('message', async ({ id, job, demanded }: TemplateJob) => {
  try {
    const done = typeset(withVerificationPictures(job, publicUrl));
    const { text, links } = await readBack(done.pdf);
    const lacking = demanded.flatMap(({ label, value }) => (text.includes(value.replace(/\s/g, '')) ? [] : [label]));
    port.postMessage({ id, done, lacking: [...new Set(lacking)], links } satisfies TemplateReply);
  } catch (error) {
    const words = error instanceof Error ? error.message.replace(/^template [^:]*: /, '') : 'unknown';
    port.postMessage({ id, fault: { why: 'TEMPLATE', words } } satisfies TemplateReply);
  }
});

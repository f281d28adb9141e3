/**
 * 模板进程: own templates are set in a process of their own, since nothing else can be ended in the midst of its work:
 * the compiler is native, a thread in it hears nothing. This first thread watches the memory of the second.
 */
import { Worker } from 'node:worker_threads';
import type { PrintSettings } from '../typst-worker.ts';
import type { TemplateJob, TemplateReply } from './template-job.ts';

/** What the process is started with. */
export interface GuardedSettings extends PrintSettings {
  /** Megabytes of the whole process, and more for each paper of a job. */
  megabytes: number;
  megabytesPerPaper: number;
}

const LOOK_EVERY_MS = 25;

const settings = JSON.parse(process.argv[2] ?? '{}') as GuardedSettings;
const thread = new Worker(new URL('./guarded-thread.ts', import.meta.url), { workerData: settings });
let working: { id: number; most: number } | undefined;

/** At once: the other thread may be in the midst of native work, for which an orderly end would wait. */
const end = () => process.kill(process.pid, 'SIGKILL');
const answer = (reply: TemplateReply, then = () => {}) => {
  working = undefined;
  process.send?.(reply, then);
};

thread.on('message', (reply: TemplateReply) => answer(reply));
thread.on('error', end);
process.on('disconnect', end);
process.on('message', (job: TemplateJob) => {
  const most = settings.megabytes + settings.megabytesPerPaper * job.job.papers.length;
  working = { id: job.id, most: most * 2 ** 20 };
  thread.postMessage(job);
});
setInterval(() => {
  if (working === undefined || process.memoryUsage.rss() <= working.most) return;
  answer({ id: working.id, fault: { why: 'MEMORY', words: '' } }, end);
}, LOOK_EVERY_MS);

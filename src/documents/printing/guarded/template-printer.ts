/** 自备模板打印: one guarded process for the templates of authorities, ended where a template takes too long or too much. */
import { type ChildProcess, fork } from 'node:child_process';
import type { TypesetJob } from '../typesetter.ts';
import type { PrintSettings } from '../typst-worker.ts';
import type { GuardedSettings } from './guarded-process.ts';
import type { Demanded, TemplateFault, TemplateJob, TemplateReply, TriedTemplate } from './template-job.ts';

/** How long a template may work and how much it may take; both grow with the papers of a job. */
export interface TemplateLimits {
  milliseconds: number;
  millisecondsPerPaper: number;
  megabytes: number;
  megabytesPerPaper: number;
}

const LIMITS: TemplateLimits = {
  milliseconds: 20_000,
  millisecondsPerPaper: 250,
  megabytes: 700,
  megabytesPerPaper: 4,
};

export interface TemplateTrier {
  /** Sets the job with its own source; answers with what came of it, or why nothing did. Never rejects for a template. */
  tryTemplate(job: TypesetJob, demanded: readonly Demanded[]): Promise<TriedTemplate | { fault: TemplateFault }>;
  close(): Promise<void>;
}

/** After this time without work the process is ended: its fonts take memory. */
const IDLE_MS = 120_000;

/**
 * Nothing of this process's environment goes along: it holds secrets. The compiler would fetch packages from the net and
 * from folders of the user: it is sent to a door where nobody answers.
 */
const NOWHERE = 'http://127.0.0.1:9';
const NO_FOLDER = '/nonexistent';
const ENVIRONMENT = {
  ...{ HTTP_PROXY: NOWHERE, HTTPS_PROXY: NOWHERE, ALL_PROXY: NOWHERE, NO_PROXY: '' },
  ...{ http_proxy: NOWHERE, https_proxy: NOWHERE, all_proxy: NOWHERE, no_proxy: '' },
  ...{ HOME: NO_FOLDER, XDG_DATA_HOME: NO_FOLDER, XDG_CACHE_HOME: NO_FOLDER },
  ...{ TYPST_PACKAGE_PATH: NO_FOLDER, TYPST_PACKAGE_CACHE_PATH: NO_FOLDER },
};

/** Opens the queue; the process starts with the first job, and anew after it has ended. */
export function openTemplateTrier(settings: PrintSettings, limits: Partial<TemplateLimits> = {}): TemplateTrier {
  const most = { ...LIMITS, ...limits };
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let lastId = 0;

  const start = (): ChildProcess => {
    const { megabytes, megabytesPerPaper } = most;
    const given: GuardedSettings = { ...settings, megabytes, megabytesPerPaper };
    const started = fork(new URL('./guarded-process.ts', import.meta.url), [JSON.stringify(given)], {
      ...{ env: ENVIRONMENT, execArgv: [], serialization: 'advanced' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    started.on('exit', () => letGo(started));
    return started;
  };
  const letGo = (one: ChildProcess): void => {
    one.kill('SIGKILL');
    if (child === one) child = undefined;
  };
  /** An idle process keeps nobody from ending: it ends with whoever started it. */
  const hold = (held: boolean): void => {
    const verb = held ? 'ref' : 'unref';
    child?.[verb]();
    child?.channel?.[verb]();
  };

  const tryOne = (
    job: TypesetJob,
    demanded: readonly Demanded[],
  ): Promise<TriedTemplate | { fault: TemplateFault }> => {
    child ??= start();
    const at = child;
    clearTimeout(idle);
    hold(true);
    const id = ++lastId;
    return new Promise((resolve) => {
      const done = (answer: TriedTemplate | { fault: TemplateFault }): void => {
        clearTimeout(limit);
        at.off('message', hear);
        at.off('exit', ended);
        hold(false);
        // Only a fault of the source leaves the process as it was.
        if ('fault' in answer && answer.fault.why !== 'TEMPLATE') letGo(at);
        else idle = setTimeout(() => letGo(at), IDLE_MS).unref();
        resolve(answer);
      };
      const hear = (reply: TemplateReply): void => {
        if (reply.id === id) done('fault' in reply ? { fault: reply.fault } : reply);
      };
      const ended = (): void => done({ fault: { why: 'ENDED', words: '' } });
      const limit = setTimeout(
        () => done({ fault: { why: 'TIME', words: '' } }),
        most.milliseconds + most.millisecondsPerPaper * job.papers.length,
      );
      at.on('message', hear);
      at.on('exit', ended);
      at.send({ id, job, demanded } satisfies TemplateJob, (error) => error && ended());
    });
  };

  return {
    tryTemplate(job, demanded) {
      const answer = queue.then(() => tryOne(job, demanded));
      queue = answer.catch(() => undefined);
      return answer;
    },
    async close() {
      clearTimeout(idle);
      if (child) letGo(child);
    },
  };
}

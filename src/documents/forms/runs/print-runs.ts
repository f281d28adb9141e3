/**
 * 成批打印: the papers of many class groups, one after the other, while the person does something else. The papers of a
 * run lie in the memory of the process that makes them, for as long as it takes to fetch them and no longer.
 */
import { refuse } from '../../../kernel/refusal.ts';
import type { RunView } from '../forms.api.ts';

/** A class group's papers, made when it is its turn; undefined where it has none. */
export interface RunPart {
  name: string;
  print: () => Promise<Uint8Array | undefined>;
}

export interface PrintRuns {
  /** Begins a run. Refuses TOO_MANY while another of the same person is under way. */
  start(accountId: string, title: string, parts: readonly RunPart[]): RunView;
  /** Where a run stands. Refuses NOT_FOUND for one that is another's or was fetched long ago. */
  view(accountId: string, runId: string): RunView;
  /** The same for whoever follows it: a run that is not here any more has FAILED, and says that it must be asked again. */
  follow(accountId: string, runId: string): RunView;
  /** The person's own run, under way or waiting to be fetched; undefined where there is none. */
  current(accountId: string): RunView | undefined;
  /** Stops a run after the class group it is at; what was printed stays on record. */
  cancel(accountId: string, runId: string): RunView;
  /** The papers of a run that is done. Refuses STEP_NOT_ALLOWED before. */
  papersOf(accountId: string, runId: string): { title: string; papers: { name: string; pdf: Uint8Array }[] };
}

/** Whoever has printed a grade fetches it within this time. */
const KEPT_MS = 20 * 60_000;
/** Runs under way or waiting to be fetched in one process; a grade of twenty class groups takes some 30 MB. */
const MOST_RUNS = 8;

interface Run extends RunView {
  accountId: string;
  papers: { name: string; pdf: Uint8Array }[];
  /** Instant after which it is let go. */
  until: number;
}

/** Keeps the runs of this process. */
export function makePrintRuns({ now, newId }: { now: () => Date; newId: () => string }): PrintRuns {
  const runs = new Map<string, Run>();
  const letGo = () => {
    for (const [id, { state, until }] of runs) if (state !== 'RUNNING' && until <= now().getTime()) runs.delete(id);
  };
  const find = (accountId: string, runId: string): Run => {
    letGo();
    const run = runs.get(runId);
    if (run?.accountId !== accountId) throw refuse('NOT_FOUND', { what: '此次打印，可能已过保留时间' });
    return run;
  };
  const end = (run: Run, state: RunView['state'], words?: string) => {
    Object.assign(run, { state, until: now().getTime() + KEPT_MS, ...(words ? { words } : {}) });
    if (state !== 'DONE') run.papers = [];
  };
  const work = async (run: Run, parts: readonly RunPart[]) => {
    for (const { name, print } of parts) {
      if (run.state !== 'RUNNING') return;
      run.words = name;
      const pdf = await print();
      if (pdf) run.papers.push({ name, pdf });
      run.done++;
    }
    if (run.state === 'RUNNING') end(run, 'DONE', `${run.papers.length}个班级`);
  };
  return {
    start(accountId, title, parts) {
      letGo();
      for (const [id, run] of runs) {
        if (run.accountId !== accountId) continue;
        if (run.state === 'RUNNING')
          throw refuse('TOO_MANY', { what: '同时成批打印', limit: '一项', when: '打完或停止后' });
        runs.delete(id);
      }
      if (runs.size >= MOST_RUNS) throw refuse('TOO_MANY', { what: '成批打印', limit: `${MOST_RUNS}项`, when: '稍后' });
      const until = Number.POSITIVE_INFINITY;
      const run: Run = {
        ...{ runId: newId(), accountId, title, state: 'RUNNING', done: 0, total: parts.length, papers: [], until },
      };
      runs.set(run.runId, run);
      work(run, parts).catch((error: unknown) => {
        end(run, 'FAILED', error instanceof Error && error.name === 'Refusal' ? error.message : '打印出错，请逐班打印');
      });
      return viewOf(run);
    },
    view: (accountId, runId) => viewOf(find(accountId, runId)),
    follow(accountId, runId) {
      letGo();
      const run = runs.get(runId);
      return run?.accountId === accountId ? viewOf(run) : goneRun(runId);
    },
    current(accountId) {
      letGo();
      const run = [...runs.values()].findLast((one) => one.accountId === accountId);
      return run && viewOf(run);
    },
    cancel(accountId, runId) {
      const run = find(accountId, runId);
      if (run.state === 'RUNNING') end(run, 'CANCELLED');
      return viewOf(run);
    },
    papersOf(accountId, runId) {
      const { state, title, papers } = find(accountId, runId);
      if (state !== 'DONE') throw refuse('STEP_NOT_ALLOWED', { state: '还没有打完', action: '下载' });
      return { title, papers };
    },
  };
}

const viewOf = ({ runId, title, state, done, total, words }: Run): RunView => ({
  ...{ runId, title, state, done, total },
  ...(words === undefined ? {} : { words }),
});

/** Runs live in memory: one that the process does not know was let go, or ended with the process before. */
const goneRun = (runId: string): RunView => ({
  ...{ runId, title: '', state: 'FAILED', done: 0, total: 0 },
  words: '此次打印已不在：系统重新启动过，或者已过20分钟的保留时间。已出的文书有登记，没有取到的请重新逐班打印',
});

const EVERY_MS = 400;

/** The states of a run until it ends or whoever follows goes away. */
export async function* followRun(view: () => RunView, signal: AbortSignal): AsyncGenerator<RunView> {
  for (;;) {
    const run = view();
    yield run;
    if (run.state !== 'RUNNING' || signal.aborted) return;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}

/** 办理一步: the state of a form that sends something: on its way, refused with a sentence, or done. */
import { useCallback, useState } from 'react';
import { ApiProblem } from '../../web/api-client.ts';

export interface Act {
  busy: boolean;
  /** What was thrown last; gone when the act is tried again. */
  problem: unknown;
  /** Does the work; answers whether it was done. What it throws is kept for showing, and what was typed stays. */
  run: (work: () => Promise<unknown>) => Promise<boolean>;
  clear: () => void;
}

/** One act of a page or a dialog. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const run = useCallback(async (work: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
      return true;
    } catch (thrown) {
      setProblem(thrown);
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setProblem(undefined), []);
  return { busy, problem, run, clear };
}

/** What the server said of one field of the form that was sent, by its name in the interface. */
export function fieldProblem(problem: unknown, path: string): string | undefined {
  if (!(problem instanceof ApiProblem)) return undefined;
  return problem.fields.find((field) => field.path === path)?.sentence;
}

/** The problem, where it belongs to no field: to be shown over the whole form. */
export function formProblem(problem: unknown): unknown {
  return problem instanceof ApiProblem && problem.fields.length > 0 ? undefined : problem;
}

/** 进度: follows long work on the server through server-sent events, across broken connections. */

/** One state of long work. `done` of `total` in units the page names; `leftSeconds` where the server can tell. */
export interface Progress {
  state: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
  done: number;
  total: number;
  leftSeconds?: number | undefined;
  /** What is being done now, or why it ended. */
  words?: string | undefined;
  /** What came of it, once DONE: the page knows its shape. */
  outcome?: unknown | undefined;
}

const ENDED = new Set<Progress['state']>(['DONE', 'FAILED', 'CANCELLED']);
const LONGEST_WAIT_MS = 30_000;

/**
 * Follows the work at `url` until it ends or the returned act is called.
 * The browser itself reconnects and names the last event it saw; where the server closed the stream for good
 * it is opened again after 1, 2, 4 … 30 seconds with the last event's id as `?after=`.
 */
export function followProgress<T extends Progress = Progress>(url: string, onEvent: (progress: T) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastId = '';
  let wait = 1_000;

  const open = () => {
    source = new EventSource(lastId === '' ? url : withParameter(url, 'after', lastId), { withCredentials: true });
    const take = (event: MessageEvent<string>) => {
      lastId = event.lastEventId || lastId;
      wait = 1_000;
      const progress = JSON.parse(event.data) as T;
      if (ENDED.has(progress.state)) stop();
      onEvent(progress);
    };
    source.addEventListener('message', take);
    source.addEventListener('progress', take);
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    });
  };
  const stop = () => {
    clearTimeout(timer);
    source?.close();
  };
  open();
  return stop;
}

/** The address with one more search parameter. */
export function withParameter(url: string, name: string, value: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
}

/** 文件收发: sends a file with its progress, fetches one to the person's disk. */
import { reportReached, reportUnreachable } from './connection.ts';
import { problemOf, unreachable } from './problem.ts';
import { addressOf, failed, headersOf, type RequestOptions, send } from './request.ts';

export interface UploadOptions {
  file: Blob;
  /** The name the server sees; the file's own where absent. */
  name?: string | undefined;
  /** Sent before the file, so that the server knows them while the file still runs in. */
  fields?: Readonly<Record<string, string>> | undefined;
  /** 0 to 1. */
  onProgress?: ((part: number) => void) | undefined;
  signal?: AbortSignal | undefined;
  idempotencyKey?: string | undefined;
}

/** Sends one file as multipart form data, part `file`. Gives the parsed answer. Throws ApiProblem or AbortError. */
export function uploadFile<T>(path: string, options: UploadOptions): Promise<T> {
  const { file, name, fields = {}, onProgress, signal, idempotencyKey } = options;
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  form.append('file', file, name ?? (file instanceof File ? file.name : 'file'));

  return new Promise<T>((resolve, reject) => {
    // fetch cannot tell how much has been sent.
    const call = new XMLHttpRequest();
    call.open('POST', addressOf(path));
    const headers = headersOf('POST', idempotencyKey === undefined ? {} : { idempotencyKey });
    for (const [key, value] of Object.entries(headers)) call.setRequestHeader(key, value);
    call.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total);
    call.onload = () => {
      reportReached();
      if (call.status >= 200 && call.status < 300) resolve(JSON.parse(call.responseText || 'null') as T);
      else reject(failed(problemOf(call.status, call.responseText), false));
    };
    call.onerror = () => {
      reportUnreachable();
      reject(unreachable());
    };
    call.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal?.addEventListener('abort', () => call.abort(), { once: true });
    if (signal?.aborted) reject(new DOMException('aborted', 'AbortError'));
    else call.send(form);
  });
}

/** Fetches a file to be shown inside the page. Throws as `request` does. */
export async function fetchFile(path: string, options: RequestOptions = {}): Promise<Blob> {
  return (await send('GET', path, options)).blob();
}

/** Fetches a file and hands it to the browser's own saving, under the name the server gives. Throws ApiProblem. */
export async function downloadFile(path: string, options: RequestOptions & { post?: boolean } = {}): Promise<void> {
  const { post = false, ...rest } = options;
  const answer = await send(post ? 'POST' : 'GET', path, rest);
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileNameOf(answer.headers.get('content-disposition') ?? '') ?? '下载';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The name in a Content-Disposition header (RFC 6266); the encoded form wins over the plain one. */
export function fileNameOf(disposition: string): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1];
}

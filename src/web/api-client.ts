/** 接口: the one door through which pages speak with the server. */
import { type Method, type RequestOptions, request } from './api/request.ts';

export { useOnline } from './api/connection.ts';
export { useFetchedFile } from './api/fetched-file.ts';
export { downloadFile, fetchFile, type UploadOptions, uploadFile } from './api/files.ts';
export { ApiProblem, type FieldProblem, sentenceOf } from './api/problem.ts';
export { followProgress, type Progress } from './api/progress.ts';
export { newIdempotencyKey, type RequestOptions } from './api/request.ts';
export { onSignedOut, setCsrfToken } from './api/session.ts';

type Read = Omit<RequestOptions, 'body' | 'idempotencyKey'>;
type Write = Omit<RequestOptions, 'body'>;

const write =
  (method: Method) =>
  <T>(path: string, body?: unknown, options: Write = {}): Promise<T> =>
    request<T>(method, path, body === undefined ? options : { ...options, body });

/**
 * Calls under /api; `path` without that prefix. Each gives the parsed body and throws ApiProblem.
 * `const page = await api.get<RosterPage>('/students', { query: { name } })`
 */
export const api = {
  get: <T>(path: string, options: Read = {}): Promise<T> => request<T>('GET', path, options),
  post: write('POST'),
  put: write('PUT'),
  patch: write('PATCH'),
  delete: write('DELETE'),
};

/** 入学注册办理: every act of the admissions pages as one call; what each throws is an ApiProblem with its sentence. */
import { api, type UploadOptions, uploadFile } from '../../web/api-client.ts';
import type { EntrantRow, EntrantView } from '../entrants/entrants.api.ts';
import type { ImportItem } from '../importing/importing.api.ts';
import type { SubmittedView } from '../registering/registering.api.ts';
import type { CureView } from '../review/review.api.ts';

/** Values by the item's path, as the person typed them. */
export type Values = Readonly<Record<string, string>>;

/** One kind of fault on one item. */
export interface CauseOf {
  code: string;
  field: string;
}

/** What the school declares when it submits. */
export interface Declaration {
  signedForms: boolean;
  /** Who began to sign on a telephone has gone on on paper. */
  paperInstead?: boolean;
  enteredOn?: string | undefined;
  opinion?: string | undefined;
  /** 脱机受理. */
  offline?: { receivedOn: string; reason: string };
}

/** 上传报名表. */
export const uploadWorkbook = (file: File, options: Omit<UploadOptions, 'file'>): Promise<ImportItem> =>
  uploadFile<ImportItem>('/admissions/imports', { ...options, file });

/** 改一格 or several of one entrant; `version` is the one the person saw. */
export const mendEntrant = (id: string, values: Values, version: number): Promise<EntrantRow> =>
  api.patch<EntrantRow>(`/admissions/entrants/${id}`, { values, version });

/** 暂不导入, and back. */
export const leaveOut = (id: string, out: boolean): Promise<EntrantRow> =>
  api.post<EntrantRow>(`/admissions/entrants/${id}/${out ? 'skip' : 'unskip'}`);

/** 确认: a person has looked at an amber finding and lets it stand. */
export const confirmFinding = (id: string, cause: CauseOf): Promise<EntrantRow> =>
  api.post<EntrantRow>(`/admissions/entrants/${id}/confirm`, cause);

/** 均属实: lets a finding stand on every row of an import that has it. */
export const confirmRows = (importId: string, cause: CauseOf): Promise<{ confirmed: number }> =>
  api.post<{ confirmed: number }>(`/admissions/imports/${importId}/confirmations`, cause);

/** 一次改: what would be changed, or the changing itself. */
export const cureRows = (importId: string, cause: CauseOf, apply: boolean): Promise<CureView> =>
  api.post<CureView>(`/admissions/imports/${importId}/cures`, { ...cause, apply });

/** 提交一份导入: the sound rows, or all or none. */
export const submitImport = (
  importId: string,
  mode: 'GOOD' | 'ALL',
  declaration: Declaration,
  idempotencyKey: string,
): Promise<SubmittedView> =>
  api.post<SubmittedView>(`/admissions/imports/${importId}/submissions`, { mode, ...declaration }, { idempotencyKey });

/** 提交草稿. */
export const submitEntrants = (
  entrantIds: readonly string[],
  declaration: Declaration,
  idempotencyKey: string,
): Promise<SubmittedView> =>
  api.post<SubmittedView>('/admissions/submissions', { entrantIds, ...declaration }, { idempotencyKey });

/** 停止校验. */
export const cancelImport = (importId: string): Promise<unknown> => api.post(`/admissions/imports/${importId}/cancel`);

/** 整批撤销, while nobody has acted on it. */
export const undoImport = (importId: string): Promise<unknown> => api.post(`/admissions/imports/${importId}/undo`);

/** 删除草稿. */
export const deleteEntrant = (id: string): Promise<unknown> => api.delete(`/admissions/entrants/${id}`);

/** 换照片: a picture of 26 by 32. */
export const setPhoto = (id: string, file: Blob, onProgress: (part: number) => void): Promise<{ photoId: string }> =>
  uploadFile(`/admissions/entrants/${id}/photo`, { file, name: 'photo.jpg', onProgress });

/** What became of the pictures of an archive. */
export interface PhotosTaken {
  taken: number;
  unmatched: string[];
  unusable: { name: string; why: string }[];
}

/** 照片压缩包: pictures named by identity number, or by 学校标识码_班号_姓名. */
export const uploadPhotos = (file: File, options: Omit<UploadOptions, 'file'>): Promise<PhotosTaken> =>
  uploadFile<PhotosTaken>('/admissions/photos', { ...options, file });

/** 登记一人: a new draft. */
export const makeEntrant = (values: Values, idempotencyKey: string): Promise<EntrantView> =>
  api.post<EntrantView>('/admissions/entrants', { values }, { idempotencyKey });

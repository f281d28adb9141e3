/** 申请内容的写法: what was asked in words, line by line; and the form of a leave as the offices' page fills it in. Pure. */
import { gradeName } from '../../authorities/index.ts';
import { MOVES, TRANSFER_GROUNDS } from '../../policy/index.ts';
import { HOSPITALS, LEAVE_REASONS, OTHER_PROOFS } from '../../policy/questions/leave.ts';
import { columnAt, KEY_DATA_PATHS, shownItem, textOf } from '../../students/index.ts';
import type { Child } from '../child/child.ts';
import type { Content, RequestKind } from './requests.api.ts';

export const KIND_WORDS: Record<RequestKind, string> = {
  CORRECTION: '更正信息',
  TRANSFER: '转学',
  LEAVE: '休学',
  LEAVE_EXTENSION: '延长休学',
  RETURN: '复学',
  COMPLAINT: '异议和投诉',
};

/** Of a draft nothing is corrected that was held: the family fills in its part. */
export const kindWords = (kind: RequestKind, { draft }: Pick<Child, 'draft'>): string =>
  draft ? '填报基本信息表' : KIND_WORDS[kind];

export interface ContentLine {
  label: string;
  before: string | null;
  value: string;
}

const worded = (words: Readonly<Record<string, string>>, code: string | undefined): string =>
  code === undefined ? '' : (words[code] ?? code);

/** What the request says beside its words. `held` gives the values that a correction would replace, masked as on screens. */
export function linesOf(content: Content, held?: Pick<Child, 'items'>, schoolName = ''): ContentLine[] {
  const line = (label: string, value: string): ContentLine[] => (value === '' ? [] : [{ label, before: null, value }]);
  switch (content.kind) {
    case 'CORRECTION':
      return content.items.map((item) => correctionLine(item, held));
    case 'TRANSFER':
      return [
        ...line('意向学校', schoolName),
        ...line('转学事由', worded(TRANSFER_GROUNDS, content.ground)),
        ...line('迁移范围', worded(MOVES, content.moved)),
      ];
    case 'LEAVE':
      return [
        ...line('休学原因', worded(LEAVE_REASONS, content.reason)),
        ...line('休学时间', `${content.beginsOn}至${content.endsOn}`),
        ...line('医疗单位证明', worded(HOSPITALS, content.hospital)),
        ...line('其他证明', worded(OTHER_PROOFS, content.otherProof)),
      ];
    case 'LEAVE_EXTENSION':
      return [...line('延长至', content.until), ...line('医疗单位证明', worded(HOSPITALS, content.hospital))];
    case 'RETURN':
      return [
        ...line('复学日期', content.returnsOn),
        ...line('希望就读', gradeName(content.gradeWanted)),
        ...line('医疗单位证明', worded(HOSPITALS, content.hospital)),
      ];
    case 'COMPLAINT':
      return [];
  }
}

function correctionLine({ path, value }: { path: string; value: string }, held?: Pick<Child, 'items'>): ContentLine {
  const column = columnAt(path);
  if (!column) return { label: path, before: null, value };
  const before = held ? shownItem(column, held.items[path]).value : null;
  return { label: column.heading, before, value: value === '' ? '' : textOf(column.field, value) };
}

/** Does the request touch what only a case may change? */
export const hasKeyData = (content: Content): boolean =>
  content.kind === 'CORRECTION' && content.items.some(({ path }) => KEY_DATA_PATHS.includes(path));

/** The form of a leave, an extension or a return as far as the guardian filled it in; undefined for other kinds. */
export function matterOf(content: Content): { kind: string; form: Record<string, unknown> } | undefined {
  const proofs = (one: { hospital?: string | undefined; otherProof?: string | undefined }) => ({
    ...(one.hospital ? { hospital: one.hospital } : {}),
    ...(one.otherProof ? { otherProof: one.otherProof } : {}),
  });
  if (content.kind === 'LEAVE') {
    const { reason, beginsOn, endsOn } = content;
    return { kind: content.kind, form: { reason, beginsOn, endsOn, orderedBySchool: false, ...proofs(content) } };
  }
  if (content.kind === 'LEAVE_EXTENSION') {
    return { kind: content.kind, form: { until: content.until, ...proofs(content) } };
  }
  if (content.kind === 'RETURN') {
    const { returnsOn, gradeWanted } = content;
    return { kind: content.kind, form: { returnsOn, gradeWanted, ...proofs(content) } };
  }
  return undefined;
}

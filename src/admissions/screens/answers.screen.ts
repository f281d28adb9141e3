/** 接口答复: the shapes of what the admissions API answers, as the screens read them. */
import type { ImportItem } from '../importing/importing.api.ts';

export type Severity = 'red' | 'amber';

/** One thing found on one item of an entrant. */
export interface FoundView {
  field: string;
  label: string;
  severity: Severity;
  code: string;
  cause: string;
  sentence: string;
  remedy: string;
  at: [number, number] | null;
  curable: boolean;
  confirmed: boolean;
  chip: string | null;
  studentId: string | null;
}

/** Rows of an import that have the same fault. */
export interface CauseView {
  code: string;
  field: string;
  label: string;
  cause: string;
  severity: Severity;
  count: number;
  remedy: string;
  hasProposal: boolean;
}

/** One entrant as lists show it: nothing classified is in the open. */
export interface EntrantRow {
  id: string;
  rowNo: number | null;
  state: string;
  version: number;
  name: string;
  gender: string;
  bornOn: string;
  identityMasked: string;
  classText: string;
  guardian: string;
  phoneMasked: string;
  /** The item the rows were asked for, as far as it may be shown. */
  value: string;
  red: number;
  amber: number;
  mended: number;
  findings: FoundView[];
}

export interface RowPage {
  items: EntrantRow[];
  next: number | null;
}

export interface ImportView extends ImportItem {
  sound: number;
  skipped: number;
  mended: number;
  submitted: number;
  groups: CauseView[];
  caseIds: string[];
  mayUndo: boolean;
}

/** An entrant with everything that was filled in. */
export interface EntrantView extends EntrantRow {
  importId: string | null;
  caseId: string | null;
  stateWords: string;
  gradeWords: string;
  photoId: string | null;
  values: Record<string, string>;
}

export interface EntrantPage {
  items: EntrantView[];
  next: string | null;
}

export interface CureView {
  total: number;
  applied: boolean;
  items: { id: string; rowNo: number | null; name: string; before: string; after: string }[];
}

export interface OverviewView {
  intakeYear: number;
  /** 建籍期限 */
  deadline: { dueOn: string; sentence: string; chip: string } | null;
  classGroups: {
    id: string;
    name: string;
    planned: number | null;
    registered: number;
    inProcess: number;
    draft: number;
  }[];
  schools: {
    id: string;
    name: string;
    planned: number | null;
    registered: number;
    inProcess: number;
    draft: number;
    red: number;
  }[];
}

/** 转学: what a transfer is asked for with, and what its case holds of both sides. */
import type { CivilDate } from '../kernel/civil-date.ts';
import type { Side, Stage } from '../policy/index.ts';
import type { TransferForm } from './transfers.api.ts';

/** The kind of case, whichever way it takes. */
export const TRANSFER = 'TRANSFER';

/** One school of the two, as it was when the transfer was opened. */
export interface TransferSide {
  schoolId: string;
  schoolName: string;
  authorityName: string;
  placeCode: string;
}

/** What the case keeps: of the child nothing but the name and masked numbers. */
export interface TransferData {
  form: TransferForm;
  child: { name: string; gender: string; numberMasked: string; identityMasked: string };
  stage: Stage;
  grade: number;
  sending: TransferSide;
  receiving: TransferSide & { classGroupName: string | null };
  /** 应交材料 as the law of both sides asked when the form was last handed in. */
  papers: { code: string; words: string; asked: { chip: string; side: Side | null }[] }[];
  /** 学期 of the receiving place, by which the window is counted. */
  term: { startsOn: CivilDate; endsOn: CivilDate };
}

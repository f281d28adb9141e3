/** 档案袋标签: what stands on the label of a paper folder, with its code as Code 128. Pure. */
import bwip from 'bwip-js';
import { showFolderCode } from '../../hand-over/index.ts';

export interface FolderLabel {
  school: string;
  /** 七(1)班3号 */
  classGroup: string;
  name: string;
  /** 学籍号, masked: a label lies open on a desk. */
  number: string;
  /** As people read it; empty where the folder may not be begun yet. */
  code: string;
  /** Widths of bars and gaps in turn, in modules; empty like the code. */
  bars: number[];
  /** Why there is no code. */
  note: string;
}

/** The label of one student's folder; `note` stands where the code would. */
export const folderLabel = (
  of: Pick<FolderLabel, 'school' | 'classGroup' | 'name' | 'number'>,
  code: string | null,
  note: string,
): FolderLabel =>
  code === null
    ? { ...of, code: '', bars: [], note }
    : { ...of, code: showFolderCode(code), bars: barsOf(code), note: '' };

/** Code 128 of a text as widths of bars and gaps in turn. */
export function barsOf(text: string): number[] {
  const [symbol] = bwip.raw('code128', text, {});
  if (!symbol || !('sbs' in symbol)) throw new Error('code 128 was not drawn');
  return [...symbol.sbs];
}

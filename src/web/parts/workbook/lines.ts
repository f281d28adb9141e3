/** 工作簿的行: what a page works out about the lines of a workbook before it draws them. */

/** What is said of one column of a line. */
export interface LineFinding {
  column: string;
  sentence: string;
  /** How to mend it. */
  remedy: string;
  /** Only a refusal keeps a line back; a finding without a verdict is one. */
  verdict?: string | undefined;
  /** The article it rests on. */
  chip?: string | null | undefined;
}

/** One line as it was read, or as it has been mended since. */
export interface WorkbookLine {
  /** Its number in the sheet. */
  row: number;
  values: Readonly<Record<string, string | undefined>>;
  findings: readonly LineFinding[];
}

export interface WorkbookColumn {
  key: string;
  heading: string;
  required?: boolean;
  /** Empty where anything may be written. */
  choices: readonly string[];
  hint?: string;
}

const isFault = ({ verdict }: LineFinding): boolean => verdict === undefined || verdict === 'REFUSE';

/** 有误: what keeps the line back. */
export const faultsOf = ({ findings }: WorkbookLine): LineFinding[] => findings.filter(isFault);

/** May go in as it is; something in it may still have to be looked at. */
export const isSound = (line: WorkbookLine): boolean => faultsOf(line).length === 0;

/** Faulty lines first, each kind in the order of the sheet: what must be mended is not searched for. */
export const inMendingOrder = <L extends WorkbookLine>(lines: readonly L[]): L[] => [
  ...lines.filter((line) => !isSound(line)),
  ...lines.filter(isSound),
];

/** The columns of a line of which something is said. */
export const markedColumns = ({ findings }: WorkbookLine): string[] => [
  ...new Set(findings.map(({ column }) => column)),
];

/** What a line says in a column; empty text where it says nothing. */
export const textIn = ({ values }: Pick<WorkbookLine, 'values'>, column: string): string => values[column] ?? '';

export const withoutRow = <L extends WorkbookLine>(lines: readonly L[], row: number): L[] =>
  lines.filter((line) => line.row !== row);

/** The lines with some values of one of them changed; an emptied value is left out. */
export const withValues = <L extends WorkbookLine>(lines: readonly L[], row: number, values: L['values']): L[] =>
  lines.map((line) => (line.row === row ? { ...line, values: filled({ ...line.values, ...values }) } : line));

/** Only what says something. */
export const filled = <V extends WorkbookLine['values']>(values: V): V =>
  Object.fromEntries(Object.entries(values).filter(([, text]) => text?.trim())) as V;

/** 版面: the sheet of every template as we drew it, what of it can follow a wish, and what the template reads of it. Pure. */
import { SHEET_SIZES, type SheetSize } from './sheet-size.api.ts';

/** Millimetres on each side; the left is where papers are bound. */
export interface Margins {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** What an authority lays down of a paper's sheet. */
export interface Sheet {
  size: SheetSize;
  landscape: boolean;
  margins: Margins;
  /** Points of the running text. */
  body: number;
  /** Over the title: 长葛市教育体育局监制. Empty for none. */
  head: string;
  /** At the foot of each page. */
  foot: string;
  /** 一式几份、各存何处. */
  copies: string;
}

/** Our sheet of a template, and what can be otherwise. */
export interface SheetDesign {
  size: SheetSize;
  landscape: boolean;
  margins: Margins;
  body: number;
  /** Sizes that the layout follows; the first is ours. */
  sizes: readonly SheetSize[];
  /** Both orientations, margins and the size of text follow. */
  flows: boolean;
  /** Millimetres between the margins below which its tables cannot be read. */
  room: number;
  lines: readonly ('head' | 'foot')[];
  /** Why it does not follow everything; empty where it does. */
  why: string;
}

/** Words of a place in place of ours, as templates read them. */
export interface StyleWords {
  title: string;
  note: string;
  labels: Readonly<Record<string, string>>;
}

/** What a template reads: millimetres, the size of text beside ours, lines and words. */
export interface TemplateStyle extends Margins, StyleWords {
  width: number;
  height: number;
  scale: number;
  head: string;
  foot: string;
}

const FLOWING = { size: 'A4', landscape: false, flows: true, room: 110, lines: ['head', 'foot'], why: '' } as const;
const EVERY = ['A4', 'A3', 'A5', 'ISO_B5', 'JIS_B5', 'K16', 'K8'] as const;
const FIXED = { size: 'A4', landscape: false, sizes: ['A4'], flows: false, room: 0 } as const;
const margins = (top: number, bottom: number, left: number, right: number): Margins => ({ top, bottom, left, right });

const ROSTER = { ...FLOWING, sizes: EVERY, margins: margins(11, 27, 18, 14), body: 10, room: 138 };

/** Every template of templates/, by its file name. */
export const SHEETS = {
  form: { ...FLOWING, sizes: EVERY, margins: margins(16, 21, 18, 14), body: 10 },
  'class-roster': ROSTER,
  'school-roster': ROSTER,
  'graduate-roster': ROSTER,
  'case-paper': { ...FLOWING, sizes: EVERY, margins: margins(16, 22, 18, 14), body: 11 },
  'proof-of-registration': {
    ...FLOWING,
    ...{ sizes: ['A4', 'ISO_B5', 'JIS_B5', 'K16', 'A5'], margins: margins(26, 22, 28, 26), body: 14 },
  },
  'registration-cards': {
    ...{ ...FIXED, margins: margins(18, 19, 18, 14), body: 10.5, lines: ['head', 'foot'] },
    why: '学籍卡一生一面，栏目正好排满A4，纸张、边距和字号不变；可加题上单位和页脚。要改栏目排法的，用自备模板',
  },
  'academic-proof': {
    ...{ ...FIXED, margins: margins(15, 24, 20, 20), body: 14, lines: ['foot'] },
    why: '学历证明与存根在同一张A4上，中间盖骑缝章，纸张、边距和字号不变；可加页脚',
  },
  certificate: {
    ...{ ...FIXED, landscape: true, margins: margins(23, 23, 22, 22), body: 16.5, lines: [] },
    why: '证书按A4横幅对开设计，边框、照片、签章各有定位，版面不变。要改的，用自备模板',
  },
  'folder-labels': {
    ...{ ...FIXED, margins: margins(0, 0, 0, 0), body: 8, lines: [] },
    why: '标签按市售A4标签纸（每张24枚，70×37毫米）排列，版面不变。用别的标签纸的，用自备模板',
  },
} as const satisfies Record<string, SheetDesign>;
export type TemplateName = keyof typeof SHEETS;

/** Bounds of what can be laid down, in millimetres and points. */
export const SHEET_BOUNDS = {
  left: { least: 15, most: 40 },
  right: { least: 8, most: 30 },
  top: { least: 10, most: 40 },
  bottom: { most: 45 },
  body: { least: 8, most: 15 },
} as const;

/** Our own sheet of a template. */
export function ownSheet(template: TemplateName): Sheet {
  const { size, landscape, margins: own, body } = SHEETS[template];
  return { size, landscape, margins: own, body, head: '', foot: '', copies: '' };
}

/** What keeps a sheet from being laid down for the template, as sentences; none where it can. */
export function faultsOfSheet(template: TemplateName, sheet: Sheet): string[] {
  const design: SheetDesign = SHEETS[template];
  const own = ownSheet(template);
  const { left, right, top, bottom, body } = SHEET_BOUNDS;
  if (!design.flows) {
    const moved = (['top', 'bottom', 'left', 'right'] as const).some(
      (side) => sheet.margins[side] !== own.margins[side],
    );
    const differs = sheet.size !== own.size || sheet.landscape !== own.landscape || moved || sheet.body !== own.body;
    return [...(differs ? [design.why] : []), ...linesRefused(design, sheet)];
  }
  const within = (words: string, value: number, least: number, most: number, unit: string): string[] =>
    value >= least && value <= most ? [] : [`${words}须在${least}至${most}${unit}之间`];
  const least = { top: Math.min(top.least, own.margins.top), bottom: own.margins.bottom };
  const room = millimetres(sheet).width - sheet.margins.left - sheet.margins.right;
  return [
    ...(design.sizes.includes(sheet.size) ? [] : [`此表不能用${SHEET_SIZES[sheet.size].words}纸`]),
    ...within('左边距（装订边）', sheet.margins.left, left.least, left.most, '毫米'),
    ...within('右边距', sheet.margins.right, right.least, right.most, '毫米'),
    ...within('上边距', sheet.margins.top, least.top, top.most, '毫米'),
    ...within('下边距', sheet.margins.bottom, least.bottom, bottom.most, '毫米'),
    ...within('正文字号', sheet.body, body.least, body.most, '磅'),
    ...(room >= design.room
      ? []
      : [`左右边距之间只剩${room}毫米，此表至少须有${design.room}毫米，请用更大的纸、横向或减小边距`]),
    ...linesRefused(design, sheet),
  ];
}

function linesRefused({ lines }: SheetDesign, { head, foot, copies }: Sheet): string[] {
  if (head !== '' && !lines.includes('head')) return ['此文书题上不加单位'];
  return (foot !== '' || copies !== '') && !lines.includes('foot') ? ['此文书不加页脚和份数'] : [];
}

function millimetres({ size, landscape }: Pick<Sheet, 'size' | 'landscape'>): { width: number; height: number } {
  const { width, height } = SHEET_SIZES[size];
  return landscape ? { width: height, height: width } : { width, height };
}

/** Millimetres that a line more at the foot takes, and the two of a foot that wraps on a narrow sheet. */
const FOOT_LINE = 4;
const FOOT_WRAPS_UNDER = 154;

const NO_WORDS: StyleWords = { title: '', note: '', labels: {} };

/** What the template reads. The lower margin grows with what stands in it. */
export function styleFor(template: TemplateName, sheet: Sheet, words: StyleWords = NO_WORDS): TemplateStyle {
  const design: SheetDesign = SHEETS[template];
  const { width, height } = millimetres(sheet);
  const foot = [sheet.copies, sheet.foot].filter(Boolean).join('\u3000');
  const wraps = width - sheet.margins.left - sheet.margins.right < FOOT_WRAPS_UNDER && design.flows;
  const more = design.flows ? (foot === '' ? 0 : FOOT_LINE) + (wraps ? 2 * FOOT_LINE : 0) : 0;
  return {
    ...{ width, height, ...sheet.margins, bottom: sheet.margins.bottom + more },
    ...{ scale: sheet.body / SHEETS[template].body, head: sheet.head, foot, ...words },
  };
}

/** 表册样式目录: every paper that leaves the printer, with the template that sets it and what a place may call otherwise. */
import type { Stage } from '../../policy/index.ts';
import { DRAWN_FORMS } from '../forms/draw-form.ts';
import { FORMS, type FormId, formAt } from '../forms/form-registry.ts';
import type { TemplateName } from '../printing/sheet.ts';

interface StyledPaperText {
  title: string;
  template: TemplateName;
  /** Can the title be another? NAMED: what the paper is about names it; LAW: a text fixes it wherever it is used. */
  naming: 'OURS' | 'NAMED' | 'LAW';
  /** The articles that fix it. */
  clauses?: readonly string[];
  /** Can items and remarks be called otherwise? */
  words: boolean;
}

const form = (id: FormId): StyledPaperText => ({
  title: FORMS[id].title,
  template: 'form',
  naming: 'OURS',
  words: true,
});

/** Forms that `form.typ` sets. */
export const SET_FORMS = [
  ...DRAWN_FORMS,
  ...(['school-base', 'campus-base', 'increase-decrease', 'certificate-stub', 'proof-stub'] as const),
] as const;

const OTHERS = {
  'registration-card': {
    ...{ title: '学生学籍卡', template: 'registration-cards', naming: 'LAW', clauses: ['S3-1.4.1'], words: true },
  },
  'class-roster': { title: '班级花名册', template: 'class-roster', naming: 'OURS', words: true },
  'school-roster': { title: '学校花名册', template: 'school-roster', naming: 'OURS', words: true },
  'graduate-roster': { title: '毕业生花名册', template: 'graduate-roster', naming: 'OURS', words: true },
  application: { title: '办件申请表', template: 'case-paper', naming: 'NAMED', words: true },
  notice: { title: '办理决定通知书', template: 'case-paper', naming: 'OURS', words: true },
  'file-receipt': { title: '学籍档案转接单、回执', template: 'case-paper', naming: 'NAMED', words: true },
  'send-list': { title: '学籍档案转出清单', template: 'case-paper', naming: 'OURS', words: true },
  'proof-of-registration': { title: '在籍证明', template: 'proof-of-registration', naming: 'OURS', words: true },
  'academic-proof': {
    ...{ title: '学历证明', template: 'academic-proof', naming: 'LAW', clauses: ['SC-43.1', 'SX-38.1'], words: false },
  },
  certificate: {
    ...{ title: '毕业、结业、肄业证书', template: 'certificate', naming: 'LAW', clauses: ['SC-41.2'], words: false },
  },
  'folder-labels': { title: '档案袋标签', template: 'folder-labels', naming: 'NAMED', words: false },
} as const satisfies Record<string, StyledPaperText>;

export type PaperId = (FormId & (typeof SET_FORMS)[number]) | keyof typeof OTHERS;

const PAPERS: Readonly<Record<string, StyledPaperText>> = {
  ...OTHERS,
  ...Object.fromEntries(SET_FORMS.map((id) => [id, form(id)])),
};

/** All of them, in the order of the directory. */
export const PAPER_IDS = Object.keys(PAPERS) as [PaperId, ...PaperId[]];

export const styledPaper = (id: PaperId): StyledPaperText => PAPERS[id]!;

/** Forms of the directory of forms that stand behind a paper and may be named by an annex. */
const NAMED_BY: Partial<Record<PaperId, FormId>> = {
  'school-roster': 'class-roster',
};

/** 法定: how a text fixes the title at a place; undefined where the place may call the paper otherwise. */
export interface FixedTitle {
  title: string;
  clauses: readonly string[];
}

/** What fixes the title of a paper there, for schools of all stages alike. */
export function fixedTitleAt(id: PaperId, placeCode: string): FixedTitle | undefined {
  const { naming, title, clauses = [] } = styledPaper(id);
  if (naming === 'LAW') return { title, clauses };
  const named = (NAMED_BY[id] ?? id) as FormId;
  if (!Object.hasOwn(FORMS, named)) return undefined;
  const everyStage: Stage[] = ['PRIMARY', 'JUNIOR', 'SENIOR'];
  const here = everyStage.map((stage) => formAt(named, placeCode, [stage])).filter((one) => one !== undefined);
  const [first] = here;
  return first && here.every(({ annex }) => annex !== '') ? { title: first.title, clauses: first.clauses } : undefined;
}

/** 关键数据变更办件: what the engine must know of it: its checks, and that the record changes with the last signature. */
import type { Services } from '../access/index.ts';
import {
  type CaseApplication,
  type CaseCheck,
  type CaseContext,
  type CaseFinding,
  type CaseKind,
  updateCase,
} from '../cases/index.ts';
import { checkOf } from '../changes/index.ts';
import { refuse } from '../kernel/refusal.ts';
import { type AssessedKeyData, assessKeyData, changeKeyData } from '../students/index.ts';
import type { Workflow } from '../workflow/index.ts';
import { KEY_DATA_CHANGE, type KeyDataChangeData, valuesOf } from './key-data-change.ts';
import { findingsOn, heldSentence } from './key-data-law.ts';
import { PAPER_WORDS } from './papers.api.ts';
import { sealFormer } from './undo-change.ts';

type Needs = Pick<Services, 'law' | 'cipher' | 'index'>;

/** The kind with its workflow. */
export function keyDataKind(services: Needs, workflows: readonly Workflow[]): CaseKind {
  return {
    workflows: workflows.filter(({ kind }) => kind === KEY_DATA_CHANGE),
    check: (context) => checkChange(services, context),
    dueOn: () => Promise.reject(new Error('a change of key data has no term')),
    application: async ({ theCase }) => applicationOf(theCase.data as unknown as KeyDataChangeData),
    effects: { COMPLETED: (context) => completeChange(services, context) },
  };
}

/** 变更申请表: old and new, numbers masked as on every screen. */
const applicationOf = ({ child, items, papers, reason }: KeyDataChangeData): CaseApplication => ({
  fields: [
    ['学生姓名', child.name],
    ['学籍号', child.numberMasked],
    ['变更缘由', reason],
    ['已核验材料', papers.map((paper) => PAPER_WORDS[paper]).join('、')],
  ],
  lists: [
    {
      title: '变更内容',
      columns: [
        { heading: '项目', width: 38, align: 'left' },
        { heading: '现记载', width: 70, align: 'left' },
        { heading: '申请变更为', width: 70, align: 'left' },
      ],
      rows: items.map(({ label, before, after }) => [label, before || '未填', after || '无']),
    },
  ],
  signers: ['监护人', '学籍管理员', '学籍主管领导'],
});

const assess = (services: Needs, { tx, theCase }: CaseContext): Promise<AssessedKeyData> =>
  assessKeyData(tx, services, theCase.subjectId, valuesOf(services, theCase));

/** The record as it would be today, the duplicate check anew, the law of the day of the application. */
async function checkChange(services: Needs, context: CaseContext): Promise<CaseCheck> {
  const assessed = await assess(services, context);
  const { theCase, school } = context;
  const { stage, papers } = theCase.data as unknown as KeyDataChangeData;
  const asked = findingsOn(services, assessed, { school, day: theCase.lawDay, stage, papers });
  const check = checkOf({ findings: [...unsoundOf(assessed), ...asked] });
  return {
    ...check,
    unsound: assessed.findings.length,
    note: check.red + check.amber > 0 ? check.note : '新旧各项相符',
  };
}

/** What the own checks say of the new values: red must be mended, amber needs a person's word. */
const unsoundOf = ({ findings }: AssessedKeyData): CaseFinding[] =>
  findings.map(({ field, code, severity, sentence, remedy }) => ({
    ruleId: `record-check/${field}`,
    verdict: severity === 'red' ? 'REFUSE' : 'DISCRETIONARY',
    force: severity === 'red' ? 'MUST' : 'PRINCIPLE',
    code,
    sentence: sentence.replace(/。$/, ''),
    remedy,
    chip: '填报校验',
    instrument: '',
    clauses: [],
    facts: {},
    count: 1,
  }));

async function completeChange(services: Needs, context: CaseContext): Promise<void> {
  const { tx, actor, theCase, school } = context;
  const assessed = await assess(services, context);
  const { stage, papers } = theCase.data as unknown as KeyDataChangeData;
  // Those who approve have signed: only now does the law count them.
  const asked = { school, day: theCase.lawDay, stage, papers, approvedBy: ['SCHOOL', 'AUTHORITY'] as const };
  const against = findingsOn(services, assessed, asked).find(({ verdict }) => verdict === 'REFUSE');
  if (against) throw refuse('LAW_REFUSES', { sentence: `${against.sentence}（${against.chip}）` });
  const former = sealFormer(services, theCase.id, assessed);
  await updateCase(tx, theCase.id, { title: theCase.title, data: { ...theCase.data, former } });
  const written = await changeKeyData(tx, services, actor, assessed, theCase);
  if (!written) throw refuse('LAW_REFUSES', { sentence: heldSentence(undefined) });
}

/** 转学材料: what a text has families bring, and that schools ask for nothing beside it. */
import {
  type Asking,
  allow,
  type Citation,
  deny,
  fixed,
  type PartyName,
  paper,
  rule,
  type Stage,
  silent,
  TRANSFER_PAPERS,
  type TransferPaper,
  worded,
} from '../../../src/policy/index.ts';
import { EVERY_STAGE, examplesOfOtherStages, ordinaryTransfer, type TransferFacts } from './ordinary-transfer.ts';

interface PapersText {
  basis: Citation;
  stages?: readonly Stage[];
  papers: readonly TransferPaper[];
  /** The text's own name for a paper: 《四川省中小学生转学申请表》（附件7）. */
  names?: Partial<Record<TransferPaper, string>>;
  /** Papers that this text asks of some only. */
  only?: Occasions;
}

/** Papers that are asked of some only: when, and in which words. */
type Occasions = Partial<Record<TransferPaper, { words: string; holds: (facts: TransferFacts) => boolean }>>;

const USUAL: Occasions = {
  REGISTRATION_CERTIFICATE: { words: '跨省转学的', holds: ({ schools }) => schools === 'OTHER_PROVINCE' },
  PROFICIENCY: {
    words: '已在当地参加普通高中学业水平考试的',
    holds: ({ stage, proficiencyExamTaken }) => stage === 'SENIOR' && proficiencyExamTaken === true,
  },
};

/** Who hands a paper in: what a school seals it uploads itself, the school that took the application. */
const handsIn = (code: TransferPaper, { appliedAt }: TransferFacts, side: Asking['side']): PartyName =>
  code === 'SEALED_IMAGE' ? (appliedAt ?? (side === 'SENDING' ? 'SENDING_SCHOOL' : 'RECEIVING_SCHOOL')) : 'GUARDIAN';

const askedOf = (papers: readonly TransferPaper[], facts: TransferFacts, only: Occasions) =>
  papers.filter((code) => only[code]?.holds(facts) ?? true);

const wordsOf = (papers: readonly TransferPaper[]) => papers.map((code) => TRANSFER_PAPERS[code]).join('、');

/** Every case of facts in which a list of papers grows or shrinks. */
const CASES: Partial<TransferFacts>[] = [
  {},
  { schools: 'OTHER_PROVINCE' },
  { stage: 'SENIOR', proficiencyExamTaken: true },
  { ground: 'MIGRANT_WORK' },
];

/** The papers are listed for whoever asks; once somebody has looked through them, what is missing is said. */
export function transferPapers({ basis, stages = EVERY_STAGE, papers, names = {}, only = {} }: PapersText) {
  const occasions = { ...USUAL, ...only };
  const asked = (all: readonly TransferPaper[], facts: TransferFacts) => askedOf(all, facts, occasions);
  const nameOf = (code: TransferPaper) => names[code] ?? TRANSFER_PAPERS[code];
  const [first] = papers;
  return rule('transfer')({
    id: 'transfer-papers',
    title: '转学材料',
    basis,
    force: 'MUST',
    parameters: {
      papers: worded(fixed<readonly TransferPaper[]>(papers, 'SUBSET', '转学须交的材料'), TRANSFER_PAPERS),
    },
    decide: (facts, law) => {
      if (!stages.includes(facts.stage) || !facts.papers) return silent;
      const missing = asked(law.papers, facts).filter((code) => !facts.papers?.includes(code));
      return missing.length ? deny('MISSING', { missing: wordsOf(missing) }) : allow();
    },
    requires: (facts, law, { side }) =>
      stages.includes(facts.stage)
        ? asked(law.papers, facts).map((code) =>
            paper(handsIn(code, facts, side), nameOf(code), occasions[code]?.words),
          )
        : [],
    sentences: { COMPLIES: '转学材料齐全', MISSING: '缺{missing}' },
    remedies: { MISSING: '补齐后提交；转出学校出具的，由转入学校联系取得' },
    examples: [
      ...CASES.map((more) => ({ ...ordinaryTransfer, ...more }))
        .filter(({ stage }) => stages.includes(stage))
        .map((facts) => ({
          name: `complete: ${asked(papers, facts).length} papers, ${facts.schools}, ${facts.stage}, ${facts.ground}`,
          facts: { ...facts, papers: asked(papers, facts) },
          expect: 'COMPLIES',
          requires: asked(papers, facts).map(nameOf),
        })),
      {
        name: 'one is missing',
        facts: { ...ordinaryTransfer, papers: papers.filter((code) => code !== first) },
        expect: 'MISSING',
      },
      { name: 'nobody has looked', facts: ordinaryTransfer, expect: 'NONE' },
      ...examplesOfOtherStages(stages, { ...ordinaryTransfer, papers: [] }),
    ],
  });
}

/** Schools add nothing to the list of their place; their own papers step back where this is said above them. */
export function noAddedPapers(basis: Citation, papers: readonly TransferPaper[]) {
  return rule('school-papers')({
    id: 'no-added-papers',
    title: '不另要材料',
    basis,
    force: 'MUST',
    parameters: {
      papers: worded(fixed<readonly TransferPaper[]>(papers, 'SUBSET', '学校可以要求的转学材料'), TRANSFER_PAPERS),
    },
    decide: ({ demanded }, law) => {
      const added = demanded.filter((code) => !law.papers.includes(code));
      return added.length ? deny('ADDED', { added: wordsOf(added) }) : allow();
    },
    sentences: { COMPLIES: '没有另要材料', ADDED: '不得要求家长另交{added}' },
    remedies: { ADDED: '按本地规定的材料受理，其余由学校在学籍系统中核对' },
    examples: [
      { name: 'what the place asks for', facts: { direction: 'IN', demanded: papers }, expect: 'COMPLIES' },
      {
        name: 'one paper more',
        facts: { direction: 'IN', demanded: [...papers, 'PAPER_APPROVAL_FORM'] },
        expect: 'ADDED',
      },
    ],
  });
}

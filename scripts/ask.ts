/**
 * 问法规: `npm run ask -- case.json` answers a case as the pages do: the same JSON as POST /api/policy/decisions, from a
 * file or, with `-`, from standard input; `--json` gives the decision for machines. Needs no database. Ends with 1 where
 * the case cannot be read; a refusal by the law is an answer like any other. See docs/handbook/ask-the-law.md.
 */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { lawLibrary } from '../policies/clauses/law-library.ts';
import { packs } from '../policies/index.ts';
import { speakChinese } from '../src/http/validation-words.ts';
import { Refusal } from '../src/kernel/refusal.ts';
import { SetupFault } from '../src/kernel/setup-fault.ts';
import { calendar } from '../src/kernel/working-days.ts';
import { makeLaw } from '../src/policy/index.ts';
import { type AskedCase, answerCase, caseShape, clauseIndexOf, type DecisionView } from '../src/regulations/index.ts';
import { sideWords, verdictWords } from '../src/regulations/pages/answer/verdict-words.screen.ts';

const USAGE = '命令写法：npm run ask -- 文件.json [--json]，文件的写法见docs/handbook/ask-the-law.md';
const MARKS = { ALLOW: '✓', DISCRETIONARY: '△', REFUSE: '✕' } as const;

async function readCase(file: string): Promise<AskedCase> {
  const sent = await (file === '-' ? text(process.stdin) : readFile(file, 'utf8')).catch(() => {
    throw new SetupFault(`读不到文件${file}，请核对路径`);
  });
  let given: unknown;
  try {
    given = JSON.parse(sent);
  } catch (error) {
    throw new SetupFault(`${file}不是JSON：${(error as Error).message}`);
  }
  const parsed = caseShape.safeParse(given);
  if (parsed.success) return parsed.data as unknown as AskedCase;
  const said = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || '全文'}：${message}`);
  throw new SetupFault(`所问有误，请改正：\n${said.join('\n')}`);
}

/** The decision as a page of plain text. */
function linesOf(decision: DecisionView): string[] {
  const { findings, requirements, notApplied, alternatives, places } = decision;
  const { papers, steps, deadlines, undated } = requirements;
  const sideOf = (side: 'SENDING' | 'RECEIVING' | null) => (side ? `，${sideWords(side)}` : '');
  const cited = (one: { chip: string; side: 'SENDING' | 'RECEIVING' | null }) => `［${one.chip}${sideOf(one.side)}］`;
  const part = (title: string, lines: readonly string[]) => (lines.length > 0 ? ['', title, ...lines] : []);
  const until = (lastDay: string | null) => (lastDay ? `，最晚${lastDay}` : '');
  return [
    verdictWords(decision).head,
    `按${decision.day}有效的${places.map(({ name }) => name).join('、')}规定`,
    ...part(
      '依据',
      findings.flatMap((finding) => [
        `  ${MARKS[finding.verdict]} ${finding.sentence}${cited(finding)}`,
        ...(finding.remedy ? [`      ${finding.remedy}`] : []),
        ...(finding.letThroughBy ? [`      ${finding.letThroughBy}可酌情准许`] : []),
      ]),
    ),
    ...part(
      '材料',
      papers.map((paper) => `  ${paper.byWords}：${paper.what}${paper.when ? `（${paper.when}）` : ''}${cited(paper)}`),
    ),
    ...part(
      '谁来办',
      steps.map(
        (step, at) =>
          `  ${at + 1}. ${step.byWords}：${step.what}${step.within ? `，${step.within}内` : ''}${until(step.lastDay)}${cited(step)}`,
      ),
    ),
    ...part(
      '时限',
      deadlines.map(
        (one) => `  ${one.byWords}：${one.what}，${one.after}后${one.within}内${until(one.lastDay)}${cited(one)}`,
      ),
    ),
    ...(undated ? ['', undated] : []),
    ...part(
      '换个条件会怎样（只改一项）',
      alternatives.map(({ label, words, verdict }) => `  ${MARKS[verdict]} ${label}：${words}`),
    ),
    ...part(
      '不适用的规定',
      notApplied.map((one) => `  ${one.says}${cited(one)}：${one.because}`),
    ),
  ];
}

try {
  speakChinese();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new SetupFault(USAGE);
  const asked = await readCase(file);
  const decision = answerCase({ law: makeLaw(packs), calendar, index: clauseIndexOf(lawLibrary) }, asked);
  console.log(values.json ? JSON.stringify(decision, null, 2) : linesOf(decision).join('\n'));
} catch (error) {
  const misspelt = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
  if (!misspelt && !(error instanceof SetupFault) && !(error instanceof Refusal)) throw error;
  console.error(misspelt ? USAGE : (error as Error).message);
  process.exitCode = 1;
}

/** 法规校核: `npm run lint` lists what is wrong with the packs, and what is known of them; ends with 1 where anything is not. */

import type { LawFault } from '../policies/clauses/lint/fault.ts';
import { faultsOfLaw } from '../policies/clauses/lint/lint.ts';
import { LIVE_PLACES } from '../policies/clauses/lint/live-places.ts';
import { SCHOOLS } from '../policies/clauses/scenarios/places.ts';
import { packs, schoolTexts } from '../policies/index.ts';
import { dayOf } from '../src/kernel/civil-date.ts';

const TITLES: Record<LawFault['kind'], string> = {
  OPEN_PARAMETER: '尚未规定的参数',
  LOOSER_THAN_ABOVE: '宽于上位规定',
  GAP_OR_OVERLAP: '时间上的空缺或重叠',
  WRONG_REFERENCE: '条文误引',
  DEAD_RULE: '不起作用的规则',
  SYNONYM: '用词不一',
};

const schools = (Object.keys(SCHOOLS) as (keyof typeof SCHOOLS)[]).map((id) => schoolTexts[id](SCHOOLS[id]));
const faults = faultsOfLaw([...packs, ...schools], LIVE_PLACES, dayOf(new Date()));
for (const [kind, title] of Object.entries(TITLES)) {
  const own = faults.filter((fault) => fault.kind === kind);
  console.log(`${title}：${own.length}处`);
  for (const { of, sentence, known } of own) {
    console.log(`  ${known ? '已知' : '待改'}  ${sentence}  [${of}]`);
    if (known && known !== sentence) console.log(`        ${known}`);
  }
}
const unknown = faults.filter(({ known }) => !known).length;
console.log(unknown === 0 ? '没有待改的问题' : `待改${unknown}处`);
process.exitCode = unknown === 0 ? 0 : 1;

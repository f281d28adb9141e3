/** 均衡编班: primary and junior class groups are alike in size and in boys and girls. */
import { allow, cite, leftOpen, rule, silent, weigh } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const even = { stage: 'PRIMARY', largest: 50, smallest: 50, mostBoys: 26, fewestBoys: 25 } as const;
const uneven = { ...even, largest: 52, smallest: 48 } as const;
const four = { spread: 4 } as const;

/** A difference of one cannot be avoided. How much more is still even, the text does not say. */
export const classBalance = rule('class-balance')({
  id: 'class-balance',
  title: '均衡编班',
  basis: cite(rules, '第十三条', 'SX-13.2'),
  force: 'MUST',
  parameters: { spread: leftOpen<number>('SMALLER', '各班人数和男生数最多相差', '人') },
  decide: ({ stage, largest, smallest, mostBoys, fewestBoys }, law) => {
    if (stage === 'SENIOR') return silent;
    const spreadNow = Math.max(largest - smallest, mostBoys - fewestBoys);
    const facts = { largest, smallest, mostBoys, fewestBoys };
    if (spreadNow <= 1) return allow('COMPLIES', facts);
    return spreadNow > law.spread ? weigh('UNEVEN', facts) : allow('COMPLIES', facts);
  },
  sentences: {
    COMPLIES: '各班{smallest}至{largest}人，男生{fewestBoys}至{mostBoys}人',
    UNEVEN: '各班{smallest}至{largest}人，男生{fewestBoys}至{mostBoys}人，相差超过{spread}人',
  },
  remedies: { UNEVEN: '调整后再报审，或写明理由' },
  examples: [
    { name: 'a hundred in two groups', facts: even, expect: 'COMPLIES' },
    { name: 'one boy apart is never asked about', facts: { ...even, smallest: 49 }, expect: 'COMPLIES' },
    { name: 'four apart where four are allowed', with: four, facts: uneven, expect: 'COMPLIES' },
    { name: 'five apart', with: four, facts: { ...uneven, largest: 53 }, expect: 'UNEVEN' },
    { name: 'five boys apart', with: four, facts: { ...uneven, mostBoys: 30 }, expect: 'UNEVEN' },
    { name: 'four apart where nothing is set', facts: uneven, expect: 'PARAMETER_NOT_SET' },
    { name: 'senior is no question', facts: { ...uneven, stage: 'SENIOR' }, expect: 'NONE' },
  ],
});

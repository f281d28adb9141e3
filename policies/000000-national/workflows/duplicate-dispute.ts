/**
 * 问题学籍: 甲 raises it with evidence, 乙 answers with its own. Where both agree it is done; where they do not, or 乙 lets the
 * term pass, the lowest authority above both rules. Of one number only one side is upheld; of a likeness both may be. No
 * text gives a term: ten working days each, as of the parties of a transfer.
 */
import { type StateText, type Step, type Workflow, workflow } from '../../../src/workflow/index.ts';

/** What the dispute is over, and what 甲 says of its own record; each has the answers that fit, and no others. */
type Over = 'number' | 'likeness' | 'claim';
type Saying = 'uphold' | 'correct' | 'delete';
type Steps = Record<string, Step<string>>;

const TERM = { workingDays: 10 } as const;
const DONE = { tone: 'DONE' } as const;

const by = (party: Step<string>['by'], to: string, label: string): Step<string> => ({
  by: party,
  to,
  label,
  twoPeople: true,
});

/** 裁定 of the ruler, in the words of the registry for what becomes of a record (佐证、变更、删除), and the same forced by its superior once its term has passed. */
function rulings(over: Over): Steps {
  const all: Record<string, readonly [to: string, label: string]> = {
    RULE_FIRST: ['FIRST_UPHELD', '乙方删除'],
    RULE_SECOND: ['SECOND_UPHELD', over === 'claim' ? '甲方不建籍' : '甲方删除'],
    RULE_SECOND_CORRECTS: ['CORRECTING_SECOND', '乙方变更'],
  };
  if (over !== 'claim') all['RULE_FIRST_CORRECTS'] = ['CORRECTING_FIRST', '甲方变更'];
  if (over === 'likeness') all['RULE_BOTH'] = ['BOTH_UPHELD', '均为佐证'];
  const steps: Steps = {};
  for (const [action, [to, label]] of Object.entries(all)) {
    steps[action] = { ...by('ruler', to, label), reason: 'required' };
    steps[`FORCE_${action}`] = {
      ...{ ...by('superior', to, `强制裁定：${label}`), reason: 'required', onlyWhenOverdue: true, forced: true },
    };
  }
  const ask = (to: string, label: string): Step<string> => ({ by: 'ruler', to, label, reason: 'required' });
  return { ...steps, ASK_FIRST: ask('MENDING_FIRST', '甲方补证'), ASK_SECOND: ask('MENDING_SECOND', '乙方补证') };
}

/** What 乙 can answer. */
function answers(over: Over, saying: Saying): Steps {
  const second = (to: string, label: string) => by('second-school', to, label);
  if (saying === 'correct') {
    return {
      AGREE: second('CORRECTING_FIRST', '同意甲方变更'),
      DISPUTE: second('WITH_RULER', '不同意，报请裁定'),
    };
  }
  if (saying === 'delete') {
    return { AGREE: second('SECOND_UPHELD', '同意删除甲方'), DISPUTE: second('WITH_RULER', '不同意，报请裁定') };
  }
  return {
    ...(over === 'likeness' ? { AGREE_BOTH: second('BOTH_UPHELD', '并非一人，均保留') } : {}),
    AGREE_DELETE: second('FIRST_UPHELD', '删除本校学籍'),
    AGREE_CORRECT: second('CORRECTING_SECOND', '本校须变更'),
    DISPUTE: second('WITH_RULER', '本校佐证，报请裁定'),
  };
}

/** Overdue, the ruler need not wait any longer. */
const TAKE_UP: Step<string> = {
  by: 'ruler',
  to: 'WITH_RULER',
  label: '逾期未办，提级裁定',
  reason: 'required',
  onlyWhenOverdue: true,
};

/** 变更: the side that corrects fills in the right values, the ruler confirms them. */
function correcting(side: 'first' | 'second'): { states: Record<string, StateText>; steps: Record<string, Steps> } {
  const [upper, name] = side === 'first' ? ['FIRST', '甲方'] : ['SECOND', '乙方'];
  const school = `${side}-school` as const;
  return {
    states: {
      [`CORRECTING_${upper}`]: { words: `待${name}变更关键数据`, holder: school, term: TERM },
      [`CONFIRMING_${upper}`]: { words: `待核准${name}变更`, holder: 'ruler', term: TERM },
      [`${upper}_CORRECTED`]: { words: `${name}已变更，两条学籍均保留`, ...DONE },
    },
    steps: {
      [`CORRECTING_${upper}`]: { SUBMIT_CORRECTION: by(school, `CONFIRMING_${upper}`, '提交变更'), TAKE_UP },
      [`CONFIRMING_${upper}`]: {
        CONFIRM: by('ruler', `${upper}_CORRECTED`, '核准变更'),
        RETURN: { by: 'ruler', to: `CORRECTING_${upper}`, label: '退回重填', reason: 'required' },
      },
    },
  };
}

function disputeOver(over: Over, saying: Saying): Workflow<string> {
  const second = correcting('second');
  const first = over === 'claim' ? { states: {}, steps: {} } : correcting('first');
  const mended = (side: 'first' | 'second') => ({ SUBMIT: by(`${side}-school`, 'WITH_RULER', '补证后提交') });
  const states: Record<string, StateText> = {
    PREPARING: { words: '甲方填报', holder: 'first-school' },
    WITH_SECOND: { words: '待乙方核实举证', holder: 'second-school', term: TERM },
    WITH_RULER: { words: '待共同上级裁定', holder: 'ruler', term: TERM },
    MENDING_FIRST: { words: '甲方补证', holder: 'first-school', pausesClock: true },
    MENDING_SECOND: { words: '乙方补证', holder: 'second-school', pausesClock: true },
    ...first.states,
    ...second.states,
    FIRST_UPHELD: { words: '甲方为准，乙方学籍已删除', ...DONE },
    SECOND_UPHELD: { words: over === 'claim' ? '乙方为准，甲方不建籍' : '乙方为准，甲方学籍已删除', ...DONE },
    ...(over === 'likeness' ? { BOTH_UPHELD: { words: '并非一人，两条学籍均保留', ...DONE } } : {}),
    WITHDRAWN: { words: '已撤回', tone: 'NEUTRAL' },
  };
  const WITHDRAW: Step<string> = { by: 'first-school', to: 'WITHDRAWN', label: '撤回' };
  return workflow({
    id: `duplicate-${over}-${saying}`,
    kind: 'DUPLICATE_DISPUTE',
    title: '问题学籍',
    clauses: ['MOE-6.1', 'MOE-6.2', 'MOE-6.3', 'SC-15.2', 'SX-14.2'],
    states,
    start: 'PREPARING',
    ends: Object.keys(states).filter((state) => !states[state]!.holder),
    steps: {
      PREPARING: { SUBMIT: by('first-school', 'WITH_SECOND', '提交'), WITHDRAW },
      WITH_SECOND: { ...answers(over, saying), TAKE_UP, WITHDRAW: { ...WITHDRAW, onlyUntouched: true } },
      WITH_RULER: rulings(over),
      MENDING_FIRST: mended('first'),
      MENDING_SECOND: mended('second'),
      ...first.steps,
      ...second.steps,
    },
    track: [
      { party: 'first-school', state: 'PREPARING', role: '甲方学校' },
      { party: 'second-school', state: 'WITH_SECOND', role: '乙方学校' },
      { party: 'ruler', state: 'WITH_RULER', role: '共同上级' },
    ],
  });
}

/** Told apart by what is disputed and what the school that raises it says of its own record. */
export const duplicateDisputes: readonly Workflow[] = [
  disputeOver('number', 'uphold'),
  disputeOver('number', 'correct'),
  disputeOver('number', 'delete'),
  disputeOver('likeness', 'uphold'),
  disputeOver('likeness', 'correct'),
  disputeOver('likeness', 'delete'),
  disputeOver('claim', 'uphold'),
];

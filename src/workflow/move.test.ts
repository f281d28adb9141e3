import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '../kernel/refusal.ts';
import { type Act, faultsOf, forceBy, moveOf, type Standing, workflow } from './index.ts';

const table = workflow({
  id: 'sample',
  kind: 'SAMPLE',
  title: '示例',
  states: {
    DRAFT: { words: '草稿', holder: 'school' },
    WITH_AUTHORITY: { words: '待核办', holder: 'authority', term: { workingDays: 10 } },
    DONE: { words: '已办结', tone: 'DONE' },
  },
  start: 'DRAFT',
  ends: ['DONE'],
  steps: {
    DRAFT: { SUBMIT: { by: 'school', to: 'WITH_AUTHORITY', label: '提交', twoPeople: true } },
    WITH_AUTHORITY: {
      APPROVE: { by: 'authority', to: 'DONE', label: '同意', twoPeople: true },
      RETURN: { by: 'authority', to: 'DRAFT', label: '退回补正', reason: 'required' },
      RECALL: { by: 'school', to: 'DRAFT', label: '收回', onlyUntouched: true },
    },
  },
  track: [{ party: 'authority', state: 'WITH_AUTHORITY', role: '主管部门' }],
});
const standing = (more: Partial<Standing> = {}): Standing => ({
  state: 'DRAFT',
  pending: undefined,
  touched: false,
  overdue: false,
  ...more,
});
const act = (more: Partial<Act> = {}): Act => ({
  action: 'SUBMIT',
  parties: ['school'],
  rank: 'REGISTRAR',
  accountId: 'registrar',
  reason: undefined,
  ...more,
});
const refusedWith = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

test('the registrar proposes and the leader signs; the state moves at the signature', () => {
  const proposed = moveOf(table, standing(), act());
  assert.deepEqual([proposed.step, proposed.toState], ['PROPOSED', 'DRAFT']);
  const pending = { action: 'SUBMIT', proposedBy: 'registrar' };
  const signed = moveOf(table, standing({ pending }), act({ rank: 'LEADER', accountId: 'leader' }));
  assert.deepEqual([signed.step, signed.toState], ['SIGNED', 'WITH_AUTHORITY']);
});

test('nobody signs what nobody proposed, nor what they proposed themselves', () => {
  assert.throws(() => moveOf(table, standing(), act({ rank: 'LEADER' })), refusedWith('NOT_ALLOWED'));
  const pending = { action: 'SUBMIT', proposedBy: 'leader' };
  const sign = act({ rank: 'LEADER', accountId: 'leader' });
  assert.throws(() => moveOf(table, standing({ pending }), sign), refusedWith('SAME_PERSON'));
});

test('a proposal can be sent back by the leader with a reason, and retracted by its own author only', () => {
  const pending = { action: 'SUBMIT', proposedBy: 'registrar' };
  const back = act({ action: 'SEND_BACK', rank: 'LEADER', accountId: 'leader' });
  assert.throws(() => moveOf(table, standing({ pending }), back), refusedWith('REASON_NEEDED'));
  assert.equal(moveOf(table, standing({ pending }), { ...back, reason: '班级有误' }).step, 'SENT_BACK');
  assert.equal(moveOf(table, standing({ pending }), act({ action: 'RETRACT' })).step, 'RETRACTED');
  const other = act({ action: 'RETRACT', accountId: 'another' });
  assert.throws(() => moveOf(table, standing({ pending }), other), refusedWith('NOT_ALLOWED'));
});

test('a return needs a reason and the party that holds the case', () => {
  const at = standing({ state: 'WITH_AUTHORITY' });
  const back = act({ action: 'RETURN', parties: ['authority'] });
  assert.throws(() => moveOf(table, at, back), refusedWith('REASON_NEEDED'));
  assert.equal(moveOf(table, at, { ...back, reason: '缺户口簿' }).toState, 'DRAFT');
  assert.throws(() => moveOf(table, at, { ...back, parties: ['school'] }), refusedWith('NOT_ALLOWED'));
});

test('a case can be taken back only while the other side has not begun', () => {
  const recall = act({ action: 'RECALL' });
  assert.equal(moveOf(table, standing({ state: 'WITH_AUTHORITY' }), recall).toState, 'DRAFT');
  const touched = standing({ state: 'WITH_AUTHORITY', touched: true });
  assert.throws(() => moveOf(table, touched, recall), refusedWith('STEP_NOT_ALLOWED'));
});

const forcing = workflow({
  ...table,
  steps: { ...table.steps, WITH_AUTHORITY: { ...table.steps.WITH_AUTHORITY, ...forceBy('superior', 'DONE') } },
});
const late = standing({ state: 'WITH_AUTHORITY', overdue: true });
const force = act({ action: 'FORCE', parties: ['superior'], reason: '逾期' });

test('a step is forced only once it is overdue, only by the superior, only with a reason', () => {
  assert.throws(() => moveOf(forcing, { ...late, overdue: false }, force), refusedWith('STEP_NOT_ALLOWED'));
  for (const party of ['school', 'authority'] as const) {
    assert.throws(() => moveOf(forcing, late, { ...force, parties: [party] }), refusedWith('NOT_ALLOWED'));
  }
  assert.throws(() => moveOf(forcing, late, { ...force, reason: ' ' }), refusedWith('REASON_NEEDED'));
  assert.equal(moveOf(forcing, late, force).step, 'PROPOSED');
});

test('forcing takes two people of the superior, and does not wait for what the holder has proposed', () => {
  const byHolder = { ...late, pending: { action: 'APPROVE', proposedBy: 'clerk' } };
  assert.equal(moveOf(forcing, byHolder, force).step, 'PROPOSED');
  const proposed = { ...late, pending: { action: 'FORCE', proposedBy: 'registrar' } };
  assert.throws(() => moveOf(forcing, proposed, { ...force, rank: 'LEADER' }), refusedWith('SAME_PERSON'));
  const signed = moveOf(forcing, proposed, { ...force, rank: 'LEADER', accountId: 'leader' });
  assert.deepEqual([signed.step, signed.toState], ['SIGNED', 'DONE']);
  const holder = act({ action: 'APPROVE', parties: ['authority'] });
  assert.throws(() => moveOf(forcing, proposed, holder), refusedWith('STEP_NOT_ALLOWED'));
});

test('the superior presses a holder that is overdue, and nobody else does', () => {
  const remind = act({ action: 'REMIND', parties: ['superior'] });
  assert.deepEqual(
    [moveOf(table, late, remind).step, moveOf(table, late, remind).toState],
    ['REMINDED', 'WITH_AUTHORITY'],
  );
  assert.throws(() => moveOf(table, { ...late, overdue: false }, remind), refusedWith('STEP_NOT_ALLOWED'));
  assert.throws(() => moveOf(table, late, { ...remind, parties: ['school'] }), refusedWith('NOT_ALLOWED'));
});

test('a step that forces without its safeguards is a fault, and so is a clock that stops at an end', () => {
  const { FORCE } = forceBy('superior', 'DONE');
  const bare = { ...FORCE, twoPeople: false };
  const loose = { ...forcing, steps: { ...forcing.steps, WITH_AUTHORITY: { APPROVE: bare } } };
  assert.match(faultsOf(loose).join(), /APPROVE out of WITH_AUTHORITY forces without its safeguards/);
  const stopped = { ...table, states: { ...table.states, DONE: { words: '已办结', pausesClock: true as const } } };
  assert.match(faultsOf(stopped).join(), /no clock stands still at the end DONE/);
  const lapsing = { ...table, states: { ...table.states, DRAFT: { ...table.states.DRAFT, lapsesTo: 'DRAFT' } } };
  assert.match(faultsOf(lapsing).join(), /DRAFT lapses to DRAFT, which is no end/);
});

test('a sound table has no faults; a state without a way out is named', () => {
  assert.deepEqual(faultsOf(table), []);
  const broken = { ...table, steps: { ...table.steps, WITH_AUTHORITY: {} } };
  assert.deepEqual(faultsOf(broken).toSorted(), [
    'sample: DONE is never reached',
    'sample: no end can be reached from DRAFT',
    'sample: no end can be reached from WITH_AUTHORITY',
    'sample: there is no way out of WITH_AUTHORITY',
  ]);
});

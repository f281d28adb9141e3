import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '../kernel/refusal.ts';
import { type Act, faultsOf, moveOf, type Standing, workflow } from './index.ts';

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

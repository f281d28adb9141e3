/** 导入各步: steps, cells and the way through them. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { EntrantRow, FoundView } from '../../entrants/entrants.api.ts';
import type { CauseView } from '../../review/review.api.ts';
import {
  barOf,
  cellState,
  faultPlace,
  ignoredWords,
  isConfirmedTogether,
  nextAtFault,
  nextCause,
  sortCauses,
  stepsOf,
  submissionWords,
} from './import-state.screen.ts';

const found = (over: Partial<FoundView> = {}): FoundView => ({
  field: 'identityNumber',
  label: '身份证件号',
  severity: 'red',
  code: 'ID_CHECK_DIGIT',
  cause: '身份证件号校验位不符',
  sentence: '',
  remedy: '对照户口簿改',
  at: null,
  curable: false,
  confirmed: false,
  chip: null,
  studentId: null,
  ...over,
});
const row = (id: string, findings: FoundView[] = [], state = 'DRAFT') => ({ id, state, findings }) as EntrantRow;
const cause = { code: 'ID_CHECK_DIGIT', field: 'identityNumber' };

test('the steps say how long checking took, and nothing is current once all is submitted', () => {
  const times = { madeAt: '2026-09-17T02:18:00Z', finishedAt: '2026-09-17T02:18:08Z' };
  assert.deepEqual(stepsOf({ state: 'CHECKED', ...times }), { steps: ['上传', '校验8秒', '修正', '提交'], current: 3 });
  assert.equal(stepsOf({ state: 'SUBMITTED', ...times }).current, 5);
  assert.equal(stepsOf(undefined).current, 1);
  assert.equal(stepsOf({ state: 'READING', madeAt: times.madeAt, finishedAt: null }).steps[1], '校验');
});

test('an import waiting for its turn is not yet running, and a failed one says why', () => {
  const progress = { done: 0, total: 312, red: 0, amber: 0, secondsLeft: null, failure: null };
  assert.equal(barOf({ ...progress, state: 'QUEUED' }).state, 'WAITING');
  assert.equal(barOf({ ...progress, state: 'QUEUED' }).leftSeconds, undefined);
  assert.equal(barOf({ ...progress, state: 'FAILED', failure: '表头不全' }).words, '表头不全');
});

test('red causes stand before amber ones, each in the order given', () => {
  const group = (code: string, severity: 'red' | 'amber') =>
    ({ code, field: '', label: '', cause: code, severity, count: 1, remedy: '', hasProposal: false }) as const;
  const sorted = sortCauses([group('A', 'amber'), group('B', 'red'), group('C', 'amber'), group('D', 'red')]);
  assert.deepEqual(
    sorted.map(({ code }) => code),
    ['B', 'D', 'A', 'C'],
  );
});

test('after a cause is done the next one below follows, around the end, past those without anything left', () => {
  const group = (code: string, count: number) => ({ code, field: '', count }) as CauseView;
  const shown = [group('A', 1), group('B', 1), group('C', 0), group('D', 1)];
  assert.equal(nextCause(shown, shown, 'B/'), 'D/');
  assert.equal(nextCause(shown, shown, 'D/'), 'A/');
  assert.equal(nextCause([group('A', 1)], [group('A', 1)], 'A/'), undefined);
});

test('a cell put right is mended, one with another fault stays wrong, one waved through is confirmed', () => {
  assert.equal(cellState(row('a'), 'identityNumber', cause).kind, 'mended');
  assert.equal(cellState(row('a'), 'identityNumber').kind, 'clean');
  assert.equal(cellState(row('a', [found({ code: 'ID_LENGTH' })]), 'identityNumber', cause).kind, 'wrong');
  const amber = found({ severity: 'amber', code: 'ID_AREA_ABOLISHED' });
  assert.equal(cellState(row('a', [amber]), 'identityNumber', amber).kind, 'doubtful');
  assert.equal(cellState(row('a', [{ ...amber, confirmed: true }]), 'identityNumber', amber).kind, 'confirmed');
});

test('a doubt let stand is settled under its cause, though the cell has another doubt of its own', () => {
  const short = found({ severity: 'amber', code: 'NAME_SHORT', confirmed: true });
  const twice = found({ severity: 'amber', code: 'PERSON_REPEATED' });
  assert.equal(cellState(row('a', [short, twice]), 'identityNumber', short).kind, 'confirmed');
  assert.equal(cellState(row('a', [short, twice]), 'identityNumber', twice).kind, 'doubtful');
  assert.equal(cellState(row('a', [short, found()]), 'identityNumber', short).kind, 'wrong');
});

test('whether two children are one is never let stand for many at once', () => {
  const doubt = {
    field: 'name',
    label: '',
    cause: '',
    severity: 'amber',
    count: 8,
    remedy: '',
    hasProposal: false,
  } as const;
  assert.equal(isConfirmedTogether({ ...doubt, code: 'NAME_SHORT' }), true);
  assert.equal(isConfirmedTogether({ ...doubt, code: 'PERSON_REPEATED' }), false);
});

test('of two faults on a cell the one the list is about is told', () => {
  const state = cellState(row('a', [found({ code: 'ID_BIRTH' }), found()]), 'identityNumber', cause);
  assert.equal('found' in state && state.found.code, 'ID_CHECK_DIGIT');
});

test('Enter goes to the next cell at fault, around the end, past mended rows and rows left out', () => {
  const rows = [row('a', [found()]), row('b'), row('c', [found()], 'SKIPPED'), row('d', [found()])];
  assert.equal(nextAtFault(rows, 'a', cause)?.id, 'd');
  assert.equal(nextAtFault(rows, 'd', cause)?.id, 'a');
  assert.equal(nextAtFault([row('a', [found()]), row('b')], 'a', cause), undefined);
});

test('places of faults count characters as people do; a place beyond the shown text marks all of it', () => {
  assert.deepEqual(faultPlace('𫖯一1班', [3, 4]), [2, 3]);
  assert.equal(faultPlace('一班', [3, 4]), undefined);
  assert.equal(faultPlace('一班', null), undefined);
});

test('before submitting it is said what goes and what stays, and nothing is counted that is not there', () => {
  const counts = { fileName: '报名表.xlsx', sound: 74, red: 11, amber: 0, skipped: 1 };
  assert.equal(
    submissionWords(counts),
    '“报名表.xlsx”中合格的74行，提交主管部门核办；有误的11行、暂不导入的1行留在此页，可以后再提交。',
  );
  assert.equal(submissionWords({ ...counts, red: 0, skipped: 0 }), '“报名表.xlsx”中74行，提交主管部门核办。');
});

test('columns that were not read are named by the first', () => {
  assert.equal(ignoredWords(['备注']), '表中“备注”一栏未读取');
  assert.equal(ignoredWords(['备注', '校车', '午餐']), '表中“备注”等3栏未读取');
});

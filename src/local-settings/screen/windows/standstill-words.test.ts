import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../../kernel/civil-date.ts';
import type { StandstillView } from '../../windows/standstills.api.ts';
import { meanwhileWords, spanWords, stopsWords } from './standstill-words.screen.ts';

const window = (more: Partial<StandstillView> = {}): StandstillView => ({
  ...{ kind: 'FREEZE', title: '毕业升级', placeName: '河南省教育厅', firstOn: '2026-07-15', lastOn: '2026-08-14' },
  ...{ active: true, cases: ['转学', '休学'], stops: 'OPENING', clockStands: false, offline: true, why: '数据冻结' },
  notice: { title: '通知', number: null, address: null },
  ...more,
});

test('a window says its days, what it stops, and what to do meanwhile', () => {
  assert.equal(spanWords(window(), civilDate('2026-07-20')), '7月15日至8月14日');
  assert.equal(spanWords(window({ lastOn: '2026-07-15' }), civilDate('2026-07-20')), '7月15日');
  assert.equal(stopsWords(window({ stops: 'DECIDING' })), '停止受理和核办转学、休学');
  assert.equal(meanwhileWords(window()), '期间可先收纸质申请，以脱机受理录入；在办件时限照计');
  assert.equal(meanwhileWords(window({ offline: false, clockStands: true })), '请于期满后办理；在办件时限停计');
  assert.equal(stopsWords(window({ kind: 'OUTAGE' })), '系统不能使用');
});

/** 账号提醒: what keeps people from working is named by the institution that must be told. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { civilDate } from '../../../kernel/civil-date.ts';
import type { LoginFrequency } from '../../accounts/accounts.api.ts';
import { lastWeek, loginReminder, untrainedReminders } from './account-reminders.screen.ts';

const accounts = (institutionId: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    institutionId,
    institutionName: `${institutionId}小学`,
    personName: '周吴郑王冯'[at] ?? '陈',
  }));

test('the institution with most waiting accounts stands first and is opened on just these', () => {
  const [first, second] = untrainedReminders({ items: [...accounts('南', 1), ...accounts('北', 4)], more: false });
  assert.equal(first?.words, '北小学4个账号待登记培训');
  assert.equal(first?.note, '周、吴、郑等，登记后才能登录');
  assert.equal(first?.to, '/institutions/北?tab=accounts&state=UNTRAINED');
  assert.equal(second?.words, '南小学1个账号待登记培训');
});

test('beyond three institutions one line stands for the rest, and says where it is not whole', () => {
  const items = ['甲', '乙', '丙', '丁', '戊'].flatMap((id) => accounts(id, 2));
  assert.equal(untrainedReminders({ items, more: false }).at(-1)?.words, '另有2个机构4个账号待登记培训');
  assert.equal(untrainedReminders({ items, more: true }).at(-1)?.words, '另有2个机构4个账号待登记培训，尚未列全');
  assert.deepEqual(untrainedReminders({ items: [], more: false }), []);
});

test('only a week that is over is judged, and only whoever fell short is counted', () => {
  assert.equal(lastWeek(civilDate('2026-09-17')), '2026-09-10');
  const week = { weekFrom: '2026-09-07', weekTo: '2026-09-13', closed: true, required: 2, clause: '四川·第四十八条' };
  const of = (verdicts: string[]) => ({ ...week, items: verdicts.map((verdict) => ({ verdict })) }) as LoginFrequency;
  assert.equal(loginReminder(of(['MET', 'SHORT', 'SHORT']), 'own')?.words, '上周2个账号登录不足2次');
  assert.equal(loginReminder(of(['MET']), 'own'), undefined);
});

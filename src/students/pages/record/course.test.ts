import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../../kernel/civil-date.ts';
import { courseFacts, rowsOf, spanOf } from './course.screen.ts';

const school = (label: string, from: string, to: string | null, state = 'ENROLLED') =>
  ({ kind: 'SCHOOL', label, from, to, state }) as const;
const today = civilDate('2026-09-17');

test('the line runs from the first registration to a while after today, to the end of this school year at most', () => {
  const since = (from: string) => spanOf({ bands: [school('双洎河小学', from, null)] }, today);
  assert.deepEqual(since('2021-09-03'), { from: '2021-09-03', to: '2027-09-01' });
  assert.deepEqual(since('2025-09-17'), { from: '2025-09-17', to: '2026-11-29' });
  assert.deepEqual(since('2026-09-03'), { from: '2026-09-03', to: '2026-09-27' });
});

test('of who was registered today something can be seen', () => {
  assert.deepEqual(spanOf({ bands: [school('双洎河小学', today, null)] }, today), {
    from: '2026-09-07',
    to: '2026-09-27',
  });
});

test('schools have the tints of their order, a break is hatched and says what it is', () => {
  const [schools] = rowsOf({
    bands: [
      school('文峰里小学', '2021-09-01', '2022-09-01'),
      school('葛天路小学', '2022-09-01', '2024-03-01'),
      school('葛天路小学', '2024-03-01', '2025-03-01', 'ON_LEAVE'),
      school('文峰里小学', '2025-03-01', null),
    ],
  });
  assert.deepEqual(
    schools?.bands.map(({ words, look, to }) => [words, look, to]),
    [
      ['文峰里小学', 1, '2022-09-01'],
      ['葛天路小学', 2, '2024-03-01'],
      ['休学（保留学籍）', 'paused', '2025-03-01'],
      ['文峰里小学', 1, undefined],
    ],
  );
});

test('the head of the course counts years, schools and marks', () => {
  const bands = [school('文峰里小学', '2021-09-01', '2023-02-01'), school('葛天路小学', '2023-02-01', null)];
  assert.deepEqual(courseFacts({ bands, marks: [] }), ['2021年9月至今', '2所学校', '0个节点']);
  assert.deepEqual(
    courseFacts({ bands: [school('文峰里小学', '2021-09-01', '2027-07-05')], marks: [] })[0],
    '2021年9月至2027年7月',
  );
  assert.deepEqual(courseFacts({ bands: [], marks: [] }), []);
});

/** 整班登记: a table of a whole class group goes out as a workbook, comes back as rows, and is entered whole or not at all. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusing } from '../../../../tests/access/caller.ts';
import { type AttendanceDesk, attendanceDesks } from '../../../../tests/attendance-desks.ts';
import { ownersView } from '../../../../tests/database.ts';
import type { PracticeView } from '../../assessments/api/further.api.ts';
import type { AwardList } from '../../awards/awards.api.ts';

const { app, junior, senior } = await attendanceDesks('2026-10-18T09:00:00+08:00');
const rows = await ownersView(app);
const everything = async () => [
  await rows('select * from practice_records order by student_id, id'),
  await rows('select * from awards order by student_id, id'),
];
const refused = refusing(everything);
const at = ({ group }: AttendanceDesk, path: string) => `/api/class-groups/${group.id}/${path}`;
const [first = '', second = '', third = ''] = junior.students;

const activity = (studentId: string, more: object = {}) => ({
  ...{ studentId, kind: 'COMMUNITY_SERVICE', activity: '社区环境整治', heldOn: '2026-10-10', hours: 4 },
  ...{ partTaken: '清扫', confirmedByName: '玉林街道办事处', ...more },
});
const medal = (studentId: string, title: string, more: object = {}) => ({
  ...{ studentId, title, category: 'ACTIVITY', level: 'SCHOOL', givenOn: '2026-10-10', giver: '本校', ...more },
});

test('each student gets the activity of the own row; one row that cannot be keeps all of them out', async () => {
  const path = at(junior, 'practice/records');
  const post = (...records: object[]) => junior.teacher.post<PracticeView>(path, { records });
  await refused(() => post(activity(first), activity(second, { heldOn: '2026-10-19' })), /还没有开展/);
  await refused(() => post(activity(first), activity(senior.students[0]!)), /不在本班/);
  const { body, detail } = await post(
    activity(first),
    activity(second, { activity: '敬老院慰问', hours: 2.5, kind: 'VOLUNTEERING' }),
  );
  assert.ok(body?.rows, detail);
  assert.deepEqual(
    body.rows.slice(0, 3).map(({ hours, records }) => [hours, records[0]?.activity]),
    [
      [4, '社区环境整治'],
      [2.5, '敬老院慰问'],
      [0, undefined],
    ],
  );
  await refused(() => senior.teacher.post(path, { records: [activity(first)] }), /没有找到此班级/);
});

test('awards are proposed each with its own title, and wait for the leader; of another class group none', async () => {
  const path = at(junior, 'awards');
  const post = (...awards: object[]) => junior.teacher.post<{ students: number }>(path, { awards });
  await refused(() => post(medal(first, '跳远第一名'), medal(senior.students[0]!, '铅球第二名')), /没有找到此学生/);
  await refused(() => post(medal(first, '跳远第一名', { givenOn: '2026-10-19' })), /还没有到/);
  const answer = await post(medal(first, '跳远第一名'), medal(third, '歌咏比赛一等奖'));
  assert.deepEqual(answer.body, { students: 2 }, answer.detail);
  const { items } = (await junior.leader.get<AwardList>('/api/awards')).body;
  assert.deepEqual(items.map(({ title, state }) => `${title} ${state}`).toSorted(), [
    '歌咏比赛一等奖 PROPOSED',
    '跳远第一名 PROPOSED',
  ]);
});

for (const [table, heading] of [
  ['QUALITY', '品德发展'],
  ['PRACTICE', '承担任务'],
  ['AWARDS', '奖励名称'],
  ['AIDS', '金额'],
] as const) {
  test(`${table}: the workbook has every student and the columns of the table, and comes back as rows`, async () => {
    const { bytes, status } = await junior.teacher.get(at(junior, `entry-table.xlsx?table=${table}`));
    assert.equal(status, 200);
    const file = { name: '登记表.xlsx', bytes };
    const path = `entry-table/readings?table=${table}`;
    const { body, detail } = await junior.teacher.upload<{ rows: string[][] }>(at(junior, path), file);
    assert.ok(body?.rows, detail);
    assert.ok(body.rows[0]!.includes(heading), String(body.rows[0]));
    assert.deepEqual([body.rows.length, body.rows[2]![1]], [11, '柏一鸣']);
    assert.equal((await senior.teacher.upload(at(junior, path), file)).status, 404);
  });
}

test('reading a workbook writes nothing and what is no workbook is said to be none', async () => {
  const file = { name: '登记表.xlsx', bytes: new TextEncoder().encode('姓名,奖励名称') };
  await refused(() => junior.teacher.upload(at(junior, 'entry-table/readings?table=AWARDS'), file), /./);
});

/** 实践与健康表册: practice and health forms; rows that nobody has recorded are left free. Pure. */
import { HEALTH_ITEMS, type StudentHealth } from '../../../archives/index.ts';
import { PRACTICE_KINDS, type PracticeRecord } from '../../../school-life/index.ts';
import { type FormBlock, inRows } from '../form-paper.ts';

const LEAST_ACTIVITIES = 12;

/** 综合实践活动记录表. */
export function practiceRecord(records: readonly PracticeRecord[]): FormBlock[] {
  const oldestFirst = records.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn));
  return [
    {
      kind: 'LIST',
      heading: '',
      columns: [
        { heading: '日期', width: 24 },
        { heading: '类别', width: 24 },
        { heading: '活动内容', width: 50, align: 'left' },
        { heading: '课时', width: 14 },
        { heading: '承担的任务', width: 38, align: 'left' },
        { heading: '证明人', width: 28 },
      ],
      rows: oldestFirst.map((one) => [
        ...[one.heldOn, PRACTICE_KINDS[one.kind], one.activity, String(one.hours)],
        ...[one.partTaken, one.confirmedByName],
      ]),
      blank: Math.max(0, LEAST_ACTIVITIES - records.length),
    },
    {
      kind: 'ITEMS',
      heading: '',
      rows: [
        [
          {
            label: '课时合计',
            value: records.length > 0 ? String(records.reduce((sum, one) => sum + one.hours, 0)) : '',
            span: 3,
          },
        ],
      ],
    },
  ];
}

type HealthRecord = StudentHealth['records'][number];

/** 体格检查登记表: the latest examination, or its items to be filled in. */
export function physicalExamination(records: readonly HealthRecord[]): FormBlock[] {
  const latest = records.find(({ kind }) => kind === 'EXAMINATION');
  const known = new Map(latest?.values.map(({ label, value }) => [label, value]));
  const items = HEALTH_ITEMS.EXAMINATION.map(({ label, unit }) => ({
    label: unit ? `${label}（${unit}）` : label,
    value: known.get(label) ?? '',
  }));
  return [
    {
      kind: 'ITEMS',
      heading: '检查',
      rows: inRows([
        { label: '检查日期', value: latest?.measuredOn ?? '' },
        { label: '学年', value: latest ? `${latest.schoolYear}` : '' },
        { label: '记录学校', value: latest?.schoolName ?? '' },
      ]),
    },
    { kind: 'ITEMS', heading: '检查项目', rows: inRows(items) },
    { kind: 'WORDS', heading: '医师意见', lines: [], room: 30 },
  ];
}

/** School years on one card: those of a stage. */
const YEARS_ON_CARD = 3;

/** 体质健康标准登记卡: item by item over the school years, the earliest first. */
export function fitnessCard(records: readonly HealthRecord[]): FormBlock[] {
  const years = records
    .filter(({ kind }) => kind === 'FITNESS')
    .slice(0, YEARS_ON_CARD)
    .toReversed();
  const labels = new Map(
    HEALTH_ITEMS.FITNESS.filter(({ grades }) => !grades || grades[1] > 9).map(({ label, unit }) => [label, unit]),
  );
  for (const { values } of years) for (const { label, unit } of values) labels.set(label, unit ?? labels.get(label));
  const free = Array.from({ length: YEARS_ON_CARD - years.length }, () => '');
  return [
    {
      kind: 'LIST',
      heading: '',
      columns: [
        { heading: '项目', width: 58, align: 'left' },
        ...[...years.map(({ schoolYear }) => `${schoolYear}学年`), ...free.map(() => '　　学年')].map((heading) => ({
          heading,
          width: 40,
        })),
      ],
      rows: [
        ['测试日期', ...years.map(({ measuredOn }) => measuredOn), ...free],
        ...[...labels].map(([label, unit]) => [
          unit ? `${label}（${unit}）` : label,
          ...years.map(({ values }) => values.find((one) => one.label === label)?.value ?? ''),
          ...free,
        ]),
      ],
      blank: 0,
    },
    { kind: 'WORDS', heading: '体育教师意见', lines: [], room: 24 },
  ];
}

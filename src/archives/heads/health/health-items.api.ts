/**
 * 健康记录的项目: what each kind of record holds. The two Sichuan annexes are named in the text and not printed with it:
 * the examination's items are the usual ones of school examinations, those of the fitness test are the national
 * standard's (国家学生体质健康标准, 2014年修订) by grade and gender.
 */

export const HEALTH_KINDS = {
  EXAMINATION: { words: '健康体检', form: '体格检查登记表' },
  FITNESS: { words: '体质健康测试', form: '体质健康标准登记卡' },
  VACCINATION: { words: '预防接种查验', form: '预防接种查验登记' },
} as const;
export type HealthKind = keyof typeof HEALTH_KINDS;

export interface HealthItem {
  name: string;
  label: string;
  unit?: string;
  kind: 'NUMBER' | 'TEXT' | 'CHOICE' | 'TIME';
  /** Bounds of a number; of a time in seconds. */
  least?: number;
  most?: number;
  decimals?: number;
  choices?: Readonly<Record<string, string>>;
  /** Grades in which it is measured; absent: in all. */
  grades?: readonly [first: number, last: number];
  /** 1 male, 2 female; absent: both. */
  gender?: '1' | '2';
}

const number = (name: string, label: string, unit: string, least: number, most: number, decimals = 0): HealthItem => ({
  ...{ name, label, unit, kind: 'NUMBER', least, most, decimals },
});
const choice = (name: string, label: string, ...words: string[]): HealthItem => ({
  ...{ name, label, kind: 'CHOICE', choices: Object.fromEntries(words.map((word) => [word, word])) },
});
const text = (name: string, label: string): HealthItem => ({ name, label, kind: 'TEXT' });
const time = (name: string, label: string, least: number, most: number): HealthItem => ({
  ...{ name, label, unit: '分′秒″', kind: 'TIME', least, most },
});
const NORMAL = ['未见异常', '异常'];
const body = [number('height', '身高', '厘米', 80, 230, 1), number('weight', '体重', '千克', 10, 200, 1)];

const examination: readonly HealthItem[] = [
  ...body,
  number('chest', '胸围', '厘米', 40, 150, 1),
  number('systolic', '收缩压', '毫米汞柱', 50, 220),
  number('diastolic', '舒张压', '毫米汞柱', 30, 140),
  number('pulse', '脉搏', '次/分', 40, 200),
  number('leftEye', '左眼裸眼视力', '五分记录', 3, 5.3, 1),
  number('rightEye', '右眼裸眼视力', '五分记录', 3, 5.3, 1),
  choice('hearing', '听力', '正常', '下降'),
  number('caries', '龋齿', '颗', 0, 32),
  choice('heart', '心', ...NORMAL),
  choice('lungs', '肺', ...NORMAL),
  choice('abdomen', '肝脾', ...NORMAL),
  choice('spine', '脊柱四肢', ...NORMAL),
  text('conclusion', '体检结论'),
  text('institution', '体检机构'),
];

const fitness: readonly HealthItem[] = [
  ...body,
  number('lungCapacity', '肺活量', '毫升', 300, 9000),
  number('run50', '50米跑', '秒', 5, 25, 1),
  number('reach', '坐位体前屈', '厘米', -30, 45, 1),
  { ...number('rope', '一分钟跳绳', '个', 0, 260), grades: [1, 6] },
  { ...number('sitUpsPrimary', '一分钟仰卧起坐', '个', 0, 90), grades: [3, 6] },
  { ...time('shuttle', '50米×8往返跑', 60, 300), grades: [5, 6] },
  { ...number('jump', '立定跳远', '厘米', 50, 330), grades: [7, 12] },
  { ...number('pullUps', '引体向上（男）', '个', 0, 60), grades: [7, 12], gender: '1' },
  { ...number('sitUps', '一分钟仰卧起坐（女）', '个', 0, 90), grades: [7, 12], gender: '2' },
  { ...time('run1000', '1000米跑（男）', 150, 720), grades: [7, 12], gender: '1' },
  { ...time('run800', '800米跑（女）', 130, 720), grades: [7, 12], gender: '2' },
  number('total', '总分', '分', 0, 120, 1),
];

const vaccination: readonly HealthItem[] = [
  choice('state', '接种证查验', '齐全', '需补种', '无接种证'),
  text('due', '需补种疫苗'),
  text('madeUp', '补种情况'),
];

export const HEALTH_ITEMS: Readonly<Record<HealthKind, readonly HealthItem[]>> = {
  EXAMINATION: examination,
  FITNESS: fitness,
  VACCINATION: vaccination,
};

/** The items that a grade has, of both genders. */
export const itemsOfGrade = (kind: HealthKind, grade: number): HealthItem[] =>
  HEALTH_ITEMS[kind].filter(({ grades: [first, last] = [1, 12] }) => first <= grade && grade <= last);

/** Text or a number, by the name of the item; a time is kept in seconds. */
export type HealthValues = Readonly<Record<string, string | number>>;

/** 体重指数: kilograms by square metres, to one decimal; undefined without height and weight. */
export function bodyMassIndex({ height, weight }: HealthValues): number | undefined {
  if (typeof height !== 'number' || typeof weight !== 'number' || height === 0) return undefined;
  return Math.round((weight / (height / 100) ** 2) * 10) / 10;
}

/** 等级: by the total, as the national standard divides it; the total itself is entered, not worked out here. */
export function fitnessGrade({ total }: HealthValues): string | undefined {
  if (typeof total !== 'number') return undefined;
  if (total >= 90) return '优秀';
  if (total >= 80) return '良好';
  return total >= 60 ? '及格' : '不及格';
}

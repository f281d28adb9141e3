/** 就学情况代码: grade, ways into school, modes of study, kinds of student and of class group, the way to school. */
import { codeTable } from './code-table.ts';

const DIGITS = '一二三四五六七八九';

/** Grades counted through from 1 to 12, whatever the division into stages: 六三 and 五四 alike. */
export const grades = codeTable({
  id: 'grades',
  title: '年级',
  standard: '本系统连续编号',
  entries: (['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const).map((code) => {
    const number = Number(code);
    const digit = DIGITS[number > 9 ? number - 10 : number - 1];
    const label = number > 9 ? `高${digit}` : `${digit}年级`;
    const synonyms = number > 9 ? [`高中${digit}年级`, `高${digit}年级`] : number > 6 ? [] : [`小学${digit}年级`];
    return [code, label, { synonyms }] as const;
  }),
});

export const entryWays = codeTable({
  id: 'entry-ways',
  title: '入学方式',
  standard: '学生基础信息表',
  entries: [
    ['11', '就近入学', { synonyms: ['就近'] }],
    ['12', '义务教育其他方式', { synonyms: ['其他（义务教育）'] }],
    ['21', '统一招生考试/普通入学', { synonyms: ['统一招生考试', '普通入学', '统一招生', '统招'] }],
    ['22', '体育特招'],
    ['23', '艺术特招'],
    ['99', '其他'],
  ],
});

export const entryWaysOfEducation = codeTable({
  id: 'entry-ways-jyt',
  title: '入学方式代码（中小学部分）',
  standard: 'JY/T 1001',
  entries: [
    ['01', '统一招生考试/普通入学'],
    ['02', '保送'],
    ['03', '民族班'],
    ['04', '定向培养'],
    ['05', '体育特招'],
    ['06', '文艺特招'],
    ['07', '学生干部保送'],
    ['08', '考试推荐'],
    ['09', '外校转入'],
    ['10', '恢复入学资格'],
    ['99', '其他'],
  ],
});

export const studyModes = codeTable({
  id: 'study-modes',
  title: '就读方式',
  standard: '学生基础信息表；JY/T 1001',
  entries: [
    ['1', '走读', { synonyms: ['通学', '走读生'] }],
    ['2', '住校', { synonyms: ['寄宿', '住宿', '住校生', '寄宿生'] }],
    ['3', '借宿', { offForm: true }],
    ['9', '其他', { offForm: true }],
  ],
});

export const studentSources = codeTable({
  id: 'student-sources',
  title: '学生来源',
  standard: '学生基础信息表；JY/T 1001',
  entries: [
    ['1', '正常入学', { synonyms: ['正常'] }],
    ['2', '借读'],
    ['9', '其他'],
  ],
});

export const studentCategories = codeTable({
  id: 'student-categories',
  title: '学生类别',
  standard: 'JY/T 1001',
  entries: [
    ['11', '幼儿', { offForm: true }],
    ['21', '小学生'],
    ['31', '初中生'],
    ['32', '高中生', { synonyms: ['普通高中生', '普高生'] }],
    ['33', '中职学生', { offForm: true }],
    ['34', '专门学校学生', { synonyms: ['工读学生', '工读生'] }],
    ['51', '特殊教育学生', { synonyms: ['特教学生'] }],
  ],
});

const CLASS_GROUPS_OF_STAGE = [
  ['0', '普通{}班'],
  ['1', '少数民族{}班'],
  ['2', '{}复式班'],
  ['3', '{}教学点班'],
  ['4', '{}特长班'],
  ['5', '{}视力残疾班'],
  ['6', '{}听力残疾班'],
  ['7', '{}智力残疾班'],
] as const;

export const classGroupKinds = codeTable({
  id: 'class-group-kinds',
  title: '班级类型',
  standard: 'JY/T 1001',
  entries: [
    ...CLASS_GROUPS_OF_STAGE.map(([code, label]) => [`1${code}`, label.replace('{}', '小学')] as const),
    ...CLASS_GROUPS_OF_STAGE.map(([code, label]) => [`2${code}`, label.replace('{}', '初中')] as const),
    ['40', '普通高中班'],
    ['41', '少数民族高中班'],
    ['42', '高中特长班'],
  ],
});

export const inclusiveEducation = codeTable({
  id: 'inclusive-education',
  title: '随班就读',
  standard: '学生基础信息表；教基厅〔2007〕10号',
  entries: [
    ['00', '非随班就读', { synonyms: ['否', '无', '普通学生'] }],
    ['10', '随班就读', { offForm: true, synonyms: ['是'] }],
    ['11', '视力残疾随班就读'],
    ['12', '听力残疾随班就读'],
    ['13', '智力残疾随班就读'],
    ['19', '其他残疾随班就读', { synonyms: ['其它残疾随班就读'] }],
  ],
});

export const waysToSchool = codeTable({
  id: 'ways-to-school',
  title: '上下学方式',
  standard: '学生基础信息表',
  entries: [
    ['1', '步行', { synonyms: ['走路'] }],
    ['2', '自行车（含摩托车、电动自行车）', { synonyms: ['自行车', '电动自行车', '电动车', '摩托车', '骑车'] }],
    [
      '3',
      '公共交通（含城市公交、农村客运、地铁）',
      { synonyms: ['公共交通', '公交', '公交车', '地铁', '农村客运', '公共交通（含城市公交、农村客运和地铁）'] },
    ],
    ['4', '家长自行接送', { synonyms: ['家长接送', '接送', '私家车'] }],
    ['5', '校车'],
    ['9', '其他', { synonyms: ['其它'] }],
  ],
});

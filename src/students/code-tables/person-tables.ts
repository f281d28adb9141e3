/** 个人基本情况代码: gender, ethnic group, political status, blood type, health and disability. */
import { type CodeOf, codeTable } from './code-table.ts';

export const genders = codeTable({
  id: 'genders',
  title: '性别',
  standard: '学生基础信息表；GB/T 2261.1',
  entries: [
    ['1', '男', { synonyms: ['男性', '男生', 'M'] }],
    ['2', '女', { synonyms: ['女性', '女生', 'F'] }],
  ],
});
export type Gender = CodeOf<typeof genders>;

/** The whole standard; a register of students knows only the first two that the form offers, exchange may carry the others. */
export const gendersOfStandard = codeTable({
  id: 'genders-gb',
  title: '人的性别代码',
  standard: 'GB/T 2261.1',
  entries: [
    ['0', '未知的性别'],
    ['1', '男'],
    ['2', '女'],
    ['9', '未说明的性别'],
  ],
});

const ETHNIC_GROUPS =
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 ' +
  '达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺';

/** The 56 of GB/T 3304 in its order, and the two that education adds. Other systems number these two differently. */
export const ethnicGroups = codeTable({
  id: 'ethnic-groups',
  title: '民族',
  standard: 'GB/T 3304；97、98为教育统计增列',
  entries: [
    ...ETHNIC_GROUPS.split(' ').map(
      (name, index) => [String(index + 1).padStart(2, '0'), `${name}族`, { synonyms: [name] }] as const,
    ),
    ['97', '其他', { synonyms: ['未识别民族', '穿青人'] }],
    ['98', '外国血统中国籍人士', { synonyms: ['外国血统'] }],
  ],
});

export const politicalStatuses = codeTable({
  id: 'political-statuses',
  title: '政治面貌',
  standard: 'GB/T 4762',
  entries: [
    ['01', '中共党员', { synonyms: ['党员', '中国共产党党员', '共产党员'] }],
    ['02', '中共预备党员', { synonyms: ['预备党员', '中国共产党预备党员'] }],
    ['03', '共青团员', { synonyms: ['团员', '中国共产主义青年团团员'] }],
    ['04', '民革党员', { offForm: true }],
    ['05', '民盟盟员', { offForm: true }],
    ['06', '民建会员', { offForm: true }],
    ['07', '民进会员', { offForm: true }],
    ['08', '农工党党员', { offForm: true }],
    ['09', '致公党党员', { offForm: true }],
    ['10', '九三学社社员', { offForm: true }],
    ['11', '台盟盟员', { offForm: true }],
    ['12', '无党派人士', { offForm: true, synonyms: ['无党派民主人士'] }],
    // The standard has no code for Young Pioneers; the form counts them here.
    ['13', '群众', { synonyms: ['少先队员', '少先队', '普通公民', '无'] }],
  ],
});

export const bloodTypes = codeTable({
  id: 'blood-types',
  title: '血型',
  standard: 'JY/T 1001',
  entries: [
    ['0', '未知血型', { synonyms: ['未知', '不详'] }],
    ['1', 'A血型', { synonyms: ['A', 'A型'] }],
    ['2', 'B血型', { synonyms: ['B', 'B型'] }],
    ['3', 'AB血型', { synonyms: ['AB', 'AB型'] }],
    ['4', 'O血型', { synonyms: ['O', 'O型'] }],
    ['5', 'RH阳性血型', { offForm: true }],
    ['6', 'RH阴性血型', { offForm: true }],
    ['7', 'HLA血型', { offForm: true }],
    ['8', '未定血型', { offForm: true }],
    ['9', '其他血型', { synonyms: ['其他'] }],
  ],
});

export const healthStates = codeTable({
  id: 'health-states',
  title: '健康状况',
  standard: '学生基础信息表',
  entries: [
    ['10', '健康或良好', { synonyms: ['健康', '良好', '正常'] }],
    ['20', '一般或较弱', { synonyms: ['一般', '较弱'] }],
    ['30', '有慢性病', { synonyms: ['慢性病'] }],
    ['40', '有生理缺陷', { synonyms: ['生理缺陷'] }],
    ['50', '残疾', { synonyms: ['有残疾'] }],
  ],
});

/** One digit; its 6 is the form's 50, and it has no 40. */
export const healthStatesOfStandard = codeTable({
  id: 'health-states-gb',
  title: '健康状况代码',
  standard: 'GB/T 2261.3',
  entries: [
    ['1', '健康或良好'],
    ['2', '一般或较弱'],
    ['3', '有慢性病'],
    ['6', '残疾'],
  ],
});

export const disabilityTypes = codeTable({
  id: 'disability-types',
  title: '残疾类型',
  standard: '学生基础信息表；GB/T 26341',
  entries: [
    ['0', '无残疾', { synonyms: ['无', '否', '非残疾'] }],
    ['1', '视力残疾', { synonyms: ['视力'] }],
    ['2', '听力残疾', { synonyms: ['听力'] }],
    ['3', '言语残疾', { synonyms: ['言语'] }],
    ['4', '肢体残疾', { synonyms: ['肢体'] }],
    ['5', '智力残疾', { synonyms: ['智力'] }],
    ['6', '精神残疾', { synonyms: ['精神'] }],
    ['7', '多重残疾', { synonyms: ['多重'] }],
    ['9', '其他残疾', { synonyms: ['其他', '其它残疾', '其它'] }],
  ],
});

/** Only four, and its 3 is not the 3 of disabilityTypes: never mix the two. */
export const disabilityTypesOfEducation = codeTable({
  id: 'disability-types-jyt',
  title: '残疾人类型代码',
  standard: 'JY/T 1001',
  entries: [
    ['1', '视力残疾'],
    ['2', '听力残疾'],
    ['3', '智力残疾'],
    ['9', '其他残疾'],
  ],
});

/** 家庭情况代码: relation to the student, children left behind, hardship and its grounds. */
import { codeTable } from './code-table.ts';

/** The relations in which a member of the family can stand to a student: 50 to 99 of the standard. */
export const familyRelations = codeTable({
  id: 'family-relations',
  title: '与学生关系',
  standard: 'GB/T 4761',
  entries: [
    ['50', '父母', { offForm: true }],
    ['51', '父亲', { synonyms: ['父', '爸爸', '父子', '父女'] }],
    ['52', '母亲', { synonyms: ['母', '妈妈', '母子', '母女'] }],
    ['57', '继父或养父', { synonyms: ['继父', '养父'] }],
    ['58', '继母或养母', { synonyms: ['继母', '养母'] }],
    ['59', '其他父母关系', { offForm: true }],
    ['60', '祖父母或外祖父母', { offForm: true }],
    ['61', '祖父', { synonyms: ['爷爷'] }],
    ['62', '祖母', { synonyms: ['奶奶'] }],
    ['63', '外祖父', { synonyms: ['外公', '姥爷'] }],
    ['64', '外祖母', { synonyms: ['外婆', '姥姥'] }],
    ['66', '曾祖父', { offForm: true }],
    ['67', '曾祖母', { offForm: true }],
    ['69', '其他祖父母或外祖父母关系', { offForm: true }],
    ['70', '兄弟姐妹', { offForm: true }],
    ['71', '兄', { synonyms: ['哥哥', '哥'] }],
    ['72', '嫂', { offForm: true, synonyms: ['嫂子'] }],
    ['73', '弟', { offForm: true, synonyms: ['弟弟'] }],
    ['74', '弟媳', { offForm: true }],
    ['75', '姐姐', { synonyms: ['姐'] }],
    ['76', '姐夫', { offForm: true }],
    ['77', '妹妹', { offForm: true, synonyms: ['妹'] }],
    ['78', '妹夫', { offForm: true }],
    ['79', '其他兄弟姐妹', { offForm: true }],
    ['80', '其他', { offForm: true }],
    ['81', '伯父', { synonyms: ['伯伯', '大伯'] }],
    ['82', '伯母', { synonyms: ['大妈'] }],
    ['83', '叔父', { synonyms: ['叔叔', '叔'] }],
    ['84', '婶母', { synonyms: ['婶婶', '婶子'] }],
    ['85', '舅父', { synonyms: ['舅舅', '舅'] }],
    ['86', '舅母', { synonyms: ['舅妈'] }],
    ['87', '姨父', { synonyms: ['姨夫'] }],
    ['88', '姨母', { synonyms: ['姨妈', '阿姨', '姨'] }],
    ['89', '姑父', { synonyms: ['姑夫'] }],
    ['90', '姑母', { synonyms: ['姑姑', '姑妈', '姑'] }],
    ['91', '堂兄弟、堂姐妹', { offForm: true }],
    ['92', '表兄弟、表姐妹', { offForm: true }],
    ['97', '其他亲属', { synonyms: ['亲属'] }],
    ['99', '非亲属', { synonyms: ['福利机构', '居民委员会', '村民委员会', '民政部门'] }],
  ],
});

/** Both parents or one away for three months or more; "one" means one parent away, not a family of one parent. */
export const leftBehindKinds = codeTable({
  id: 'left-behind-kinds',
  title: '是否留守儿童',
  standard: '学生基础信息表',
  entries: [
    ['0', '非留守儿童', { synonyms: ['否', '非', '不是', '非留守'] }],
    ['1', '单亲留守儿童', { synonyms: ['单亲留守'] }],
    ['2', '双亲留守儿童', { synonyms: ['双亲留守'] }],
  ],
});

export const hardshipDegrees = codeTable({
  id: 'hardship-degrees',
  title: '困难程度',
  standard: 'JY/T 1001',
  entries: [
    ['1', '特别困难'],
    ['2', '困难（不分档）', { legacy: true }],
    ['21', '困难'],
    ['22', '一般困难'],
    ['3', '不困难', { synonyms: ['无', '否'] }],
  ],
});

export const hardshipReasons = codeTable({
  id: 'hardship-reasons',
  title: '困难原因',
  standard: 'JY/T 1001',
  entries: [
    ['1', '自然灾害', { synonyms: ['因灾'] }],
    ['2', '突发意外', { synonyms: ['因意外'] }],
    ['3', '家庭成员病残', { synonyms: ['因病', '因残', '因病致贫', '因残致贫'] }],
    ['4', '缺少劳动力', { extension: true, synonyms: ['缺劳力'] }],
    ['5', '就学支出大', { extension: true, synonyms: ['因学', '因学致贫'] }],
    ['9', '其他', { extension: true }],
  ],
});

export const familyKinds = codeTable({
  id: 'family-kinds',
  title: '家庭类别',
  standard: 'JY/T 1001',
  entries: [
    ['1', '双亲健全', { synonyms: ['健全'] }],
    ['2', '孤儿'],
    ['3', '单亲（父母一方去世）', { synonyms: ['单亲'] }],
    ['4', '父母离异', { synonyms: ['离异'] }],
    ['5', '双亲有残疾'],
    ['6', '本人残疾'],
    ['7', '军烈属或优抚对象'],
    ['8', '重病'],
    ['9', '五保户', { legacy: true, synonyms: ['特困供养'] }],
  ],
});

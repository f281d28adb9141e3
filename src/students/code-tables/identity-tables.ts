/** 身份证件与身份类别代码: identity documents, overseas status and kind of household. */
import { type CodeOf, codeTable } from './code-table.ts';

/** The choices of the form, the rest of JY/T 1001, and the residence permit of 2018 for which neither has a code. */
export const identityTypes = codeTable({
  id: 'identity-types',
  title: '身份证件类型',
  standard: '学生基础信息表；JY/T 1001',
  entries: [
    ['1', '居民身份证', { synonyms: ['身份证', '二代身份证', '居民户口簿'] }],
    ['2', '军官证', { offForm: true }],
    ['3', '士兵证', { offForm: true }],
    ['4', '文职干部证', { offForm: true }],
    ['5', '部队离退休证', { offForm: true }],
    [
      '6',
      '香港特区护照/身份证明',
      { synonyms: ['香港特区护照、身份证明', '香港特区护照', '港澳居民来往内地通行证（香港）'] },
    ],
    [
      '7',
      '澳门特区护照/身份证明',
      { synonyms: ['澳门特区护照、身份证明', '澳门特区护照', '港澳居民来往内地通行证（澳门）'] },
    ],
    ['8', '台湾居民来往大陆通行证', { synonyms: ['台胞证'] }],
    ['9', '境外永久居住证', { synonyms: ['外国人永久居留身份证', '外国人永久居留证', '永居证'] }],
    ['A', '护照', { synonyms: ['外国护照'] }],
    ['B', '户口簿', { offForm: true }],
    ['C', '港澳台居民居住证', { extension: true, synonyms: ['港澳居民居住证', '台湾居民居住证', '居住证'] }],
    ['Z', '其他（无证件）', { synonyms: ['其他', '无证件', '无', '无户籍', '未上户口'] }],
  ],
});
export type IdentityType = CodeOf<typeof identityTypes>;

/** Whether a document of this type has a number that must be filled in; only a child without document goes without. */
export function needsNumber(type: IdentityType): boolean {
  return type !== 'Z';
}

export const overseasStatuses = codeTable({
  id: 'overseas-statuses',
  title: '港澳台侨外',
  standard: '学生基础信息表；JY/T 1001',
  entries: [
    ['00', '否', { synonyms: ['非港澳台侨外', '无', '不是'] }],
    ['01', '香港同胞'],
    ['02', '香港同胞亲属'],
    ['03', '澳门同胞'],
    ['04', '澳门同胞亲属'],
    ['05', '台湾同胞'],
    ['06', '台湾同胞亲属'],
    ['11', '华侨'],
    ['12', '侨眷'],
    ['13', '归侨'],
    ['14', '归侨子女'],
    ['21', '归国留学人员'],
    ['31', '非华裔中国人'],
    ['41', '外籍华裔人'],
    ['51', '外国人'],
    ['99', '其他'],
  ],
});

/** The two kinds of the form come from law repealed between 2014 and 2016; registers since then say only "resident". */
export const householdTypes = codeTable({
  id: 'household-types',
  title: '户口性质',
  standard: '学生基础信息表',
  entries: [
    ['1', '农业户口', { legacy: true, synonyms: ['农业', '农业家庭户口', '农村户口'] }],
    ['2', '非农业户口', { legacy: true, synonyms: ['非农业', '非农', '非农业家庭户口', '城镇户口'] }],
    [
      '3',
      '居民户口',
      { extension: true, synonyms: ['居民', '居民家庭户口', '家庭户', '居民家庭户', '集体户', '居民集体户'] },
    ],
  ],
});

/** Its 1 and 2 are the form's 2 and 1: never mix the two. */
export const householdTypesOfPolice = codeTable({
  id: 'household-types-ga',
  title: '户口类别代码',
  standard: 'GA 324.1',
  entries: [
    ['0', '未落常住户口'],
    ['1', '非农业家庭户口', { legacy: true }],
    ['2', '农业家庭户口', { legacy: true }],
    ['3', '非农业集体户口', { legacy: true }],
    ['4', '农业集体户口', { legacy: true }],
    ['5', '自理口粮户口', { legacy: true }],
  ],
});

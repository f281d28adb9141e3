/** 高中转学限制: in principle none inside a county, none from an ordinary to a model school. */
import { allow, cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { ordinaryTransfer, seniorTransfer } from '../../000000-national/transfer/ordinary-transfer.ts';
import { measures } from '../instruments.ts';

export const seniorSameCounty = rule('transfer')({
  id: 'senior-same-area',
  title: '高中县域内转学',
  basis: cite(measures, '第三十一条（一）', 'SC-31.1'),
  force: 'PRINCIPLE',
  parameters: {},
  decide: ({ stage, schools }) => {
    if (stage !== 'SENIOR') return silent;
    return schools === 'SAME_COUNTY' ? deny('SAME_COUNTY') : allow();
  },
  sentences: {
    COMPLIES: '两校不在同一县（市、区）',
    SAME_COUNTY: '普通高中同一县（市、区）学校之间原则上不得转学',
  },
  remedies: { SAME_COUNTY: '确有特殊理由的，书面说明，由学籍主管部门酌定' },
  examples: [
    { name: 'in another county', facts: { ...seniorTransfer, schools: 'SAME_URBAN_AREA' }, expect: 'COMPLIES' },
    { name: 'in the same county', facts: { ...seniorTransfer, schools: 'SAME_COUNTY' }, expect: 'SAME_COUNTY' },
    { name: 'not said of primary', facts: { ...ordinaryTransfer, schools: 'SAME_COUNTY' }, expect: 'NONE' },
  ],
});

export const seniorRank = rule('transfer')({
  id: 'senior-rank',
  title: '高中向示范校转学',
  basis: cite(measures, '第三十一条（二）', 'SC-31.2'),
  force: 'PRINCIPLE',
  parameters: {},
  decide: ({ stage, fromSchool, toSchool }) => {
    if (stage !== 'SENIOR' || !fromSchool || !toSchool) return silent;
    return fromSchool !== 'MODEL' && toSchool === 'MODEL' ? deny('TO_MODEL') : allow();
  },
  sentences: {
    COMPLIES: '不是由非示范高中转往省级示范高中',
    TO_MODEL: '非省级示范高中原则上不得转往省级示范高中',
  },
  remedies: { TO_MODEL: '改选同类学校；确有特殊理由的，由学籍主管部门酌定' },
  examples: [
    {
      name: 'ordinary to model',
      facts: { ...seniorTransfer, fromSchool: 'ORDINARY', toSchool: 'MODEL' },
      expect: 'TO_MODEL',
    },
    {
      name: 'model to model',
      facts: { ...seniorTransfer, fromSchool: 'MODEL', toSchool: 'MODEL' },
      expect: 'COMPLIES',
    },
    {
      name: 'model to ordinary',
      facts: { ...seniorTransfer, fromSchool: 'MODEL', toSchool: 'ORDINARY' },
      expect: 'COMPLIES',
    },
    { name: 'ranks unknown', facts: seniorTransfer, expect: 'NONE' },
    {
      name: 'not said of junior',
      facts: { ...ordinaryTransfer, stage: 'JUNIOR', fromSchool: 'ORDINARY', toSchool: 'MODEL' },
      expect: 'NONE',
    },
  ],
});

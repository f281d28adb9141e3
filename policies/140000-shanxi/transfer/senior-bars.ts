/** 高中转学限制: rank, founder, area and vocational schools. */
import { allow, cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { ordinaryTransfer, seniorTransfer } from '../../000000-national/transfer/ordinary-transfer.ts';
import { rules } from '../instruments.ts';

export const seniorRank = rule('transfer')({
  id: 'senior-rank',
  title: '高中向示范校转学',
  basis: cite(rules, '第二十条', 'SX-20.5'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, fromSchool, toSchool }) => {
    if (stage !== 'SENIOR' || fromSchool !== 'ORDINARY' || !toSchool || toSchool === 'VOCATIONAL') return silent;
    return toSchool === 'MODEL' ? deny('TO_MODEL') : allow();
  },
  sentences: { COMPLIES: '转入一般普通高中', TO_MODEL: '一般普通高中不能转入省级示范高中' },
  remedies: { TO_MODEL: '改选一般普通高中' },
  examples: [
    {
      name: 'ordinary to model',
      facts: { ...seniorTransfer, fromSchool: 'ORDINARY', toSchool: 'MODEL' },
      expect: 'TO_MODEL',
    },
    {
      name: 'ordinary to ordinary',
      facts: { ...seniorTransfer, fromSchool: 'ORDINARY', toSchool: 'ORDINARY' },
      expect: 'COMPLIES',
    },
    { name: 'model to model', facts: { ...seniorTransfer, fromSchool: 'MODEL', toSchool: 'MODEL' }, expect: 'NONE' },
    {
      name: 'not said of primary',
      facts: { ...ordinaryTransfer, fromSchool: 'ORDINARY', toSchool: 'MODEL' },
      expect: 'NONE',
    },
  ],
});

const toPublic = { ...seniorTransfer, fromFounder: 'PRIVATE', toFounder: 'PUBLIC' } as const;

/** Where the place has no private school, the authority arranges a school; then it is no refusal. */
export const seniorFounder = rule('transfer')({
  id: 'senior-founder',
  title: '民办高中转入公办高中',
  basis: cite(rules, '第二十条', 'SX-20.6'),
  force: 'MUST',
  letThroughBy: 'RECEIVING_AUTHORITY',
  parameters: {},
  decide: ({ stage, fromFounder, toFounder, privateSchoolThere }) => {
    if (stage !== 'SENIOR' || fromFounder !== 'PRIVATE' || !toFounder) return silent;
    if (toFounder === 'PRIVATE') return allow();
    return privateSchoolThere === false ? allow('ARRANGED') : deny('TO_PUBLIC');
  },
  sentences: {
    COMPLIES: '民办高中之间转学',
    ARRANGED: '转入地没有民办高中，由教育部门统筹安排',
    TO_PUBLIC: '民办高中不能转入公办高中',
  },
  remedies: { TO_PUBLIC: '改选民办高中；转入地没有民办高中的，由教育部门统筹安排' },
  examples: [
    { name: 'private to public', facts: toPublic, expect: 'TO_PUBLIC' },
    { name: 'where a private school is', facts: { ...toPublic, privateSchoolThere: true }, expect: 'TO_PUBLIC' },
    { name: 'where none is', facts: { ...toPublic, privateSchoolThere: false }, expect: 'ARRANGED' },
    { name: 'private to private', facts: { ...toPublic, toFounder: 'PRIVATE' }, expect: 'COMPLIES' },
    { name: 'public to public', facts: { ...toPublic, fromFounder: 'PUBLIC' }, expect: 'NONE' },
    { name: 'not said of junior', facts: { ...toPublic, stage: 'JUNIOR' }, expect: 'NONE' },
  ],
});

export const seniorSameUrbanArea = rule('transfer')({
  id: 'senior-same-area',
  title: '同一城市区域高中转学',
  basis: cite(rules, '第二十条', 'SX-20.7'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, schools, fromSchool, toSchool }) => {
    if (stage !== 'SENIOR' || fromSchool === 'VOCATIONAL' || toSchool === 'VOCATIONAL') return silent;
    return schools === 'SAME_COUNTY' || schools === 'SAME_URBAN_AREA' ? deny('SAME_AREA') : allow();
  },
  sentences: { COMPLIES: '两校不在同一城市区域', SAME_AREA: '同一城市区域的普通高中之间不能转学' },
  remedies: { SAME_AREA: '在原校继续就读；转入中等职业学校的，另按第十九条办理' },
  examples: [
    { name: 'one urban area', facts: { ...seniorTransfer, schools: 'SAME_URBAN_AREA' }, expect: 'SAME_AREA' },
    { name: 'one county', facts: { ...seniorTransfer, schools: 'SAME_COUNTY' }, expect: 'SAME_AREA' },
    { name: 'another county of the city', facts: seniorTransfer, expect: 'COMPLIES' },
    { name: 'to a vocational school', facts: { ...seniorTransfer, toSchool: 'VOCATIONAL' }, expect: 'NONE' },
    { name: 'not said of junior', facts: { ...ordinaryTransfer, schools: 'SAME_COUNTY' }, expect: 'NONE' },
  ],
});

export const noVocationalIntake = rule('transfer')({
  id: 'no-vocational-intake',
  title: '中职学生转入普通高中',
  basis: cite(rules, '第二十条', 'SX-20.8'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, fromSchool, toSchool }) => {
    if (stage !== 'SENIOR' || fromSchool !== 'VOCATIONAL' || toSchool === 'VOCATIONAL') return silent;
    return deny('FROM_VOCATIONAL');
  },
  sentences: { FROM_VOCATIONAL: '普通高中不得接收中等职业学校学生转入' },
  remedies: { FROM_VOCATIONAL: '在中等职业学校继续就读' },
  examples: [
    {
      name: 'from a vocational school',
      facts: { ...seniorTransfer, fromSchool: 'VOCATIONAL' },
      expect: 'FROM_VOCATIONAL',
    },
    { name: 'from a senior school', facts: { ...seniorTransfer, fromSchool: 'ORDINARY' }, expect: 'NONE' },
  ],
});

const toVocational = { ...seniorTransfer, fromSchool: 'ORDINARY', toSchool: 'VOCATIONAL', ground: 'OTHER' } as const;

/** 普职互转, one way: on application, anywhere in the province. */
export const toVocationalSchool = rule('transfer')({
  id: 'to-vocational-school',
  title: '普通高中转入中等职业学校',
  basis: cite(rules, '第十九条', 'SX-19.1'),
  force: 'MAY',
  parameters: {},
  decide: ({ stage, toSchool, schools }) => {
    if (stage !== 'SENIOR' || toSchool !== 'VOCATIONAL') return silent;
    return schools === 'OTHER_PROVINCE' ? deny('OTHER_PROVINCE') : allow();
  },
  sentences: {
    COMPLIES: '普通高中学生可在全省范围内转入中等职业学校',
    OTHER_PROVINCE: '转入中等职业学校限于本省，跨省的没有规定',
  },
  remedies: { OTHER_PROVINCE: '改选本省学校；确需跨省的，由双方学籍主管部门酌定' },
  examples: [
    { name: 'in the province', facts: toVocational, expect: 'COMPLIES' },
    { name: 'in another province', facts: { ...toVocational, schools: 'OTHER_PROVINCE' }, expect: 'OTHER_PROVINCE' },
    { name: 'to a senior school', facts: seniorTransfer, expect: 'NONE' },
  ],
});

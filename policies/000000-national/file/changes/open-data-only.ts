/** 一般信息变更: what needs no case; key data does, wherever it is asked for. */
import { allow, cite, deny, rule } from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

/** No text lists what is controlled: name, gender, birth, identity, ethnicity and household place are taken to be. */
export const openDataOnly = rule('open-data-change')({
  id: 'open-data-only',
  title: '一般信息由学校直接维护',
  basis: cite(measures, '第四条', 'MOE-4.3', 'MOE-3.11'),
  force: 'MUST',
  parameters: {},
  decide: ({ item }) => (item === 'KEY' ? deny('KEY_DATA') : allow()),
  sentences: {
    COMPLIES: '一般信息由学校核对后直接更新',
    KEY_DATA: '关键数据经学籍主管部门核准才变更，不在此处改',
  },
  remedies: { KEY_DATA: '凭居民户口簿或其他证明，申请关键数据变更' },
  examples: [
    { name: 'a phone number', facts: { item: 'CONTACT' }, expect: 'COMPLIES' },
    { name: 'a guardian', facts: { item: 'GUARDIAN' }, expect: 'COMPLIES' },
    { name: 'an identity number', facts: { item: 'KEY' }, expect: 'KEY_DATA' },
  ],
});

/** 复学沿用原档案: who dropped out and comes back goes on in the old file. */
import { cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const back = { stage: 'PRIMARY', act: 'RETURN', pastCompulsory: false, migrant: false } as const;

export const returnToOwnFile = rule('dropout-registration')({
  id: 'return-to-own-file',
  title: '复学沿用原学籍',
  basis: cite(measures, '第六条', 'MOE-6.2'),
  force: 'MUST',
  parameters: {},
  decide: ({ act }) => (act === 'NEW_FILE' ? deny('SECOND_FILE') : silent),
  sentences: { SECOND_FILE: '原有学籍仍在，不得重复建立学籍' },
  remedies: { SECOND_FILE: '在原学籍上办理复学；到其他学校就读的，复学后由就读学校发起转学' },
  examples: [
    { name: 'a second file', facts: { ...back, act: 'NEW_FILE' }, expect: 'SECOND_FILE' },
    { name: 'the old file', facts: back, expect: 'NONE' },
  ],
});

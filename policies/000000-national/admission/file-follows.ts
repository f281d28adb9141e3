/** 各学段随转: a text by which the file opened in primary school goes along through every stage. */
import { allow, type Citation, deny, rule } from '../../../src/policy/index.ts';

const up = { stage: 'PRIMARY', move: 'NEXT_STAGE', newFile: false } as const;

/** The rule for the text, a school's own under its own id. */
export const fileFollows = (basis: Citation, id = 'file-follows') =>
  rule('promotion')({
    id,
    title: '学籍档案随学段转接',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ newFile }) => (newFile ? deny('SECOND_FILE') : allow()),
    sentences: {
      COMPLIES: '小学入学建立的学籍档案随学段转接',
      SECOND_FILE: '已有学籍档案，升级升学不另建档案',
    },
    remedies: { SECOND_FILE: '接续原学籍档案，补充更新信息' },
    examples: [
      { name: 'the same file', facts: up, expect: 'COMPLIES' },
      { name: 'a second file', facts: { ...up, newFile: true }, expect: 'SECOND_FILE' },
    ],
  });

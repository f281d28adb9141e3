/** 学校合并: the files of a school that is merged go to the school that takes it in. */
import {
  allow,
  cite,
  deny,
  FILES_RECEIVERS,
  type FilesReceiver,
  fixed,
  rule,
  worded,
} from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

export const merger = rule('merger')({
  id: 'merger',
  title: '学校合并的档案移交',
  basis: cite(measures, '第九条', 'MOE-9.4', 'MOE-5.2'),
  force: 'MUST',
  parameters: {
    receivers: worded(
      fixed<readonly FilesReceiver[]>(['ABSORBING'], 'SUBSET', '学校合并后接收档案的单位'),
      FILES_RECEIVERS,
    ),
  },
  decide: ({ filesTo, numbersKept }, law) => {
    if (!law.receivers.includes(filesTo)) return deny('ELSEWHERE');
    return numbersKept === false ? deny('NUMBERS_CHANGED') : allow();
  },
  sentences: {
    COMPLIES: '学籍档案移交并入的学校管理',
    ELSEWHERE: '学校合并的，学籍档案移交并入的学校，不交其他单位',
    NUMBERS_CHANGED: '学校合并，学生学籍号不变',
  },
  remedies: {
    ELSEWHERE: '改由并入的学校接收',
    NUMBERS_CHANGED: '沿用原学籍号转入并入的学校',
  },
  examples: [
    { name: 'to the absorbing school', facts: { filesTo: 'ABSORBING' }, expect: 'COMPLIES' },
    { name: 'to somebody else', facts: { filesTo: 'OTHER' }, expect: 'ELSEWHERE' },
    { name: 'numbers kept', facts: { filesTo: 'ABSORBING', numbersKept: true }, expect: 'COMPLIES' },
    { name: 'numbers made anew', facts: { filesTo: 'ABSORBING', numbersKept: false }, expect: 'NUMBERS_CHANGED' },
  ],
});

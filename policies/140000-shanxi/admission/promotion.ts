/** 升级升学: the system moves grades up; junior and senior schools take over the file and take a new photo. */
import { allow, cite, deny, rule, silent, step } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const up = { stage: 'PRIMARY', move: 'NEXT_STAGE', newFile: false } as const;
const STEPS = ['接续管理新生学籍，重新采集、上传照片', '更新完善电子学籍档案的其他信息'];

export const gradeUp = rule('promotion')({
  id: 'grade-up',
  title: '正常升级',
  basis: cite(rules, '第十六条', 'SX-16.1'),
  force: 'MUST',
  parameters: {},
  decide: ({ move }) => (move === 'NEXT_GRADE' ? allow() : silent),
  sentences: { COMPLIES: '正常升级的学籍信息由学籍系统更新' },
  examples: [
    { name: 'a grade up', facts: { ...up, move: 'NEXT_GRADE' }, expect: 'COMPLIES' },
    { name: 'a stage up', facts: up, expect: 'NONE' },
  ],
});

/** Into junior and into senior school alike; nobody moves a stage up into primary school. */
export const photoRetaken = rule('promotion')({
  id: 'photo-retaken',
  title: '新生照片重新采集',
  basis: cite(rules, '第十二条', 'SX-12.7'),
  force: 'MUST',
  parameters: {},
  decide: ({ move, photoRetaken }) => {
    if (move !== 'NEXT_STAGE' || photoRetaken === undefined) return silent;
    return photoRetaken ? allow() : deny('OLD_PHOTO');
  },
  requires: ({ move }) => (move === 'NEXT_STAGE' ? STEPS.map((what) => step('SCHOOL', what)) : []),
  sentences: { COMPLIES: '已重新采集照片', OLD_PHOTO: '升入新学段须重新采集照片' },
  remedies: { OLD_PHOTO: '采集近期照片后上传' },
  examples: [
    { name: 'a new photo', facts: { ...up, photoRetaken: true }, expect: 'COMPLIES', requires: STEPS },
    { name: 'the old photo', facts: { ...up, photoRetaken: false }, expect: 'OLD_PHOTO' },
    { name: 'nobody has looked', facts: up, expect: 'NONE' },
    { name: 'a grade up', facts: { ...up, move: 'NEXT_GRADE' }, expect: 'NONE', requires: [] },
  ],
});

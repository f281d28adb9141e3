/** 学校文本 篇三 档案: eight papers, two copies, and an office that keeps them only for the registrar. */
import { cite, duty, type Instrument, type PackPart, setting, withoutEffect } from '../../../../src/policy/index.ts';
import { fileForGood } from '../../../000000-national/file/keeping/file-for-good.ts';
import { paperKeeper } from '../../../000000-national/file/keeping/file-media.ts';
import { schoolPapers } from './school-papers.ts';

const PAPERS = ['S3-2.2', ...[1, 2, 3, 4, 5, 6, 7, 8].map((paper) => `S3-2.2.${paper}`)];

export const file = (text: Instrument): PackPart => ({
  rules: [schoolPapers(cite(text, '二、2', ...PAPERS))],
  settings: [
    setting(fileForGood, { removable: 0 }, cite(text, '一、5', 'S3-1.5.4')),
    withoutEffect(
      setting(paperKeeper, { keepers: ['MORAL_OFFICE', 'COUNTY'] }, cite(text, '一、5', 'S3-1.5.3')),
      '国家·第八条规定纸质档案由学校学籍管理员负责；一式两份照印，政教处只代学籍管理员存放',
    ),
  ],
  duties: [
    duty({
      id: 'file-filled-in',
      title: '填写学籍档案，所有栏目填齐',
      basis: cite(text, '一、5', 'S3-1.5.1'),
      holder: 'CLASS_TEACHER',
      rhythm: { kind: 'STANDING' },
    }),
    duty({
      id: 'file-truthful',
      title: '档案中的成绩和评价如实反映学生情况',
      basis: cite(text, '一、5', 'S3-1.5.2'),
      holder: 'CLASS_TEACHER',
      rhythm: { kind: 'STANDING' },
    }),
  ],
});

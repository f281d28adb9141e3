/** 及时更正: what the school mends itself: class group, guardian, photo. */
import { allow, type Citation, rule, silent, step, weigh } from '../../../../src/policy/index.ts';

/** Guardians and class groups are kept up to date by the school itself. */
export const openDataMended = (basis: Citation) =>
  rule('open-data-change')({
    id: 'open-data-mended',
    title: '信息变化及时修改',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ item }) => (item === 'GUARDIAN' || item === 'CLASS_GROUP' ? allow() : silent),
    requires: ({ item }) =>
      item === 'GUARDIAN' || item === 'CLASS_GROUP' ? [step('SCHOOL', '学籍管理员及时修改')] : [],
    sentences: { COMPLIES: '监护人、班级信息变化的，由学籍管理员及时修改' },
    examples: [
      { name: 'a guardian', facts: { item: 'GUARDIAN' }, expect: 'COMPLIES', requires: ['学籍管理员及时修改'] },
      { name: 'another class group', facts: { item: 'CLASS_GROUP' }, expect: 'COMPLIES' },
      { name: 'a photo', facts: { item: 'PHOTO' }, expect: 'NONE', requires: [] },
    ],
  });

/** A wrong photo is kept before the right one takes its place; where none is found, the student is photographed again. */
export const photoReplaced = (basis: Citation) =>
  rule('open-data-change')({
    id: 'photo-replaced',
    title: '照片更换',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ item, photoFound }) => {
      if (item !== 'PHOTO' || photoFound === undefined) return silent;
      return photoFound ? allow('REPLACED') : weigh('RETAKE');
    },
    requires: ({ item, photoFound }) => {
      if (item !== 'PHOTO') return [];
      return photoFound === false
        ? [step('SCHOOL', '上报缺照片的学生'), step('SCHOOL', '补照后上传')]
        : [step('SCHOOL', '留存原照片'), step('SCHOOL', '上传本人照片')];
    },
    sentences: {
      REPLACED: '照片与文字不符的，留存原照片后上传本人照片',
      RETAKE: '没有找到与文字相符的照片，须上报并补照',
    },
    remedies: { RETAKE: '上报后为学生补照，照好即上传' },
    examples: [
      {
        name: 'the right photo is found',
        facts: { item: 'PHOTO', photoFound: true },
        expect: 'REPLACED',
        requires: ['留存原照片', '上传本人照片'],
      },
      {
        name: 'no photo is found',
        facts: { item: 'PHOTO', photoFound: false },
        expect: 'RETAKE',
        requires: ['上报缺照片的学生', '补照后上传'],
      },
      { name: 'nobody has looked', facts: { item: 'PHOTO' }, expect: 'NONE' },
      { name: 'a guardian', facts: { item: 'GUARDIAN', photoFound: true }, expect: 'NONE', requires: [] },
    ],
  });

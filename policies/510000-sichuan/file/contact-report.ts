/** 联系信息变化: from the family to the class teacher, from there to the registrar. */
import { allow, cite, rule, silent, step } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

/** Stands in the words with which the measures are published, not in an article: a way, and no bar. */
export const contactReport = rule('open-data-change')({
  id: 'contact-report',
  title: '联系信息变化的告知',
  basis: cite(measures, '前言', 'SC-0.6', 'SC-0.5'),
  force: 'MAY',
  parameters: {},
  decide: ({ item }) => (item === 'CONTACT' ? allow() : silent),
  requires: ({ item }) =>
    item === 'CONTACT'
      ? [
          step('GUARDIAN', '把变化告知班主任'),
          step('CLASS_TEACHER', '通知学籍管理员'),
          step('SCHOOL', '学籍管理员更新信息'),
        ]
      : [],
  sentences: { COMPLIES: '家庭住址、联系电话变化的，经班主任告知学籍管理员更新' },
  examples: [
    {
      name: 'a new phone number',
      facts: { item: 'CONTACT' },
      expect: 'COMPLIES',
      requires: ['把变化告知班主任', '通知学籍管理员', '学籍管理员更新信息'],
    },
    { name: 'a photo is no question', facts: { item: 'PHOTO' }, expect: 'NONE', requires: [] },
  ],
});

/** 曾用名: a lawful new name leaves the old one on record. */
import { allow, type Citation, rule, silent, step, weigh } from '../../../../src/policy/index.ts';

const renamed = { items: ['NAME'], stage: 'PRIMARY', papers: ['HOUSEHOLD_REGISTER', 'COPY'] } as const;

export const formerName = (basis: Citation) =>
  rule('key-data-change')({
    id: 'former-name',
    title: '原姓名记入曾用名',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ items, stage, formerNameKept }) => {
      if (!items.includes('NAME') || stage !== 'PRIMARY' || formerNameKept === undefined) return silent;
      return formerNameKept ? allow() : weigh('NOT_KEPT');
    },
    requires: ({ items, stage }) =>
      items.includes('NAME') && stage === 'PRIMARY' ? [step('SCHOOL', '把原姓名记入曾用名')] : [],
    sentences: {
      COMPLIES: '原姓名已记入曾用名',
      NOT_KEPT: '小学阶段依法更名的，原姓名记入曾用名',
    },
    remedies: { NOT_KEPT: '把原姓名填入曾用名' },
    examples: [
      {
        name: 'kept',
        facts: { ...renamed, formerNameKept: true },
        expect: 'COMPLIES',
        requires: ['把原姓名记入曾用名'],
      },
      { name: 'not kept', facts: { ...renamed, formerNameKept: false }, expect: 'NOT_KEPT' },
      { name: 'not yet changed', facts: renamed, expect: 'NONE' },
      { name: 'another item', facts: { ...renamed, items: ['GENDER'], formerNameKept: false }, expect: 'NONE' },
      {
        name: 'a junior student',
        facts: { ...renamed, stage: 'JUNIOR', formerNameKept: false },
        expect: 'NONE',
        requires: [],
      },
    ],
  });

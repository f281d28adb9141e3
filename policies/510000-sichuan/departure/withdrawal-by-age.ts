/** 退学年龄: under eighteen and without nine years of schooling nobody withdraws; grown up and unsuited one may. */
import { ageOn, civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, cite, deny, fixed, rule, silent, weigh } from '../../../src/policy/index.ts';
import { completeCompulsoryEducation } from '../../000000-national/departure/complete-compulsory-education.ts';
import { measures } from '../instruments.ts';

const day = civilDate('2026-09-10');
const grown = {
  stage: 'JUNIOR',
  bornOn: civilDate('2008-09-10'),
  nineYearsDone: false,
  initiatedBy: 'FAMILY',
  ground: 'UNSUITED',
} as const;
const dayYounger = { ...grown, bornOn: civilDate('2008-09-11') } as const;

/** Eighteen lies past compulsory age; the text names being unsuited alone, so another ground is for the authority. */
export const withdrawalByAge = rule('withdrawal')({
  id: 'withdrawal-by-age',
  title: '退学年龄',
  basis: cite(measures, '第二十七条', 'SC-27.1', 'SC-27.2'),
  force: 'MUST',
  replaces: completeCompulsoryEducation.id,
  parameters: { adultAge: fixed(18, 'LARGER', '可以退学的年龄', '周岁') },
  decide: ({ bornOn, nineYearsDone, ground }, law, at) => {
    if (ageOn(bornOn, at.day) < law.adultAge) return nineYearsDone ? silent : deny('COMPULSORY');
    if (ground === 'UNSUITED') return allow('GROWN_UP');
    return nineYearsDone ? silent : weigh('OTHER_GROUND');
  },
  sentences: {
    GROWN_UP: '年满{adultAge}周岁，不宜在校继续学习的，可以退学',
    COMPULSORY: '未满{adultAge}周岁、未完成九年义务教育，不允许退学',
    OTHER_GROUND: '年满{adultAge}周岁，但未说明不宜在校继续学习',
  },
  remedies: {
    COMPULSORY: '因病不能到校的办理休学，出境就读的办理出境手续，到外地就读的办理转学',
    OTHER_GROUND: '说明不宜在校继续学习的情况，由学籍主管部门酌定',
  },
  examples: [
    { name: 'eighteen today and unsuited', on: day, facts: grown, expect: 'GROWN_UP' },
    { name: 'eighteen tomorrow', on: day, facts: dayYounger, expect: 'COMPULSORY' },
    { name: 'eighteen, another ground', on: day, facts: { ...grown, ground: 'OTHER' }, expect: 'OTHER_GROUND' },
    {
      name: 'seventeen, nine years done',
      on: day,
      facts: { ...dayYounger, stage: 'SENIOR', nineYearsDone: true },
      expect: 'NONE',
    },
    {
      name: 'eighteen, nine years done, another ground',
      on: day,
      facts: { ...grown, stage: 'SENIOR', nineYearsDone: true, ground: 'OTHER' },
      expect: 'NONE',
    },
  ],
});

/** 失踪、羁押学生: the city is told, a minor keeps the registration, and who is free again comes back. */
import { ageOn, civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, cite, deny, fixed, type PartyName, rule, step, weigh } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const day = civilDate('2026-09-10');
const minor = { stage: 'SENIOR', bornOn: civilDate('2008-09-11'), situation: 'DETAINED', act: 'KEEP' } as const;
const adult = { ...minor, bornOn: civilDate('2008-09-10') } as const;

/** 尽量保留: cancelling an adult's registration is left to the authority with its reason, never a minor's. */
export const missingOrDetained = rule('missing-or-detained')({
  id: 'missing-or-detained',
  title: '失踪、羁押学生的学籍',
  basis: cite(rules, '第四十一条', 'SX-41.1', 'SX-41.2', 'SX-41.3', 'SX-41.4', 'SX-41.5'),
  force: 'MUST',
  parameters: {
    reportTo: fixed<readonly PartyName[]>(['CITY'], 'NEVER', '失踪、羁押学生的报告对象'),
    adultAge: fixed(18, 'LARGER', '成年', '周岁'),
  },
  decide: ({ bornOn, situation, act }, law, at) => {
    const minor = ageOn(bornOn, at.day) < law.adultAge;
    if (act === 'CANCEL') {
      if (situation === 'NON_CUSTODIAL') return deny('STAYS_IN_SCHOOL');
      return minor ? deny('MINOR_KEEPS') : weigh('KEEP_WHERE_POSSIBLE', {}, 'PRINCIPLE');
    }
    if (act === 'RETURN' && situation === 'RELEASED') return allow(minor ? 'MUST_BE_LET_BACK' : 'LET_BACK');
    return allow();
  },
  requires: ({ situation }, law) => {
    if (situation === 'NON_CUSTODIAL') return [step('SCHOOL', '采取帮教措施，协助司法机关教育挽救')];
    if (situation === 'RELEASED') return [step('SCHOOL', '及时安排回校就读，不另设考试')];
    return law.reportTo.map((by) => step('SCHOOL', by === 'CITY' ? '及时报告市级教育行政部门' : '及时报告'));
  },
  sentences: {
    COMPLIES: '保留学籍',
    MUST_BE_LET_BACK: '未成年学生已解除强制措施，学校应允许其及时回校就读',
    LET_BACK: '已解除强制措施，可以回校就读',
    MINOR_KEEPS: '未成年学生，不得取消学籍',
    STAYS_IN_SCHOOL: '未被监禁，应继续留校学习，不得取消学籍',
    KEEP_WHERE_POSSIBLE: '可以保留学籍的，应尽量保留',
  },
  remedies: {
    MINOR_KEEPS: '保留学籍，报告市级教育行政部门',
    STAYS_IN_SCHOOL: '留校就读，落实帮教措施',
    KEEP_WHERE_POSSIBLE: '写明不能保留的理由，由学籍主管部门酌定',
  },
  examples: [
    { name: 'kept', on: day, facts: minor, expect: 'COMPLIES', requires: ['及时报告市级教育行政部门'] },
    { name: 'a minor, cancelled', on: day, facts: { ...minor, act: 'CANCEL' }, expect: 'MINOR_KEEPS' },
    { name: 'eighteen today, cancelled', on: day, facts: { ...adult, act: 'CANCEL' }, expect: 'KEEP_WHERE_POSSIBLE' },
    {
      name: 'nineteen but for a day, cancelled',
      on: day,
      facts: { ...adult, bornOn: civilDate('2007-09-11'), act: 'CANCEL' },
      expect: 'KEEP_WHERE_POSSIBLE',
    },
    {
      name: 'on probation, cancelled',
      on: day,
      facts: { ...adult, situation: 'NON_CUSTODIAL', act: 'CANCEL' },
      expect: 'STAYS_IN_SCHOOL',
      requires: ['采取帮教措施，协助司法机关教育挽救'],
    },
    {
      name: 'a minor set free',
      on: day,
      facts: { ...minor, situation: 'RELEASED', act: 'RETURN' },
      expect: 'MUST_BE_LET_BACK',
      requires: ['及时安排回校就读，不另设考试'],
    },
    {
      name: 'an adult set free',
      on: day,
      facts: { ...adult, situation: 'RELEASED', act: 'RETURN' },
      expect: 'LET_BACK',
    },
  ],
});

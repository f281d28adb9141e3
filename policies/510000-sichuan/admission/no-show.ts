/** 新生未报到: a child of compulsory age is urged and then ordered to come; a senior entrant gives up the place. */
import { addDays, civilDate } from '../../../src/kernel/civil-date.ts';
import {
  allow,
  cite,
  deny,
  fixed,
  lastDayOf,
  rule,
  silent,
  step,
  type TimeLimit,
  weigh,
} from '../../../src/policy/index.ts';
import { dayWords } from '../../wording.ts';
import { measures } from '../instruments.ts';

const termStart = civilDate('2026-09-01');
const child = { stage: 'PRIMARY', termStart, act: 'URGE', contacts: 0 } as const;
const senior = { stage: 'SENIOR', termStart, act: 'GIVE_UP', contacts: 0 } as const;
const twoWeeks = civilDate('2026-09-15');

export const noShowOfChild = rule('no-show')({
  id: 'no-show-compulsory',
  title: '义务教育新生督促入学',
  basis: cite(measures, '第十条', 'SC-10.3'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, act, contacts, deferredTo, postponed }, _, at) => {
    if (stage === 'SENIOR' || act === 'GIVE_UP' || postponed) return silent;
    if (deferredTo && at.day <= deferredTo) return allow('DEFERRED', { due: dayWords(deferredTo, at.day) });
    return allow(contacts > 0 ? 'TO_BE_ORDERED' : 'TO_BE_URGED', { contacts });
  },
  requires: ({ stage, act, contacts, deferredTo, postponed }, _, at) => {
    if (stage === 'SENIOR' || act === 'GIVE_UP' || postponed || (deferredTo && at.day <= deferredTo)) return [];
    if (contacts === 0) return [step('SCHOOL', '督促入学并登记')];
    return [
      step('SCHOOL', '督促无效的，通知户籍所在地或居住地乡镇人民政府或县级教育行政部门'),
      step('TOWNSHIP', '责令监护人送学生入学，或由县级教育行政部门责令'),
    ];
  },
  sentences: {
    DEFERRED: '已准予延期到{due}',
    TO_BE_URGED: '未报到又未办延期，由学校督促入学',
    TO_BE_ORDERED: '督促{contacts}次无效的，由乡镇人民政府或县级教育行政部门责令送其入学',
  },
  examples: [
    { name: 'not urged yet', facts: child, expect: 'TO_BE_URGED', requires: ['督促入学并登记'] },
    {
      name: 'urged once in vain',
      facts: { ...child, contacts: 1 },
      expect: 'TO_BE_ORDERED',
      requires: [
        '督促无效的，通知户籍所在地或居住地乡镇人民政府或县级教育行政部门',
        '责令监护人送学生入学，或由县级教育行政部门责令',
      ],
    },
    {
      name: 'deferred to that day',
      on: twoWeeks,
      facts: { ...child, deferredTo: twoWeeks },
      expect: 'DEFERRED',
      requires: [],
    },
    {
      name: 'the deferral is over',
      on: addDays(twoWeeks, 1),
      facts: { ...child, deferredTo: twoWeeks },
      expect: 'TO_BE_URGED',
    },
    { name: 'postponed', facts: { ...child, postponed: true }, expect: 'NONE', requires: [] },
    { name: 'senior is no question', facts: senior, expect: 'NONE', requires: [] },
  ],
});

/** Only who has not asked for a deferral gives up the place; of one whose deferral ran out the text says nothing. */
export const noShowOfSenior = rule('no-show')({
  id: 'no-show-senior',
  title: '高中新生自动放弃入学资格',
  basis: cite(measures, '第十条', 'SC-10.5'),
  force: 'MUST',
  parameters: { grace: fixed<TimeLimit>({ days: 14 }, 'NEVER', '高中新生开学后报到的期限') },
  decide: ({ stage, termStart, act, deferredTo }, law, at) => {
    if (stage !== 'SENIOR' || act !== 'GIVE_UP') return silent;
    const lastDay = lastDayOf(termStart, law.grace, at.calendar);
    const dueOn = deferredTo && deferredTo > lastDay ? deferredTo : lastDay;
    const facts = { due: dayWords(dueOn, at.day), dueOn };
    if (at.day <= dueOn) return deny('STILL_TIME', facts);
    return deferredTo ? weigh('DEFERRAL_OVER', facts) : allow('PLACE_GIVEN_UP', facts);
  },
  sentences: {
    PLACE_GIVEN_UP: '到{due}未报到又未办延期，视为自动放弃入学资格',
    STILL_TIME: '{due}前仍可报到，不得取消入学资格',
    DEFERRAL_OVER: '延期到{due}仍未报到，规定未明确如何处理',
  },
  remedies: {
    STILL_TIME: '联系学生报到；期满仍未报到又未办延期的再办',
    DEFERRAL_OVER: '联系学生和监护人，写明情况，由学籍主管部门酌定',
  },
  examples: [
    { name: 'fifteen days after term began', on: addDays(twoWeeks, 1), facts: senior, expect: 'PLACE_GIVEN_UP' },
    { name: 'fourteen days after', on: twoWeeks, facts: senior, expect: 'STILL_TIME' },
    {
      name: 'a deferral ran out',
      on: addDays(twoWeeks, 1),
      facts: { ...senior, deferredTo: civilDate('2026-09-10') },
      expect: 'DEFERRAL_OVER',
    },
    {
      name: 'a later deferral still runs',
      on: addDays(twoWeeks, 1),
      facts: { ...senior, deferredTo: addDays(twoWeeks, 1) },
      expect: 'STILL_TIME',
    },
    { name: 'urged', facts: { ...senior, act: 'URGE' }, expect: 'NONE' },
    { name: 'a child', facts: { ...senior, stage: 'JUNIOR' }, expect: 'NONE' },
  ],
});

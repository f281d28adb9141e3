/** 新生未报到: a child counts as dropout until it comes; a senior entrant loses place and registration. */
import { addDays, civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, cite, deny, fixed, lastDayOf, rule, silent, step, type TimeLimit } from '../../../src/policy/index.ts';
import { dayWords } from '../../wording.ts';
import { rules } from '../instruments.ts';

const termStart = civilDate('2026-09-01');
const child = { stage: 'JUNIOR', termStart, act: 'DROPOUT', contacts: 2 } as const;
const senior = { stage: 'SENIOR', termStart, act: 'GIVE_UP', contacts: 0 } as const;
const tenth = civilDate('2026-09-15');
const LATER = '恢复入学后补录、更新学籍信息';

/** 多方联系 is read as two contacts at least. */
export const noShowOfChild = rule('no-show')({
  id: 'no-show-compulsory',
  title: '义务教育新生未报到',
  basis: cite(rules, '第十二条', 'SX-12.4'),
  force: 'MUST',
  parameters: { contactsNeeded: fixed(2, 'LARGER', '至少联系', '次') },
  decide: ({ stage, act, contacts, deferredTo, postponed }, law, at) => {
    if (stage === 'SENIOR' || act === 'GIVE_UP' || postponed) return silent;
    const facts = { contacts };
    if (act === 'URGE') return allow('TO_BE_CONTACTED', facts);
    if (deferredTo && at.day <= deferredTo) return deny('DEFERRED', { due: dayWords(deferredTo, at.day) });
    return contacts < law.contactsNeeded ? deny('TOO_FEW_CONTACTS', facts) : allow('COUNTS_AS_DROPOUT', facts);
  },
  requires: ({ stage, act }) => {
    if (stage === 'SENIOR' || act === 'GIVE_UP') return [];
    return [step('SCHOOL', act === 'URGE' ? '多方联系学生和监护人' : LATER)];
  },
  sentences: {
    TO_BE_CONTACTED: '无故未按时报到，由学校多方联系',
    COUNTS_AS_DROPOUT: '联系{contacts}次仍无结果，视为辍学，恢复入学后补录、更新信息',
    TOO_FEW_CONTACTS: '只联系{contacts}次，不能视为辍学',
    DEFERRED: '已准予延期到{due}，不视为辍学',
  },
  remedies: {
    TOO_FEW_CONTACTS: '多方联系并登记，至少{contactsNeeded}次仍无结果的再办',
    DEFERRED: '延期期满仍未报到的再联系登记',
  },
  examples: [
    { name: 'two contacts', facts: child, expect: 'COUNTS_AS_DROPOUT', requires: [LATER] },
    { name: 'one contact', facts: { ...child, contacts: 1 }, expect: 'TOO_FEW_CONTACTS' },
    { name: 'urged', facts: { ...child, act: 'URGE' }, expect: 'TO_BE_CONTACTED', requires: ['多方联系学生和监护人'] },
    { name: 'deferred', on: tenth, facts: { ...child, deferredTo: tenth }, expect: 'DEFERRED' },
    {
      name: 'a deferral ran out',
      on: addDays(tenth, 1),
      facts: { ...child, deferredTo: tenth },
      expect: 'COUNTS_AS_DROPOUT',
    },
    { name: 'senior is no question', facts: { ...child, stage: 'SENIOR' }, expect: 'NONE', requires: [] },
  ],
});

/** A leave asked for before the deferral ends comes first; else ten working days, or the deferral. */
export const noShowOfSenior = rule('no-show')({
  id: 'no-show-senior',
  title: '高中新生取消入学资格',
  basis: cite(rules, '第十二条', 'SX-12.5', 'SX-12.3'),
  force: 'MUST',
  parameters: { grace: fixed<TimeLimit>({ workingDays: 10 }, 'NEVER', '高中新生开学后报到的期限') },
  decide: ({ stage, termStart, act, deferredTo, leaveAppliedOn }, law, at) => {
    if (stage !== 'SENIOR' || act !== 'GIVE_UP') return silent;
    const dueOn = deferredTo ?? lastDayOf(termStart, law.grace, at.calendar);
    const facts = { due: dayWords(dueOn, at.day), dueOn };
    if (leaveAppliedOn && leaveAppliedOn <= dueOn) return deny('LEAVE_COMES_FIRST', facts);
    return at.day > dueOn ? allow('PLACE_LOST', facts) : deny('STILL_TIME', facts);
  },
  requires: ({ stage, act }) =>
    stage === 'SENIOR' && act === 'GIVE_UP' ? [step('SCHOOL', '取消入学资格并报请注销学籍')] : [],
  sentences: {
    PLACE_LOST: '到{due}仍未报到，取消入学资格并注销学籍',
    STILL_TIME: '{due}前仍可报到，不得取消入学资格',
    LEAVE_COMES_FIRST: '{due}前已申请休学，先办理休学',
  },
  remedies: {
    STILL_TIME: '联系学生报到；期满仍未报到的再办',
    LEAVE_COMES_FIRST: '按休学的规定办理；休学未获批准的再办',
  },
  examples: [
    {
      name: 'the day after the tenth working day',
      on: addDays(tenth, 1),
      facts: senior,
      expect: 'PLACE_LOST',
      requires: ['取消入学资格并报请注销学籍'],
    },
    { name: 'the tenth working day', on: tenth, facts: senior, expect: 'STILL_TIME' },
    {
      name: 'deferred',
      on: addDays(tenth, 1),
      facts: { ...senior, deferredTo: addDays(tenth, 1) },
      expect: 'STILL_TIME',
    },
    {
      name: 'a deferral ran out',
      on: tenth,
      facts: { ...senior, deferredTo: addDays(tenth, -1) },
      expect: 'PLACE_LOST',
    },
    {
      name: 'asked for leave on the last day of the deferral',
      on: addDays(tenth, 5),
      facts: { ...senior, deferredTo: tenth, leaveAppliedOn: tenth },
      expect: 'LEAVE_COMES_FIRST',
    },
    {
      name: 'asked for leave a day too late',
      on: addDays(tenth, 5),
      facts: { ...senior, deferredTo: tenth, leaveAppliedOn: addDays(tenth, 1) },
      expect: 'PLACE_LOST',
    },
    { name: 'urged', facts: { ...senior, act: 'URGE' }, expect: 'NONE', requires: [] },
    { name: 'a child', facts: { ...senior, stage: 'PRIMARY' }, expect: 'NONE', requires: [] },
  ],
});

/** 迁安 休学: for illness or injury alone, from a year upwards, and with an eye on how many are away. */
import { addDays, civilDate } from '../../../src/kernel/civil-date.ts';
import {
  allow,
  cite,
  deny,
  fixed,
  lastDayOf,
  limitWords,
  rule,
  silent,
  type TimeLimit,
} from '../../../src/policy/index.ts';
import { LEAVE_REASONS } from '../../../src/policy/questions/leave.ts';
import { isHealth } from '../../000000-national/leave/proof.ts';
import { dayWords } from '../../wording.ts';
import { system } from '../instruments.ts';

const ill = { stage: 'PRIMARY', graduatingGrade: false, reason: 'ILLNESS', orderedBySchool: false } as const;
const beginsOn = civilDate('2026-09-10');

export const leaveGround = rule('leave')({
  id: 'leave-ground',
  title: '休学情形',
  basis: cite(system, '二、（四）', 'S5-2.4.1'),
  force: 'MUST',
  parameters: {},
  decide: ({ reason }) => (isHealth(reason) ? allow() : deny('NO_GROUND', { reason: LEAVE_REASONS[reason] })),
  sentences: {
    COMPLIES: '因伤病不能坚持上学，可以申请休学',
    NO_GROUND: '只有确因伤病不能坚持上学的，才可以休学；{reason}不属于休学情形',
  },
  remedies: { NO_GROUND: '因伤病的，附医院证明改按伤病申请；其他原因的，办理请假' },
  examples: [
    { name: 'ill', facts: ill, expect: 'COMPLIES' },
    { name: 'infectious', facts: { ...ill, reason: 'INFECTIOUS' }, expect: 'COMPLIES' },
    { name: 'long leave', facts: { ...ill, reason: 'ABSENCE' }, expect: 'NO_GROUND' },
  ],
});

export const leaveAtLeast = rule('leave')({
  id: 'leave-term',
  title: '休学期限',
  basis: cite(system, '二、（四）', 'S5-2.4.3'),
  force: 'MUST',
  parameters: { least: fixed<TimeLimit>({ months: 12 }, 'NEVER', '休学至少') },
  decide: ({ beginsOn, endsOn }, law, at) => {
    if (!beginsOn || !endsOn) return silent;
    const first = lastDayOf(beginsOn, law.least, at.calendar);
    const facts = { least: limitWords(law.least), first: dayWords(first, beginsOn) };
    return endsOn < first ? deny('TOO_SHORT', facts) : allow('COMPLIES', facts);
  },
  sentences: {
    COMPLIES: '休学以{least}为起点，期间不得到其他学校上学',
    TOO_SHORT: '休学以{least}为起点，最早到{first}期满',
  },
  remedies: { TOO_SHORT: '期满日改为{first}或以后；不需要这么久的，办理请假' },
  examples: [
    { name: 'a year', facts: { ...ill, beginsOn, endsOn: civilDate('2027-09-10') }, expect: 'COMPLIES' },
    { name: 'a day less', facts: { ...ill, beginsOn, endsOn: civilDate('2027-09-09') }, expect: 'TOO_SHORT' },
    { name: 'no days named', facts: ill, expect: 'NONE' },
  ],
});

/** A share of the grade refuses nobody whose illness is proved; it tells the school to look closely. */
export const leaveShare = rule('leave')({
  id: 'leave-share',
  title: '休学人数的比例',
  basis: cite(system, '二、（四）', 'S5-2.4.6'),
  force: 'PRINCIPLE',
  parameters: { percent: fixed(3, 'SMALLER', '同年级休学学生一般不超过', '%') },
  decide: ({ gradeSize, gradeOnLeave }, law) => {
    if (!gradeSize || gradeOnLeave === undefined) return silent;
    const facts = { gradeSize, gradeOnLeave };
    return gradeOnLeave * 100 > gradeSize * law.percent ? allow('OVER_SHARE', facts) : allow('COMPLIES', facts);
  },
  sentences: {
    COMPLIES: '同年级{gradeSize}人，休学{gradeOnLeave}人，未超过百分之{percent}',
    OVER_SHARE: '提醒：同年级{gradeSize}人，休学{gradeOnLeave}人，超过百分之{percent}；伤病属实的，照常办理',
  },
  examples: [
    { name: 'three of a hundred', facts: { ...ill, gradeSize: 100, gradeOnLeave: 3 }, expect: 'COMPLIES' },
    { name: 'four of a hundred', facts: { ...ill, gradeSize: 100, gradeOnLeave: 4 }, expect: 'OVER_SHARE' },
    { name: 'how many is not known', facts: ill, expect: 'NONE' },
  ],
});

const away = {
  stage: 'PRIMARY',
  reason: 'ILLNESS',
  beganOn: beginsOn,
  endsOn: civilDate('2027-09-10'),
  gradeBefore: 4,
} as const;

export const returnNotEarly = rule('return')({
  id: 'return-early',
  title: '不得提前复学',
  basis: cite(system, '二、（四）', 'S5-2.4.3'),
  force: 'MUST',
  parameters: { least: fixed<TimeLimit>({ months: 12 }, 'NEVER', '休学至少') },
  decide: ({ beganOn, returnsOn }, law, at) => {
    const first = lastDayOf(beganOn, law.least, at.calendar);
    const facts = { least: limitWords(law.least), first: dayWords(first, beganOn) };
    return returnsOn < first ? deny('TOO_EARLY', facts) : allow('COMPLIES', facts);
  },
  sentences: {
    COMPLIES: '休学已满{least}',
    TOO_EARLY: '休学以{least}为起点，{first}以前不得提前复学',
  },
  remedies: { TOO_EARLY: '{first}起办理复学；在家学习的，由学校给予辅导' },
  examples: [
    { name: 'after a year', facts: { ...away, returnsOn: civilDate('2027-09-10') }, expect: 'COMPLIES' },
    { name: 'a day less', facts: { ...away, returnsOn: addDays(civilDate('2027-09-10'), -1) }, expect: 'TOO_EARLY' },
    { name: 'after thirteen months', facts: { ...away, returnsOn: civilDate('2027-10-09') }, expect: 'COMPLIES' },
  ],
});

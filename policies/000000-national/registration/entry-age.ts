/** 入学年龄: may this child enter grade one in this intake year? */
import { ageOn, civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, cite, deny, fixed, leftOpen, rule, silent, weigh, worded } from '../../../src/policy/index.ts';
import { monthDayWords } from '../../wording.ts';
import { compulsoryEducationLaw } from '../instruments.ts';

/** How a text treats a child who is too young: not without approval (未经批准不得), or generally not (一般不). */
export type UnderAge = 'BY_APPROVAL' | 'GENERALLY_NOT';

const UNDER_AGE_WORDS = { BY_APPROVAL: '未经批准不得入学', GENERALLY_NOT: '一般不接受入学' } as const satisfies Record<
  UnderAge,
  string
>;

const changge = { cutoff: '08-31', underAge: 'BY_APPROVAL' } as const;
const qianan = { cutoff: '08-31', underAge: 'GENERALLY_NOT' } as const;
const onTheDay = { bornOn: civilDate('2020-08-31'), intakeYear: 2026, grade: 1 };
const oneDayLater = { ...onTheDay, bornOn: civilDate('2020-09-01') };

/** The law names six years and no day: the day, and what becomes of a younger child, are for lower texts. */
export const entryAge = rule('entry-age')({
  id: 'entry-age',
  title: '入学年龄',
  basis: cite(compulsoryEducationLaw, '第十一条', 'MOE-1.1'),
  force: 'MUST',
  parameters: {
    years: fixed(6, 'LARGER', '入学年龄', '周岁'),
    cutoff: leftOpen<string>('ONCE', '年满入学年龄的截止日'),
    underAge: worded(leftOpen<UnderAge>('ONCE', '不足龄儿童入学'), UNDER_AGE_WORDS),
  },
  decide: ({ bornOn, intakeYear, grade, approved }, law) => {
    if (grade !== 1) return silent;
    const age = ageOn(bornOn, civilDate(`${intakeYear}-${law.cutoff}`));
    const facts = { age, lastDay: monthDayWords(law.cutoff) };
    if (age > law.years && approved === 'POSTPONED') return allow('ENTRY_WAS_POSTPONED', facts);
    if (age >= law.years) return allow('COMPLIES', facts);
    if (approved === 'EARLY') return allow('EARLY_ENTRY_APPROVED', facts);
    return law.underAge === 'BY_APPROVAL' ? deny('UNDER_AGE', facts) : weigh('GENERALLY_UNDER_AGE', facts, 'PRINCIPLE');
  },
  sentences: {
    COMPLIES: '{lastDay}前满{years}周岁',
    ENTRY_WAS_POSTPONED: '经批准延缓入学，{lastDay}前满{age}周岁',
    EARLY_ENTRY_APPROVED: '{lastDay}前未满{years}周岁，已批准入学',
    UNDER_AGE: '{lastDay}前未满{years}周岁',
    GENERALLY_UNDER_AGE: '{lastDay}前未满{years}周岁，一般不接受入学',
  },
  remedies: {
    UNDER_AGE: '经学籍主管部门批准的，附批准文件；未批准的，明年秋季入学',
    GENERALLY_UNDER_AGE: '确需入学的，写明理由，由学籍主管部门酌定',
  },
  examples: [
    { name: 'six on the cut-off day itself', with: changge, facts: onTheDay, expect: 'COMPLIES' },
    { name: 'six one day later', with: changge, facts: oneDayLater, expect: 'UNDER_AGE' },
    {
      name: 'six one day later where that is generally not done',
      with: qianan,
      facts: oneDayLater,
      expect: 'GENERALLY_UNDER_AGE',
    },
    {
      name: 'too young, with approval',
      with: changge,
      facts: { ...oneDayLater, approved: 'EARLY' },
      expect: 'EARLY_ENTRY_APPROVED',
    },
    {
      name: 'too young for grade two is no question',
      with: changge,
      facts: { ...oneDayLater, grade: 2 },
      expect: 'NONE',
    },
    { name: 'grade seven where no day is set', facts: { ...onTheDay, grade: 7 }, expect: 'NONE' },
    { name: 'grade one where no day is set', facts: onTheDay, expect: 'PARAMETER_NOT_SET' },
    {
      name: 'a day is set, but nothing is said of younger children',
      with: { cutoff: '08-31' },
      facts: oneDayLater,
      expect: 'PARAMETER_NOT_SET',
    },
    {
      name: 'seven after an approved postponement',
      with: changge,
      facts: { ...onTheDay, bornOn: civilDate('2019-08-31'), approved: 'POSTPONED' },
      expect: 'ENTRY_WAS_POSTPONED',
    },
    {
      name: 'postponed but only just six',
      with: changge,
      facts: { ...onTheDay, approved: 'POSTPONED' },
      expect: 'COMPLIES',
    },
  ],
});

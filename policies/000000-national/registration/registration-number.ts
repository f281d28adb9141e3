/** 学籍号: the form of the national number, and that nobody gets a second one. */
import { isCivilDate } from '../../../src/kernel/civil-date.ts';
import { allow, cite, deny, fixed, rule } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const sound = { kind: 'L', number: 'L411082202008310137', alreadyIssued: false } as const;

/** Letter, six digits of place, eight of birth, four of tail. Check digits of identity numbers are checked with them. */
export const registrationNumber = rule('registration-number')({
  id: 'registration-number',
  title: '学籍号',
  basis: cite(measures, '第五条', 'MOE-5.1', 'MOE-5.2', 'MOE-5.3', 'MOE-N1.3', 'MOE-N1.4', 'MOE-N1.5', 'MOE-4.2'),
  force: 'MUST',
  parameters: {
    perPerson: fixed(1, 'SMALLER', '一人终身可有的学籍号', '个'),
    length: fixed(19, 'NEVER', '学籍号位数', '位'),
    issuedBy: fixed('全国学籍系统', 'NEVER', '学籍号的编制者'),
  },
  decide: ({ kind, number, alreadyIssued }, law) => {
    if ((alreadyIssued ? 2 : 1) > law.perPerson) return deny('ALREADY_ISSUED');
    const form = new RegExp(`^${kind}\\d{${law.length - 2}}[\\dX]$`);
    const born = `${number.slice(7, 11)}-${number.slice(11, 13)}-${number.slice(13, 15)}`;
    return form.test(number) && isCivilDate(born) ? allow() : deny('MALFORMED', { kind });
  },
  sentences: {
    COMPLIES: '学籍号由系统编制，一人一号，终身不变',
    ALREADY_ISSUED: '此学生已有学籍号，一人一号，终身不变',
    MALFORMED: '学籍号应为{length}位：{kind}、六位地区码、八位出生日期、四位尾码',
  },
  remedies: {
    ALREADY_ISSUED: '沿用原学籍号；原号有误的，报学籍主管部门查实',
    MALFORMED: '由学籍系统重新编制，不手工填改',
  },
  examples: [
    { name: 'a provisional number', facts: sound, expect: 'COMPLIES' },
    {
      name: 'a formal number whose tail ends with X',
      facts: { ...sound, kind: 'G', number: 'G41108220200831001X' },
      expect: 'COMPLIES',
    },
    { name: 'a digit too few', facts: { ...sound, number: 'L41108220200831013' }, expect: 'MALFORMED' },
    { name: 'a digit too many', facts: { ...sound, number: 'L4110822020083101370' }, expect: 'MALFORMED' },
    { name: 'another letter than its kind', facts: { ...sound, kind: 'G' }, expect: 'MALFORMED' },
    { name: 'born on a day that is none', facts: { ...sound, number: 'L411082202002300137' }, expect: 'MALFORMED' },
    {
      name: 'a second number for the same student',
      facts: { ...sound, alreadyIssued: true },
      expect: 'ALREADY_ISSUED',
    },
  ],
});

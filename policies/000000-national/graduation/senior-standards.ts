/** 普通高中毕业标准: credits and proficiency, which each province sets for itself. */
import { allow, type Citation, deny, fixed, leftOpen, rule, worded } from '../../../src/policy/index.ts';
import { PROFICIENCY_RESULTS, type ProficiencyResult } from '../../../src/policy/questions/graduation.ts';

/** A student who meets every standard there is, with the credits that Shanxi asks for. */
export const graduate = {
  finished: true,
  totalCredits: 144,
  requiredCredits: 116,
  subjectElectives: 22,
  schoolElectives: 6,
  qualityPassed: true,
  unrevokedDiscipline: false,
  proficiency: 'C',
  sportPassed: true,
  labourDone: true,
  cityApproved: true,
} as const;

interface Credits {
  total: number;
  required: number;
  subjectElectives: number;
  schoolElectives: number;
}
const LABELS = {
  total: '毕业总学分',
  required: '其中必修学分',
  subjectElectives: '其中学科选修模块学分',
  schoolElectives: '其中学校自主选修模块学分',
} as const satisfies Record<keyof Credits, string>;

const example: Credits = { total: 144, required: 116, subjectElectives: 22, schoolElectives: 6 };

/** The credits; a text that leaves them to rules of the province gives none, and the province sets them in the product. */
export function seniorCredits(basis: Citation, credits?: Credits) {
  const least = (name: keyof Credits) =>
    credits ? fixed(credits[name], 'LARGER', LABELS[name], '分') : leftOpen<number>('LARGER', LABELS[name], '分');
  const set = credits ? {} : { with: example };
  return rule('senior-graduation')({
    id: 'senior-credits',
    title: '毕业学分',
    basis,
    force: 'MUST',
    parameters: {
      total: least('total'),
      required: least('required'),
      subjectElectives: least('subjectElectives'),
      schoolElectives: least('schoolElectives'),
    },
    decide: (given, law) => {
      const rows = [
        ['总学分', given.totalCredits, law.total],
        ['必修学分', given.requiredCredits, law.required],
        ['学科选修模块学分', given.subjectElectives, law.subjectElectives],
        ['学校自主选修模块学分', given.schoolElectives, law.schoolElectives],
      ] as const;
      const short = rows.filter(([, has, least]) => has < least);
      const words = short.map(([name, has, least]) => `${name}至少${least}分，现${has}分`).join('；');
      return short.length > 0 ? deny('TOO_FEW', { words }) : allow();
    },
    sentences: {
      COMPLIES:
        '学分达到毕业要求：总学分{total}，必修{required}，学科选修{subjectElectives}，自主选修{schoolElectives}',
      TOO_FEW: '学分未达到毕业要求：{words}',
    },
    remedies: { TOO_FEW: '补修学分后再办毕业；不补修的，按结业办理' },
    examples: [
      { name: 'exactly the credits', ...set, facts: graduate, expect: 'COMPLIES' },
      { name: 'a credit short in all', ...set, facts: { ...graduate, totalCredits: 143 }, expect: 'TOO_FEW' },
      { name: 'a required credit short', ...set, facts: { ...graduate, requiredCredits: 115 }, expect: 'TOO_FEW' },
      { name: 'a subject elective short', ...set, facts: { ...graduate, subjectElectives: 21 }, expect: 'TOO_FEW' },
      {
        name: 'an elective of the school short',
        ...set,
        facts: { ...graduate, schoolElectives: 5 },
        expect: 'TOO_FEW',
      },
      ...(credits ? [] : [{ name: 'where the province has set none', facts: graduate, expect: 'PARAMETER_NOT_SET' }]),
    ],
  });
}

/** The results of the proficiency examinations that suffice. */
export const seniorProficiency = (basis: Citation, passing: readonly ProficiencyResult[]) =>
  rule('senior-graduation')({
    id: 'senior-proficiency',
    title: '学业水平考试成绩',
    basis,
    force: 'MUST',
    parameters: { passing: worded(fixed(passing, 'SUBSET', '各科须达到'), PROFICIENCY_RESULTS) },
    decide: ({ proficiency }, law) => {
      const facts = {
        words: PROFICIENCY_RESULTS[proficiency],
        passingWords: law.passing.map((one) => PROFICIENCY_RESULTS[one]).join('、'),
      };
      return law.passing.includes(proficiency) ? allow('COMPLIES', facts) : deny('FAILED', facts);
    },
    sentences: {
      COMPLIES: '学业水平考试各科成绩达到要求，最低为{words}',
      FAILED: '学业水平考试各科（含补考）须达到{passingWords}，最低为{words}',
    },
    remedies: { FAILED: '参加补考，各科达到要求后再办毕业；不补考的，按结业办理' },
    examples: [
      { name: 'C is enough', facts: graduate, expect: 'COMPLIES' },
      { name: 'below C', facts: { ...graduate, proficiency: 'BELOW' }, expect: 'FAILED' },
      { name: 'failed', facts: { ...graduate, proficiency: 'FAILED' }, expect: 'FAILED' },
      {
        name: 'passed where there are no grades',
        facts: { ...graduate, proficiency: 'PASSED' },
        expect: passing.includes('PASSED') ? 'COMPLIES' : 'FAILED',
      },
    ],
  });

/** 地方14位号码: city, county, year, school, kind of school, serial, and no serial left out. */
import { allow, cite, deny, fixed, rule, silent, worded } from '../../../src/policy/index.ts';
import { NUMBER_ISSUERS, type NumberIssuer } from '../../../src/policy/questions/registration.ts';
import { system } from '../instruments.ts';

const twelfth = {
  kind: 'LOCAL',
  stage: 'PRIMARY',
  event: 'ENTRY',
  renewed: true,
  issuedBy: 'CENTRE_SCHOOL',
  number: '02262601500012',
  intakeYear: 2026,
  lastSerial: 11,
} as const;
const { lastSerial: _, intakeYear: __, ...alone } = twelfth;

/** Beside the registration number, never in its place. The text gives the kind of school for primary schools only. */
export const localNumber = rule('secondary-number')({
  id: 'local-number',
  title: '地方14位号码',
  basis: cite(system, '三、1', 'S5-3.1.2', 'S5-3.1.1', 'S5-3.1.3', 'S5-2.1.7'),
  force: 'MUST',
  parameters: {
    length: fixed(14, 'NEVER', '地方号码位数', '位'),
    prefix: fixed('0226', 'NEVER', '唐山代码和迁安代码'),
    primary: fixed('0', 'NEVER', '小学的学校类别代码'),
    firstSerial: fixed(1, 'NEVER', '学生顺序号的起点'),
    issuers: worded(
      fixed<readonly NumberIssuer[]>(['CENTRE_SCHOOL', 'COUNTY'], 'SUBSET', '编排地方号码的单位'),
      NUMBER_ISSUERS,
    ),
  },
  decide: ({ kind, stage, issuedBy, number, intakeYear, lastSerial }, law) => {
    if (kind !== 'LOCAL') return silent;
    const facts = { issuerWords: law.issuers.map((one) => NUMBER_ISSUERS[one]).join('或') };
    if (issuedBy && !law.issuers.includes(issuedBy)) return deny('OTHER_ISSUER', facts);
    if (number === undefined) return silent;
    const serial = Number(number.slice(10));
    const sound =
      number.length === law.length &&
      /^\d+$/.test(number) &&
      number.startsWith(law.prefix) &&
      serial >= law.firstSerial &&
      (stage !== 'PRIMARY' || number[9] === law.primary);
    if (!sound) return deny('MALFORMED');
    if (intakeYear !== undefined && number.slice(4, 6) !== String(intakeYear).slice(2)) {
      return deny('OTHER_YEAR', { year: String(intakeYear).slice(2) });
    }
    const next = String((lastSerial ?? serial - 1) + 1).padStart(4, '0');
    if (serial > Number(next)) return deny('GAP', { next });
    return serial < Number(next) ? deny('TAKEN', { next }) : allow();
  },
  sentences: {
    COMPLIES: '地方号码格式和顺序号相符，只作辅号',
    OTHER_ISSUER: '地方号码由{issuerWords}统一编排',
    MALFORMED: '地方号码应为{length}位：{prefix}、入学年份两位、学校三位、学校类别一位（小学为{primary}）、顺序号四位',
    OTHER_YEAR: '地方号码第五、六位应为入学年份{year}',
    GAP: '地方号码须连续编排，不得留空号，下一个顺序号是{next}',
    TAKEN: '此顺序号已经编过，下一个顺序号是{next}',
  },
  remedies: {
    OTHER_ISSUER: '报{issuerWords}编排',
    MALFORMED: '按编码规则更正',
    OTHER_YEAR: '按入学年份更正',
    GAP: '按顺序号{next}编排',
    TAKEN: '按顺序号{next}编排',
  },
  examples: [
    { name: 'the twelfth of school 015', facts: twelfth, expect: 'COMPLIES' },
    {
      name: 'the thirteenth while the twelfth is free',
      facts: { ...twelfth, number: '02262601500013' },
      expect: 'GAP',
    },
    { name: 'the eleventh again', facts: { ...twelfth, number: '02262601500011' }, expect: 'TAKEN' },
    { name: 'the first', facts: { ...twelfth, number: '02262601500001', lastSerial: 0 }, expect: 'COMPLIES' },
    { name: 'a serial of nought', facts: { ...twelfth, number: '02262601500000', lastSerial: 0 }, expect: 'MALFORMED' },
    { name: 'a digit too few', facts: { ...alone, number: '0226260150012' }, expect: 'MALFORMED' },
    { name: 'a digit too many', facts: { ...alone, number: '022626015000012' }, expect: 'MALFORMED' },
    { name: 'a letter', facts: { ...alone, number: '0226260150001X' }, expect: 'MALFORMED' },
    { name: 'another county', facts: { ...alone, number: '02272601500012' }, expect: 'MALFORMED' },
    { name: 'another kind of school', facts: { ...alone, number: '02262601510012' }, expect: 'MALFORMED' },
    { name: 'a junior school', facts: { ...alone, stage: 'JUNIOR', number: '02262601510012' }, expect: 'COMPLIES' },
    { name: 'another year', facts: { ...twelfth, number: '02262501500012' }, expect: 'OTHER_YEAR' },
    { name: 'given by the school itself', facts: { ...twelfth, issuedBy: 'SCHOOL' }, expect: 'OTHER_ISSUER' },
    {
      name: 'no number yet',
      facts: { kind: 'LOCAL', stage: 'PRIMARY', event: 'ENTRY', renewed: true },
      expect: 'NONE',
    },
    { name: 'another kind of number', facts: { ...twelfth, kind: 'SCHOOL' }, expect: 'NONE' },
  ],
});

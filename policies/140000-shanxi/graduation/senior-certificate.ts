/** 普通高中毕业证书: the city prints, approves, numbers and stamps, once a year before the end of May. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, cite, deny, fixed, rule, silent, step, weigh, worded } from '../../../src/policy/index.ts';
import { CERTIFICATE_MAKERS, type CertificateMaker } from '../../../src/policy/questions/graduation.ts';
import { monthDayWords } from '../../wording.ts';
import { rules } from '../instruments.ts';

const PRINTED = '按省统一要求印制毕业证书';
const NUMBERED = '核准、编号、验印毕业证书';
const ROSTER = '毕业生花名册（附件5）归入学校学籍档案';

const made = { issuedBy: 'REGISTERED', marks: ['CITY'], numberedBy: 'CITY' } as const;

export const seniorCertificate = rule('senior-certificate')({
  id: 'senior-certificate',
  title: '普通高中毕业证书',
  basis: cite(rules, '第三十六条', 'SX-36.2', 'SX-36.1', 'SX-27.2', 'SX-6.1.6'),
  force: 'MUST',
  parameters: {
    maker: worded(fixed<CertificateMaker>('CITY', 'NEVER', '印制、编号、验印毕业证书的机关'), CERTIFICATE_MAKERS),
  },
  decide: ({ issuedBy, numberedBy, marks }, law) => {
    const facts = { makerWords: CERTIFICATE_MAKERS[law.maker] };
    if (issuedBy === 'GUEST') return deny('GUEST_SCHOOL', facts);
    if (numberedBy !== law.maker) return deny('NOT_NUMBERED', facts);
    return marks.includes('CITY') ? allow('COMPLIES', facts) : deny('NOT_STAMPED', facts);
  },
  requires: () => [step('CITY', PRINTED), step('CITY', NUMBERED), step('SCHOOL', ROSTER)],
  sentences: {
    COMPLIES: '毕业证书已由{makerWords}编号、验印',
    GUEST_SCHOOL: '借读学生的毕业证书由原学籍所在学校发放',
    NOT_NUMBERED: '毕业证书由{makerWords}核准、编号',
    NOT_STAMPED: '毕业证书须经{makerWords}验印',
  },
  remedies: {
    GUEST_SCHOOL: '请学生回原学籍所在学校领取',
    NOT_NUMBERED: '报{makerWords}核准、编号，学校不自编证书号',
    NOT_STAMPED: '报{makerWords}验印后再发放',
  },
  examples: [
    { name: 'numbered and stamped', facts: made, expect: 'COMPLIES', requires: [PRINTED, NUMBERED, ROSTER] },
    { name: 'numbered by the school', facts: { ...made, numberedBy: 'SCHOOL' }, expect: 'NOT_NUMBERED' },
    { name: 'no number yet', facts: { issuedBy: 'REGISTERED', marks: ['CITY'] }, expect: 'NOT_NUMBERED' },
    { name: 'no stamp', facts: { ...made, marks: ['SCHOOL'] }, expect: 'NOT_STAMPED' },
    { name: 'at the school of guest study', facts: { ...made, issuedBy: 'GUEST' }, expect: 'GUEST_SCHOOL' },
  ],
});

/** Late is still stamped, with the reason: the graduates need their certificates. */
export const certificateStamping = rule('senior-certificate')({
  id: 'certificate-stamping',
  title: '毕业证书验印日期',
  basis: cite(rules, '第三十六条', 'SX-36.3'),
  force: 'MUST',
  parameters: { lastDay: fixed('05-31', 'ONCE', '毕业证书验印的截止日') },
  decide: ({ stampedOn }, law) => {
    if (stampedOn === undefined) return silent;
    const facts = { due: monthDayWords(law.lastDay), stamped: monthDayWords(stampedOn.slice(5)) };
    return stampedOn.slice(5) > law.lastDay ? weigh('LATE', facts) : allow('COMPLIES', facts);
  },
  sentences: {
    COMPLIES: '毕业证书在每年{due}前一次性验印',
    LATE: '毕业证书应在{due}前一次性验印，{stamped}验印已逾期',
  },
  remedies: { LATE: '写明迟办原因，照常验印' },
  examples: [
    { name: 'on the last of May', facts: { ...made, stampedOn: civilDate('2026-05-31') }, expect: 'COMPLIES' },
    { name: 'on the first of June', facts: { ...made, stampedOn: civilDate('2026-06-01') }, expect: 'LATE' },
    { name: 'not stamped yet', facts: made, expect: 'NONE' },
  ],
});

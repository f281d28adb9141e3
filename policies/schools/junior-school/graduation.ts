/** 学校文本 篇三 毕业: who has reached the level of junior leavers; the district stamps the certificate. */
import {
  allow,
  type Citation,
  cite,
  deny,
  type Instrument,
  type PackPart,
  rule,
  silent,
  step,
} from '../../../src/policy/index.ts';

const reached = { stage: 'JUNIOR', finished: true, reachedLevel: true } as const;

/** Where the province says who graduates, this steps back. */
const graduationLevel = (basis: Citation) =>
  rule('compulsory-graduation')({
    id: 'graduation-level',
    title: '达到初中毕业程度',
    basis,
    force: 'MUST',
    yields: true,
    parameters: {},
    decide: ({ stage, finished, reachedLevel }) => {
      if (stage !== 'JUNIOR' || reachedLevel === undefined) return silent;
      return finished && reachedLevel ? allow('GRADUATES') : deny('NOT_REACHED');
    },
    sentences: {
      GRADUATES: '受完规定年限，经考察达到初中毕业程度，发给毕业证书',
      NOT_REACHED: '未受完规定年限，或者经考察未达到初中毕业程度',
    },
    remedies: { NOT_REACHED: '考察有误的更正后再办；无误的，不发毕业证书' },
    examples: [
      { name: 'reached', facts: reached, expect: 'GRADUATES' },
      { name: 'not reached', facts: { ...reached, reachedLevel: false }, expect: 'NOT_REACHED' },
      { name: 'years not studied out', facts: { ...reached, finished: false }, expect: 'NOT_REACHED' },
      { name: 'nobody has looked', facts: { stage: 'JUNIOR', finished: true }, expect: 'NONE' },
    ],
  });

const ISSUE = '发给统一印制的义务教育毕业证书';
const STAMP = '毕业证书验印';
const stamped = { stage: 'JUNIOR', issuedBy: 'REGISTERED', stampedBy: 'COUNTY' } as const;

const districtStamp = (basis: Citation) =>
  rule('compulsory-certificate')({
    id: 'district-stamp',
    title: '义务教育毕业证书验印',
    basis,
    force: 'MUST',
    yields: true,
    parameters: {},
    decide: ({ stage, stampedBy }) => {
      if (stage !== 'JUNIOR') return silent;
      return stampedBy === 'COUNTY' ? allow() : deny('NOT_STAMPED');
    },
    requires: ({ stage }) => (stage === 'JUNIOR' ? [step('COUNTY', STAMP), step('SCHOOL', ISSUE)] : []),
    sentences: {
      COMPLIES: '毕业证书已经区教体局验印',
      NOT_STAMPED: '毕业证书须经区教体局验印',
    },
    remedies: { NOT_STAMPED: '报区教体局验印后，由学校发给学生' },
    examples: [
      { name: 'stamped by the district', facts: stamped, expect: 'COMPLIES', requires: [STAMP, ISSUE] },
      { name: 'stamped by the school only', facts: { ...stamped, stampedBy: 'SCHOOL' }, expect: 'NOT_STAMPED' },
      { name: 'primary is no question', facts: { ...stamped, stage: 'PRIMARY' }, expect: 'NONE', requires: [] },
    ],
  });

export const graduation = (text: Instrument): PackPart => ({
  rules: [graduationLevel(cite(text, '六', 'S3-6.1')), districtStamp(cite(text, '六', 'S3-6.1'))],
});

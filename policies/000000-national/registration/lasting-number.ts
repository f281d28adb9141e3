/** 校内学号: a text under which a school's own number stays with the student. */
import { allow, type Citation, deny, fixed, rule, silent, worded } from '../../../src/policy/index.ts';
import { NUMBER_ISSUERS, type NumberIssuer } from '../../../src/policy/questions/registration.ts';

const kept = { kind: 'SCHOOL', stage: 'JUNIOR', event: 'RETURN_LOWER_GRADE', renewed: false } as const;

/** It lives beside the registration number, which the nation's system alone gives. */
export function lastingNumber(basis: Citation, issuer: NumberIssuer) {
  const other = issuer === 'SCHOOL' ? 'SYSTEM' : 'SCHOOL';
  return rule('secondary-number')({
    id: 'lasting-number',
    title: '校内学号长期不变',
    basis,
    force: 'MUST',
    parameters: { issuer: worded(fixed<NumberIssuer>(issuer, 'NEVER', '校内学号的编制者'), NUMBER_ISSUERS) },
    decide: ({ kind, event, renewed, issuedBy }, law) => {
      if (kind !== 'SCHOOL') return silent;
      const facts = { words: NUMBER_ISSUERS[law.issuer] };
      if (issuedBy && issuedBy !== law.issuer) return deny('OTHER_ISSUER', facts);
      if (event === 'ENTRY') return allow('GIVEN', facts);
      return renewed ? deny('RENEWED', facts) : allow('KEPT', facts);
    },
    sentences: {
      GIVEN: '校内学号由{words}编制，只在校内使用',
      KEPT: '校内学号长期不变，沿用原号',
      RENEWED: '校内学号长期不变，不另编新号',
      OTHER_ISSUER: '校内学号由{words}编制',
    },
    remedies: {
      RENEWED: '沿用原校内学号',
      OTHER_ISSUER: '由{words}编制后再登记',
    },
    examples: [
      { name: 'the old number after a leave', facts: kept, expect: 'KEPT' },
      { name: 'a new number after a leave', facts: { ...kept, renewed: true }, expect: 'RENEWED' },
      { name: 'a new number on promotion', facts: { ...kept, event: 'PROMOTION', renewed: true }, expect: 'RENEWED' },
      {
        name: 'the first number',
        facts: { ...kept, event: 'ENTRY', renewed: true, issuedBy: issuer },
        expect: 'GIVEN',
      },
      {
        name: 'given by another',
        facts: { ...kept, event: 'ENTRY', renewed: true, issuedBy: other },
        expect: 'OTHER_ISSUER',
      },
      { name: 'another kind of number', facts: { ...kept, kind: 'EXAM', renewed: true }, expect: 'NONE' },
    ],
  });
}

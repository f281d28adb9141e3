/** 学籍主管部门: the authority that runs a school decides about its registrations. */
import {
  allow,
  type Citation,
  cite,
  deny,
  fixed,
  rule,
  SUPERVISORS,
  type Supervisor,
  worded,
} from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

interface Supervision {
  id: string;
  basis: Citation;
  /** Who decides for the senior schools that the county runs. */
  seniorBy: Supervisor;
  replaces?: string;
}

/** A school that city or province runs directly answers to it in every stage. */
export const supervisedBy = ({ id, basis, seniorBy, replaces }: Supervision) =>
  rule('supervising-authority')({
    id,
    title: '学籍主管部门',
    basis,
    force: 'MUST',
    ...(replaces ? { replaces } : {}),
    parameters: {
      levels: worded(
        fixed<readonly Supervisor[]>(['COUNTY', 'CITY', 'PROVINCE'], 'SUBSET', '可作学籍主管部门的层级'),
        SUPERVISORS,
      ),
    },
    decide: ({ stage, runBy, decidedBy }, law) => {
      const inCharge = runBy === 'COUNTY' && stage === 'SENIOR' ? seniorBy : runBy;
      const facts = { inCharge: SUPERVISORS[inCharge] };
      return decidedBy === inCharge && law.levels.includes(decidedBy)
        ? allow('COMPLIES', facts)
        : deny('NOT_IN_CHARGE', facts);
    },
    sentences: {
      COMPLIES: '学籍主管部门为{inCharge}教育行政部门',
      NOT_IN_CHARGE: '此校学籍由{inCharge}教育行政部门主管，不由本级核办',
    },
    remedies: { NOT_IN_CHARGE: '转{inCharge}教育行政部门核办' },
    examples: [
      {
        name: 'a primary school of the county',
        facts: { stage: 'PRIMARY', runBy: 'COUNTY', decidedBy: 'COUNTY' },
        expect: 'COMPLIES',
      },
      {
        name: 'a primary school of the county, decided by the city',
        facts: { stage: 'PRIMARY', runBy: 'COUNTY', decidedBy: 'CITY' },
        expect: 'NOT_IN_CHARGE',
      },
      ...(['COUNTY', 'CITY'] as const).map((decidedBy) => ({
        name: `a senior school of the county, decided by ${decidedBy}`,
        facts: { stage: 'SENIOR' as const, runBy: 'COUNTY' as const, decidedBy },
        expect: decidedBy === seniorBy ? 'COMPLIES' : 'NOT_IN_CHARGE',
      })),
      {
        name: 'a primary school of the city',
        facts: { stage: 'PRIMARY', runBy: 'CITY', decidedBy: 'CITY' },
        expect: 'COMPLIES',
      },
      {
        name: 'a primary school of the city, decided by the county',
        facts: { stage: 'PRIMARY', runBy: 'CITY', decidedBy: 'COUNTY' },
        expect: 'NOT_IN_CHARGE',
      },
      {
        name: 'a senior school of the province',
        facts: { stage: 'SENIOR', runBy: 'PROVINCE', decidedBy: 'PROVINCE' },
        expect: 'COMPLIES',
      },
    ],
  });

export const supervisingAuthority = supervisedBy({
  id: 'supervising-authority',
  basis: cite(measures, '第三条', 'MOE-3.8', 'MOE-3.7', 'MOE-3.5', 'MOE-3.1'),
  seniorBy: 'COUNTY',
});

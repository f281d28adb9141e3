/** 学校撤销: the files of a closed school go to a unit that the county names; before that it is not closed. */
import { allow, type Citation, cite, deny, rule, SUPERVISORS, silent, step } from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

export const closure = rule('closure')({
  id: 'closure',
  title: '学校撤销的档案移交',
  basis: cite(measures, '第九条', 'MOE-9.5'),
  force: 'MUST',
  parameters: {},
  decide: ({ countyNamed }) => (countyNamed ? allow() : deny('NO_CUSTODIAN')),
  requires: () => [step('COUNTY', '指定接管档案的单位'), step('SCHOOL', '移交学籍档案')],
  sentences: {
    COMPLIES: '学籍档案移交县级教育行政部门指定的单位管理',
    NO_CUSTODIAN: '学校撤销前，须由县级教育行政部门指定接管档案的单位',
  },
  remedies: { NO_CUSTODIAN: '报县级教育行政部门指定接管单位，指定后再办撤销' },
  examples: [
    {
      name: 'the county has named a unit',
      facts: { belongedTo: 'COUNTY', countyNamed: true },
      expect: 'COMPLIES',
      requires: ['指定接管档案的单位', '移交学籍档案'],
    },
    { name: 'nobody is named', facts: { belongedTo: 'COUNTY', countyNamed: false }, expect: 'NO_CUSTODIAN' },
    { name: 'a school of the city', facts: { belongedTo: 'CITY', countyNamed: false }, expect: 'NO_CUSTODIAN' },
  ],
});

/**
 * A text that lets the department the school belonged to name the unit. The nation gives that to the county; so for a
 * school of the city or province the owner proposes and the county names.
 */
export const custodianProposed = (basis: Citation) =>
  rule('closure')({
    id: 'custodian-proposed',
    title: '原隶属部门提出接管单位',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ belongedTo, ownerProposed }) => {
      if (belongedTo === 'COUNTY') return silent;
      const facts = { owner: SUPERVISORS[belongedTo] };
      return ownerProposed ? allow('COMPLIES', facts) : deny('NOT_PROPOSED', facts);
    },
    requires: ({ belongedTo }) => (belongedTo === 'COUNTY' ? [] : [step(belongedTo, '提出接管档案的单位')]),
    sentences: {
      COMPLIES: '原隶属的{owner}教育行政部门已提出接管单位',
      NOT_PROPOSED: '接管单位由原隶属的{owner}教育行政部门提出',
    },
    remedies: { NOT_PROPOSED: '请{owner}教育行政部门提出接管单位，再由县级教育行政部门指定' },
    examples: [
      {
        name: 'a school of the county',
        facts: { belongedTo: 'COUNTY', countyNamed: true },
        expect: 'NONE',
        requires: [],
      },
      {
        name: 'a school of the city, proposed',
        facts: { belongedTo: 'CITY', countyNamed: true, ownerProposed: true },
        expect: 'COMPLIES',
        requires: ['提出接管档案的单位'],
      },
      {
        name: 'a school of the province, nothing proposed',
        facts: { belongedTo: 'PROVINCE', countyNamed: true },
        expect: 'NOT_PROPOSED',
      },
    ],
  });

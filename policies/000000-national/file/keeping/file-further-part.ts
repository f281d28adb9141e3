/** 其他归档材料: the seventh part of a student's file, which authorities prescribe. */
import {
  allow,
  type Citation,
  cite,
  deny,
  fixed,
  rule,
  SUPERVISORS,
  type Supervisor,
  silent,
  worded,
} from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

const none = { parts: [] } as const;

/** The rule for the levels that a text names; what somebody else prescribes need not be filed. */
export const furtherPartBy = (id: string, basis: Citation, levels: readonly Supervisor[], replaces?: string) =>
  rule('student-file')({
    id,
    title: '其他归档材料的规定',
    basis,
    force: 'MUST',
    parameters: {
      levels: worded(fixed<readonly Supervisor[]>(levels, 'SUBSET', '可规定其他归档材料的部门'), SUPERVISORS),
    },
    ...(replaces ? { replaces } : {}),
    decide: ({ furtherSetBy }, law) => {
      if (!furtherSetBy) return silent;
      const facts = { levels: law.levels.map((level) => SUPERVISORS[level]).join('、') };
      return law.levels.includes(furtherSetBy) ? allow('COMPLIES', facts) : deny('NOT_ENTITLED', facts);
    },
    sentences: {
      COMPLIES: '其他归档材料由{levels}教育行政部门规定',
      NOT_ENTITLED: '其他归档材料由{levels}教育行政部门规定，此级不另设',
    },
    remedies: { NOT_ENTITLED: '报{levels}教育行政部门规定后再归档' },
    examples: [
      ...(['COUNTY', 'CITY', 'PROVINCE'] as const).map((furtherSetBy) => ({
        name: `set by ${furtherSetBy}`,
        facts: { ...none, furtherSetBy },
        expect: levels.includes(furtherSetBy) ? 'COMPLIES' : 'NOT_ENTITLED',
      })),
      { name: 'nothing further is set', facts: none, expect: 'NONE' },
      {
        name: 'only the province, asked of a county',
        with: { levels: ['PROVINCE'] as const },
        facts: { ...none, furtherSetBy: 'COUNTY' as const },
        expect: 'NOT_ENTITLED',
      },
    ],
  });

export const fileFurtherPart = furtherPartBy('file-further-part', cite(measures, '第七条', 'MOE-7.2.7'), ['PROVINCE']);

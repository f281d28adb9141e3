/** 体育和劳动: two standards for senior graduates that credits do not show. */
import { allow, cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { graduate } from '../../000000-national/graduation/senior-standards.ts';
import { rules } from '../instruments.ts';

const { sportPassed: _, labourDone: __, ...notKnown } = graduate;

export const seniorSport = rule('senior-graduation')({
  id: 'senior-sport',
  title: '体育锻炼合格标准',
  basis: cite(rules, '第三十五条（四）', 'SX-35.4'),
  force: 'MUST',
  parameters: {},
  decide: ({ sportPassed }) => {
    if (sportPassed === undefined) return silent;
    return sportPassed ? allow() : deny('NOT_PASSED');
  },
  sentences: { COMPLIES: '达到体育锻炼合格标准', NOT_PASSED: '未达到体育锻炼合格标准' },
  remedies: { NOT_PASSED: '补测合格后再办毕业；不补测的，按结业办理' },
  examples: [
    { name: 'passed', facts: graduate, expect: 'COMPLIES' },
    { name: 'not passed', facts: { ...graduate, sportPassed: false }, expect: 'NOT_PASSED' },
    { name: 'not known', facts: notKnown, expect: 'NONE' },
  ],
});

export const seniorLabour = rule('senior-graduation')({
  id: 'senior-labour',
  title: '劳动和社会实践',
  basis: cite(rules, '第三十五条（五）', 'SX-35.5'),
  force: 'MUST',
  parameters: {},
  decide: ({ labourDone }) => {
    if (labourDone === undefined) return silent;
    return labourDone ? allow() : deny('NOT_DONE');
  },
  sentences: { COMPLIES: '按规定参加了劳动和社会实践', NOT_DONE: '未按规定参加劳动和社会实践' },
  remedies: { NOT_DONE: '补足规定的活动后再办毕业；不补的，按结业办理' },
  examples: [
    { name: 'done', facts: graduate, expect: 'COMPLIES' },
    { name: 'not done', facts: { ...graduate, labourDone: false }, expect: 'NOT_DONE' },
    { name: 'not known', facts: notKnown, expect: 'NONE' },
  ],
});

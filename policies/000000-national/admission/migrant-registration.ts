/** 随迁子女学籍: who studies here is registered here, like every other child, and not as a guest with a second file. */
import { allow, cite, deny, fixed, type Questions, questions, rule, worded } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

type Registration = Questions['migrant-entry']['registration'];

export const migrantRegistration = rule('migrant-entry')({
  id: 'migrant-registration',
  title: '随迁子女建立正式学籍',
  basis: cite(measures, '第六条', 'MOE-6.2', 'MOE-6.4'),
  force: 'MUST',
  parameters: {
    registrations: worded(
      fixed<readonly Registration[]>(['FULL'], 'SUBSET', '随迁子女可建立的学籍'),
      questions['migrant-entry'].facts.registration?.words ?? {},
    ),
  },
  decide: ({ registration }, law) => (law.registrations.includes(registration) ? allow() : deny('GUEST')),
  sentences: {
    COMPLIES: '在就读学校建立或接续正式学籍，与当地学生同等对待',
    GUEST: '籍随人走，不为随迁子女另建借读或临时学籍',
  },
  remedies: { GUEST: '没有学籍的，在本校建立正式学籍；已有学籍的，由本校发起转学' },
  examples: [
    { name: 'a full registration', facts: { stage: 'PRIMARY', registration: 'FULL' }, expect: 'COMPLIES' },
    { name: 'a guest with a file of its own', facts: { stage: 'PRIMARY', registration: 'GUEST' }, expect: 'GUEST' },
  ],
});

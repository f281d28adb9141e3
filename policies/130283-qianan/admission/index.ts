/** 迁安 招生入学: service area, entry without test, and migrant children, whose guest registration does not count. */
import { cite, type PackPart, setting, withoutEffect } from '../../../src/policy/index.ts';
import { entryWithoutTest } from '../../000000-national/admission/entry-without-test.ts';
import { migrantRegistration } from '../../000000-national/admission/migrant-registration.ts';
import { system } from '../instruments.ts';
import { migrantPapers } from './migrant-papers.ts';
import { serviceArea } from './service-area.ts';

const ENTRY = '二、（一）';

export const admission: PackPart = {
  rules: [serviceArea, entryWithoutTest(cite(system, ENTRY, 'S5-2.1.2')), migrantPapers],
  settings: [
    withoutEffect(
      setting(migrantRegistration, { registrations: ['GUEST'] }, cite(system, ENTRY, 'S5-2.1.5')),
      '国家·第六条规定籍随人走、不得重复建立学籍；流动儿童在就读学校建立正式学籍或办理转学',
    ),
  ],
  notApplied: [
    {
      question: 'migrant-entry',
      basis: cite(system, ENTRY, 'S5-2.1.5'),
      says: '流动儿童到指定的学校登记借读',
      because: '国家·第六条规定籍随人走、不得重复建立学籍；流动儿童在就读学校建立正式学籍或办理转学',
      conflict: 'C23',
    },
  ],
};

/** 山西 离校: withdrawal, retention, dropout, death, and students who are missing or detained. */
import { cite, type PackPart, setting } from '../../../src/policy/index.ts';
import { automaticWithdrawalStages } from '../../000000-national/departure/automatic-withdrawal-stages.ts';
import { deathDeregistered } from '../../000000-national/departure/death-deregistered.ts';
import { dropoutReport } from '../../000000-national/departure/dropout-report.ts';
import { registrationKept } from '../../000000-national/departure/registration-kept.ts';
import { rules } from '../instruments.ts';
import { automaticWithdrawal } from './automatic-withdrawal.ts';
import { compulsoryWithdrawal } from './compulsory-withdrawal.ts';
import { missingOrDetained } from './missing-or-detained.ts';
import { newcomerRegistration } from './newcomer-registration.ts';
import { noRetention } from './no-retention.ts';
import { seniorWithdrawal } from './senior-withdrawal.ts';
import { withdrawalProcedure } from './withdrawal-procedure.ts';

export const departure: PackPart = {
  rules: [
    ...[withdrawalProcedure, compulsoryWithdrawal, seniorWithdrawal, automaticWithdrawal, noRetention],
    ...[missingOrDetained, newcomerRegistration],
    deathDeregistered(cite(rules, '第三十二条', 'SX-32.1')),
    dropoutReport(cite(rules, '第三十三条', 'SX-33.1'), ['TOWNSHIP', 'COUNTY', 'AUTHORITY']),
    registrationKept(cite(rules, '第三十三条', 'SX-33.2'), { handsOver: false }),
  ],
  settings: [setting(automaticWithdrawalStages, { stages: ['SENIOR'] }, cite(rules, '第二十八条', 'SX-28.1'))],
  notApplied: [
    {
      question: 'return-from-abroad',
      basis: cite(rules, '第三十条', 'SX-30.2'),
      says: '出国定居后又回到境内就读的学生新建学籍',
      because: '国家·第五条规定学籍号一人一号、终身不变；以前已有学籍号的，接续原学籍',
      conflict: 'C53',
    },
  ],
};

/** 四川 离校: withdrawal, retention, truancy and dropout, death, and going abroad. */
import { cite, duty, type PackPart, setting } from '../../../src/policy/index.ts';
import { automaticWithdrawalStages } from '../../000000-national/departure/automatic-withdrawal-stages.ts';
import { deathDeregistered } from '../../000000-national/departure/death-deregistered.ts';
import { dropoutReport } from '../../000000-national/departure/dropout-report.ts';
import { registrationKept } from '../../000000-national/departure/registration-kept.ts';
import { measures } from '../instruments.ts';
import { fileResumed, goingAbroad } from './abroad.ts';
import { automaticWithdrawal } from './automatic-withdrawal.ts';
import { gradeChange, seniorGradeChange } from './grade-change.ts';
import { noRetentionInLastGrade } from './no-retention-in-last-grade.ts';
import { seniorWithdrawal } from './senior-withdrawal.ts';
import { truancyNotice } from './truancy-notice.ts';
import { withdrawalByAge } from './withdrawal-by-age.ts';

export const departure: PackPart = {
  rules: [
    ...[withdrawalByAge, seniorWithdrawal, automaticWithdrawal],
    ...[gradeChange, seniorGradeChange, noRetentionInLastGrade],
    ...[truancyNotice, goingAbroad, fileResumed],
    deathDeregistered(cite(measures, '第四十五条', 'SC-45.1')),
    dropoutReport(cite(measures, '第四十六条', 'SC-46.1'), ['TOWNSHIP', 'COUNTY', 'AUTHORITY']),
    registrationKept(cite(measures, '第四十六条', 'SC-46.2', 'SC-46.3'), { handsOver: true }),
  ],
  settings: [setting(automaticWithdrawalStages, { stages: ['SENIOR'] }, cite(measures, '第二十七条', 'SC-27.1'))],
  duties: [
    duty({
      id: 'migrant-dropout-file-hand-over',
      title: '学期末向户籍所在地转交辍学随迁子女的学籍档案',
      basis: cite(measures, '第四十六条', 'SC-46.3'),
      holder: 'AUTHORITY',
      rhythm: { kind: 'EVERY', period: 'TERM' },
    }),
  ],
};

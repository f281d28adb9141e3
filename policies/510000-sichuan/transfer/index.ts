/** 四川 转学: good cause, three papers and a form, five working days of a term, four parties and the city. */
import { cite, type PackPart, setting } from '../../../src/policy/index.ts';
import { barredInLastGrade, barredOnLeave } from '../../000000-national/transfer/bars.ts';
import { intake } from '../../000000-national/transfer/intake.ts';
import { lawfulRefusal, refusalForRegistration } from '../../000000-national/transfer/lawful-refusal.ts';
import { EVERY_STAGE } from '../../000000-national/transfer/ordinary-transfer.ts';
import { noAddedPapers, transferPapers } from '../../000000-national/transfer/papers.ts';
import { transferApplication } from '../../000000-national/transfer/procedure/application.ts';
import { transferChain } from '../../000000-national/transfer/procedure/chain.ts';
import { fileDispatch } from '../../000000-national/transfer/procedure/dispatch.ts';
import { transferOpening } from '../../000000-national/transfer/procedure/opening.ts';
import { transferTurn } from '../../000000-national/transfer/procedure/turn.ts';
import { specialSchools } from '../../000000-national/transfer/special-schools.ts';
import { transferWindow } from '../../000000-national/transfer/window.ts';
import { measures } from '../instruments.ts';
import { arrangedTransfer } from './arranged-transfer.ts';
import { transferGround } from './grounds.ts';
import { seniorRank, seniorSameCounty } from './senior-bars.ts';

const SENIOR = ['SENIOR'] as const;

/** Article 32 names the four parties, article 30 the city beside the county: it comes last. */
const chain = {
  basis: cite(measures, '第三十二条', 'SC-32.4', 'SC-32.6', 'SC-32.3', 'SC-30.2'),
  parties: ['RECEIVING_SCHOOL', 'RECEIVING_AUTHORITY', 'SENDING_SCHOOL', 'SENDING_AUTHORITY', 'CITY'],
  within: { workingDays: 10 },
} as const;

const papers = ['IDENTITY', 'HOUSEHOLD_REGISTER', 'BASIC_SHEET', 'FORM', 'EVIDENCE'] as const;

export const transfer: PackPart = {
  rules: [
    ...[transferGround, seniorSameCounty, seniorRank, arrangedTransfer],
    transferApplication(cite(measures, '第三十二条', 'SC-32.1', 'SC-30.2'), EVERY_STAGE, ['RECEIVING_SCHOOL']),
    transferPapers({
      basis: cite(measures, '第三十二条', 'SC-32.1', 'SC-32.2', 'SC-32.3'),
      papers,
      names: { FORM: '四川省中小学生转学申请表（附件7）' },
    }),
    noAddedPapers(cite(measures, '第三十二条', 'SC-32.5', 'SC-32.1'), papers),
    ...[transferChain(chain), transferTurn(chain)],
    transferWindow({
      basis: cite(measures, '第三十三条', 'SC-33.1', 'SC-33.2'),
      stages: EVERY_STAGE,
      limit: { workingDays: 5 },
      beforeTermEnds: true,
    }),
    barredInLastGrade({ basis: cite(measures, '第三十一条（三）', 'SC-31.3'), stages: SENIOR, force: 'PRINCIPLE' }),
    barredOnLeave({ basis: cite(measures, '第三十一条（四）', 'SC-31.4'), stages: SENIOR, force: 'PRINCIPLE' }),
    fileDispatch(cite(measures, '第三十二条', 'SC-32.7'), { months: 1 }),
    specialSchools(cite(measures, '第三十四条', 'SC-34.1', 'SC-34.2')),
  ],
  settings: [
    setting(transferOpening, { openers: ['RECEIVING_SCHOOL'] }, cite(measures, '第三十二条', 'SC-32.3')),
    setting(
      intake,
      { exceptions: ['INCLUSIVE', 'SPECIAL_SCHOOL', 'WORK_STUDY'] },
      cite(measures, '第三十五条', 'SC-35.2', 'SC-35.1'),
    ),
    setting(
      lawfulRefusal,
      { reasons: ['CONDITIONS_NOT_MET', 'PLAN_FULL', 'CLASS_FULL'] },
      cite(measures, '第三十五条', 'SC-35.3', 'SC-6.2', 'SC-7.1'),
    ),
    setting(refusalForRegistration, { reasons: [] }, cite(measures, '前言', 'SC-0.3', 'SC-0.1', 'SC-0.2')),
  ],
};

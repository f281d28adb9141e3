/** 山西 转学: a move of home and household or of work, papers by ground, no middle of term, bars, parties and the city. */
import { cite, type PackPart, setting } from '../../../src/policy/index.ts';
import {
  barredInLastGrade,
  barredOnLeave,
  barredUnderSanction,
  gradeKept,
} from '../../000000-national/transfer/bars.ts';
import { intake } from '../../000000-national/transfer/intake.ts';
import { lawfulRefusal } from '../../000000-national/transfer/lawful-refusal.ts';
import { EVERY_STAGE } from '../../000000-national/transfer/ordinary-transfer.ts';
import { noAddedPapers, transferPapers } from '../../000000-national/transfer/papers.ts';
import { transferApplication } from '../../000000-national/transfer/procedure/application.ts';
import { handOver, transferChain } from '../../000000-national/transfer/procedure/chain.ts';
import { fileDispatch } from '../../000000-national/transfer/procedure/dispatch.ts';
import { transferTurn } from '../../000000-national/transfer/procedure/turn.ts';
import { specialSchools } from '../../000000-national/transfer/special-schools.ts';
import { transferWindow } from '../../000000-national/transfer/window.ts';
import { rules } from '../instruments.ts';
import { transferDestination, transferGround } from './grounds.ts';
import { otherProvince } from './other-province.ts';
import {
  noVocationalIntake,
  seniorFounder,
  seniorRank,
  seniorSameUrbanArea,
  toVocationalSchool,
} from './senior-bars.ts';

/** No order is stated, so it is that of the registry; ten working days run from each party's own consent. */
const parties = ['RECEIVING_SCHOOL', 'RECEIVING_AUTHORITY', 'SENDING_SCHOOL', 'SENDING_AUTHORITY', 'CITY'] as const;
const within = { workingDays: 10 };

const papers = ['FORM', 'EVIDENCE', 'SEALED_IMAGE', 'PROFICIENCY'] as const;

export const transfer: PackPart = {
  rules: [
    ...[transferGround, transferDestination, otherProvince],
    ...[seniorRank, seniorFounder, seniorSameUrbanArea, noVocationalIntake, toVocationalSchool],
    transferApplication(cite(rules, '第十八条', 'SX-18.5', 'SX-17.3'), EVERY_STAGE, [
      'RECEIVING_SCHOOL',
      'SENDING_SCHOOL',
    ]),
    transferPapers({
      basis: cite(rules, '第十八条', 'SX-18.1', 'SX-18.2', 'SX-18.5'),
      papers,
      names: {
        FORM: '山西省中小学生转学申请表（附件8）',
        EVIDENCE: '转学事由的证明（户籍迁移证明、家长工作调动证明等）',
        SEALED_IMAGE: '受理学校签章后的转学申请表影像',
      },
    }),
    noAddedPapers(cite(rules, '第十八条', 'SX-18.1', 'SX-18.2'), papers),
    transferChain({ basis: cite(rules, '第十八条', 'SX-18.6', 'SX-18.4', 'SX-17.3'), parties }),
    handOver(cite(rules, '第二十二条', 'SX-22.1'), parties, within),
    transferTurn({ basis: cite(rules, '第十八条', 'SX-18.6', 'SX-17.3', 'SX-22.1'), parties, within }),
    transferWindow({
      basis: cite(rules, '第二十条', 'SX-20.2'),
      stages: EVERY_STAGE,
      limit: { days: 0 },
      words: { inTime: '不在学期中，可以转学', midTerm: '学期中原则上不能转学' },
    }),
    gradeKept({ basis: cite(rules, '第二十条', 'SX-20.1') }),
    barredInLastGrade({ basis: cite(rules, '第二十条', 'SX-20.3') }),
    barredOnLeave({ basis: cite(rules, '第二十条', 'SX-20.4') }),
    barredUnderSanction({ basis: cite(rules, '第二十条', 'SX-20.4') }),
    fileDispatch(cite(rules, '第二十二条', 'SX-22.2'), { months: 1 }),
    specialSchools(cite(rules, '第二十一条', 'SX-21.1', 'SX-21.2')),
  ],
  settings: [
    setting(
      intake,
      { exceptions: ['INCLUSIVE', 'SPECIAL_SCHOOL', 'WORK_STUDY'] },
      cite(rules, '第十四条', 'SX-14.4', 'SX-14.3'),
    ),
    setting(
      lawfulRefusal,
      { reasons: ['CONDITIONS_NOT_MET', 'PLAN_FULL', 'CLASS_FULL'] },
      cite(rules, '第四十六条（九）', 'SX-46.9', 'SX-46.3', 'SX-9.7'),
    ),
  ],
};

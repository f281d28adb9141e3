/** 学校文本 篇三 转学: sign-offs and a receipt, coming back, the last grade; its examination and trial do not count. */
import {
  allow,
  type Citation,
  cite,
  deny,
  type Instrument,
  type PackPart,
  paper,
  rule,
  setting,
  silent,
  step,
  weigh,
} from '../../../src/policy/index.ts';
import { barredInLastGrade } from '../../000000-national/transfer/bars.ts';
import { lawfulRefusal } from '../../000000-national/transfer/lawful-refusal.ts';
import { ordinaryTransfer } from '../../000000-national/transfer/ordinary-transfer.ts';
import { refusedScreens } from './refused-screens.ts';

const SIGNERS = {
  STUDENT: '学生本人',
  GUARDIAN: '家长',
  CLASS_TEACHER: '班主任',
  MORAL_EDUCATION: '政教主任',
  VICE_PRINCIPAL: '主管校长',
} as const;
const ALL = Object.keys(SIGNERS) as (keyof typeof SIGNERS)[];

/** The school's own signatures: they step back where a text above has schools ask for nothing more. */
const sendingSignOff = (basis: Citation) =>
  rule('school-papers')({
    id: 'sending-sign-off',
    title: '转出签字和回执',
    basis,
    force: 'MUST',
    yields: true,
    parameters: {},
    decide: ({ direction, signedBy }) => {
      if (direction !== 'OUT' || !signedBy) return silent;
      const waiting = ALL.filter((signer) => !signedBy.includes(signer));
      return waiting.length
        ? deny('UNSIGNED', { waiting: waiting.map((signer) => SIGNERS[signer]).join('、') })
        : allow();
    },
    requires: ({ direction }) =>
      direction === 'OUT'
        ? [
            paper('GUARDIAN', '书面转学申请，由学生本人、家长、班主任、政教主任、主管校长签字'),
            step('SENDING_SCHOOL', '发给转学证明书'),
            paper('RECEIVING_SCHOOL', '盖章的转学回执'),
            step('SENDING_SCHOOL', '凭回执转出学籍档案和学籍卡，回执存档'),
          ]
        : [],
    sentences: { COMPLIES: '签字齐全，发给转学证明书', UNSIGNED: '转学申请缺{waiting}签字' },
    remedies: { UNSIGNED: '补齐签字；签字只是校内手续，不影响转入学校发起转学' },
    examples: [
      {
        name: 'all five have signed',
        facts: { direction: 'OUT', demanded: [], signedBy: ALL },
        expect: 'COMPLIES',
        requires: [
          '书面转学申请，由学生本人、家长、班主任、政教主任、主管校长签字',
          '发给转学证明书',
          '盖章的转学回执',
          '凭回执转出学籍档案和学籍卡，回执存档',
        ],
      },
      { name: 'one has not', facts: { direction: 'OUT', demanded: [], signedBy: ALL.slice(1) }, expect: 'UNSIGNED' },
      { name: 'coming in', facts: { direction: 'IN', demanded: [], signedBy: [] }, expect: 'NONE', requires: [] },
    ],
  });

const cameBack = { ...ordinaryTransfer, stage: 'JUNIOR', cameFromHere: true } as const;

/** Who has left comes back only with the principal's consent, into the same class group. */
const comingBack = (basis: Citation) =>
  rule('transfer')({
    id: 'coming-back',
    title: '转出后转回',
    basis,
    force: 'MUST',
    letThroughBy: 'PRINCIPAL',
    parameters: {},
    decide: ({ cameFromHere, sameClassGroup, grade, targetGrade }, _law, { side }) => {
      if (!cameFromHere || side === 'SENDING') return silent;
      if (sameClassGroup === false || grade !== targetGrade) return deny('OTHER_CLASS_GROUP');
      return weigh('CAME_BACK', {}, 'PRINCIPLE');
    },
    sentences: {
      OTHER_CLASS_GROUP: '转回的学生只能回原班级，不得留级或跳级',
      CAME_BACK: '转出的学生原则上不再转回，极特殊情况由校长批准',
    },
    remedies: { OTHER_CLASS_GROUP: '编入原班级', CAME_BACK: '写明特殊情况，报校长批准' },
    examples: [
      { name: 'into the same class group', facts: { ...cameBack, sameClassGroup: true }, expect: 'CAME_BACK' },
      { name: 'into another', facts: { ...cameBack, sameClassGroup: false }, expect: 'OTHER_CLASS_GROUP' },
      { name: 'into another grade', facts: { ...cameBack, targetGrade: 5 }, expect: 'OTHER_CLASS_GROUP' },
      { name: 'asked as the sending school', side: 'SENDING', facts: cameBack, expect: 'NONE' },
      { name: 'never was here', facts: ordinaryTransfer, expect: 'NONE' },
    ],
  });

export const transfer = (text: Instrument): PackPart => ({
  rules: [
    sendingSignOff(cite(text, '三、2(1)', 'S3-3.2.1', 'S3-3.2.2')),
    comingBack(cite(text, '三、2(3)', 'S3-3.2.3')),
    barredInLastGrade({
      id: 'school-last-grade',
      basis: cite(text, '三、3(3)', 'S3-3.3.3'),
      stages: ['JUNIOR'],
      force: 'PRINCIPLE',
    }),
  ],
  settings: [
    setting(
      lawfulRefusal,
      { reasons: ['CONDITIONS_NOT_MET', 'PLAN_FULL', 'CLASS_FULL'] },
      cite(text, '三、1', 'S3-3.1.0'),
    ),
  ],
  notApplied: refusedScreens(text),
});

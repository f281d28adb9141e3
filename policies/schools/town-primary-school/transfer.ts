/** 学校文本 篇六 转学: the receiving school confirms before the county decides; leave ends first; whole class groups. */
import {
  allow,
  type Citation,
  cite,
  deny,
  duty,
  type Instrument,
  type PackPart,
  rule,
  silent,
} from '../../../src/policy/index.ts';
import { barredOnLeave } from '../../000000-national/transfer/bars.ts';

const countyActs = { actor: 'AUTHORITY', done: ['SENDING_SCHOOL'], sameAuthority: true } as const;

const receiverConfirms = (basis: Citation) =>
  rule('transfer-step')({
    id: 'receiver-confirms',
    title: '转入学校接收确认',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ actor, done }) => {
      if (actor !== 'AUTHORITY' && actor !== 'RECEIVING_AUTHORITY') return silent;
      return done.includes('RECEIVING_SCHOOL') ? allow() : deny('NOT_CONFIRMED');
    },
    sentences: {
      COMPLIES: '转入学校已确认接收并指定班级',
      NOT_CONFIRMED: '转入学校尚未确认接收，县级管理员不能审核',
    },
    remedies: { NOT_CONFIRMED: '请转入学校在学籍系统确认接收' },
    examples: [
      { name: 'confirmed', facts: { ...countyActs, done: ['RECEIVING_SCHOOL'] }, expect: 'COMPLIES' },
      { name: 'not confirmed', facts: countyActs, expect: 'NOT_CONFIRMED' },
      { name: 'a school acts', facts: { ...countyActs, actor: 'SENDING_SCHOOL' }, expect: 'NONE' },
    ],
  });

const moving = { operator: 'TOWNSHIP_REGISTRAR', movesUp: true, toCentrePrimary: true } as const;

/** Every student keeps number and file: it is one act for the whole class group, not many transfers. */
const wholeClassTransfer = (basis: Citation) =>
  rule('whole-class-transfer')({
    id: 'whole-class-transfer',
    title: '整班转学',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ operator, movesUp, toCentrePrimary }) => {
      if (!movesUp || !toCentrePrimary) return deny('NOT_MOVING_UP');
      return operator === 'TOWNSHIP_REGISTRAR' ? allow() : deny('WRONG_OPERATOR');
    },
    sentences: {
      COMPLIES: '低年级升入高年级，由乡镇学籍管理员整班转入中心小学，学籍号和档案不变',
      NOT_MOVING_UP: '整班转学限于低年级升入高年级、整体转入中心小学',
      WRONG_OPERATOR: '整班转学由乡镇学籍管理员操作',
    },
    remedies: {
      NOT_MOVING_UP: '逐人办理转学',
      WRONG_OPERATOR: '请乡镇学籍管理员办理',
    },
    examples: [
      { name: 'by the township', facts: moving, expect: 'COMPLIES' },
      { name: 'by the school', facts: { ...moving, operator: 'SCHOOL_REGISTRAR' }, expect: 'WRONG_OPERATOR' },
      { name: 'not moving up', facts: { ...moving, movesUp: false }, expect: 'NOT_MOVING_UP' },
      { name: 'to another school', facts: { ...moving, toCentrePrimary: false }, expect: 'NOT_MOVING_UP' },
    ],
  });

export const transfer = (text: Instrument): PackPart => ({
  rules: [
    receiverConfirms(cite(text, '第二十三条', 'S6-23.1', 'S6-8.1')),
    wholeClassTransfer(cite(text, '第二十四条', 'S6-24.1')),
    barredOnLeave({
      id: 'return-first',
      basis: cite(text, '第十四条', 'S6-14.2'),
      stages: ['PRIMARY'],
      force: 'PRINCIPLE',
    }),
  ],
  duties: [
    duty({
      id: 'confirm-transfers',
      title: '查看转入申请，符合要求的确认接收',
      basis: cite(text, '第二十三条', 'S6-23.1'),
      holder: 'SCHOOL',
      rhythm: { kind: 'AFTER', event: '转学申请到达' },
    }),
  ],
  notApplied: [
    {
      question: 'transfer',
      basis: cite(text, '第八条', 'S6-8.1'),
      says: '市内转学由转出学校学籍管理员提交',
      because: '国家·第十五条规定转学由转入学校在学籍系统发起，转出学校随后核办',
      conflict: 'C01',
    },
  ],
});

/** 转学限制: what bars a transfer in several texts: leave, a sanction, the last grade, another grade. */
import { allow, type Citation, deny, type Force, rule, type Stage, silent } from '../../../src/policy/index.ts';
import { EVERY_STAGE, examplesOfOtherStages, ordinaryTransfer, type TransferFacts } from './ordinary-transfer.ts';

interface BarText {
  basis: Citation;
  stages?: readonly Stage[];
  /** PRINCIPLE where the text says 原则上 or 一般. */
  force?: Force;
  /** Its own where a text of a higher place may hold the same bar. */
  id?: string;
}

interface Bar {
  id: string;
  title: string;
  free: string;
  barred: string;
  remedy: string;
  /** Who is barred, told by these facts alone. */
  holds: (facts: TransferFacts) => boolean;
  example: Partial<TransferFacts>;
}

const bar =
  ({ id: usual, title, free, barred, remedy, holds, example }: Bar) =>
  ({ basis, stages = EVERY_STAGE, force = 'MUST', id = usual }: BarText) => {
    const [stage = 'PRIMARY'] = stages;
    const facts: TransferFacts = { ...ordinaryTransfer, stage };
    return rule('transfer')({
      id,
      title,
      basis,
      force,
      parameters: {},
      decide: (given) => {
        if (!stages.includes(given.stage)) return silent;
        return holds(given) ? deny('BARRED') : allow();
      },
      sentences: { COMPLIES: free, BARRED: force === 'MUST' ? barred : barred.replace('不得', '原则上不') },
      remedies: { BARRED: remedy },
      examples: [
        { name: 'nothing against it', facts, expect: 'COMPLIES' },
        { name: 'barred', facts: { ...facts, ...example }, expect: 'BARRED' },
        ...examplesOfOtherStages(stages, { ...facts, ...example }),
      ],
    });
  };

export const barredOnLeave = bar({
  id: 'no-transfer-on-leave',
  title: '休学期间转学',
  free: '不在休学期间',
  barred: '休学期间不得转学',
  remedy: '先在原校办理复学，再申请转学',
  holds: ({ onLeave }) => onLeave,
  example: { onLeave: true },
});

export const barredUnderSanction = bar({
  id: 'no-transfer-under-sanction',
  title: '受处分期间转学',
  free: '没有未撤销的处分',
  barred: '受处分期间不得转学',
  remedy: '处分撤销后再申请转学',
  holds: ({ underSanction }) => underSanction,
  example: { underSanction: true },
});

export const barredInLastGrade = bar({
  id: 'no-transfer-in-last-grade',
  title: '毕业年级转学',
  free: '不在毕业年级',
  barred: '毕业年级不得转学',
  remedy: '在原校毕业后到新学校升学；确有特殊情况的，附证明报学籍主管部门',
  holds: ({ lastGrade }) => lastGrade,
  example: { lastGrade: true },
});

export const gradeKept = bar({
  id: 'grade-kept',
  title: '转学不变更年级',
  free: '转入年级与现就读年级相同',
  barred: '转学不得变更年级',
  remedy: '转入年级改为现就读年级；留级、跳级另按规定办理',
  holds: ({ grade, targetGrade }) => grade !== targetGrade,
  example: { targetGrade: ordinaryTransfer.grade + 1 },
});

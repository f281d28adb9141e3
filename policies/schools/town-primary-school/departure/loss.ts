/** 辍学: what the school's own text asks of a dropout filed in the system, and of one who comes back. */
import { allow, type Citation, deny, fixed, type PartyName, rule, silent, step } from '../../../../src/policy/index.ts';

const lost = { stage: 'PRIMARY', dropout: true } as const;

/** The label takes effect when approved; the registration itself stays. */
export const lossFiled = (basis: Citation) =>
  rule('dropout-report')({
    id: 'loss-filed',
    title: '辍学登记',
    basis,
    force: 'MUST',
    parameters: { chain: fixed<readonly PartyName[]>(['SCHOOL', 'AUTHORITY'], 'NEVER', '辍学登记的环节') },
    decide: ({ dropout, reason }) => {
      if (!dropout) return silent;
      return reason?.trim() ? allow() : deny('NO_REASON');
    },
    requires: ({ dropout }, law) =>
      dropout ? law.chain.map((by) => step(by, by === 'SCHOOL' ? '提交辍学登记，注明原因' : '审核')) : [],
    sentences: { COMPLIES: '辍学原因已注明，审核后生效，学籍保留', NO_REASON: '辍学登记须注明辍学原因' },
    remedies: { NO_REASON: '查明并填写辍学原因后再提交' },
    examples: [
      {
        name: 'with its reason',
        facts: { ...lost, reason: '随父母外出' },
        expect: 'COMPLIES',
        requires: ['提交辍学登记，注明原因', '审核'],
      },
      { name: 'without a reason', facts: lost, expect: 'NO_REASON' },
      { name: 'a blank reason', facts: { ...lost, reason: ' ' }, expect: 'NO_REASON' },
      { name: 'not lost', facts: { ...lost, dropout: false }, expect: 'NONE', requires: [] },
    ],
  });

const back = { stage: 'PRIMARY', act: 'RETURN', pastCompulsory: false, migrant: false } as const;

export const returnAfterLoss = (basis: Citation) =>
  rule('dropout-registration')({
    id: 'return-after-loss',
    title: '辍学学生复学',
    basis,
    force: 'MUST',
    parameters: {
      chain: fixed<readonly PartyName[]>(['GUARDIAN', 'SCHOOL', 'AUTHORITY'], 'NEVER', '辍学学生复学的环节'),
    },
    decide: ({ act }) => {
      if (act === 'NEW_FILE') return deny('FILE_EXISTS');
      return act === 'RETURN' ? allow() : silent;
    },
    requires: ({ act }, law) => {
      if (act !== 'RETURN') return [];
      const what: Partial<Record<PartyName, string>> = {
        GUARDIAN: '向原就读学校申请复学',
        SCHOOL: '同意后提交学籍变动申请',
      };
      return law.chain.map((by) => step(by, what[by] ?? '审核，原档案恢复'));
    },
    sentences: {
      COMPLIES: '按复学处理，沿用原电子学籍档案',
      FILE_EXISTS: '已有电子学籍档案，无需新建',
    },
    remedies: { FILE_EXISTS: '由原就读学校办理复学；到其他学校就读的，复学后办理转学' },
    examples: [
      {
        name: 'comes back',
        facts: back,
        expect: 'COMPLIES',
        requires: ['向原就读学校申请复学', '同意后提交学籍变动申请', '审核，原档案恢复'],
      },
      { name: 'a new file', facts: { ...back, act: 'NEW_FILE' }, expect: 'FILE_EXISTS', requires: [] },
      { name: 'stays away', facts: { ...back, act: 'KEEP' }, expect: 'NONE', requires: [] },
    ],
  });

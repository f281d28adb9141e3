/** 信息保密: what the nation asks for in one word, and places say in articles: approval and an entry in the register. */
import { allow, cite, deny, rule, silent } from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

const out = { act: 'GIVE_OUT', approvedInWriting: true } as const;
const look = { act: 'LOOK_UP', approvedInWriting: true, entered: true } as const;

/**
 * The notice demands confidentiality and says no more; where no text below says how, written approval is kept in
 * principle, so that the authority may let through with a reason what a text of the place would refuse.
 */
export const giveOut = rule('disclosure')({
  id: 'give-out',
  title: '信息保密：向外提供',
  basis: cite(measures, '通知四', 'MOE-N4.2'),
  force: 'PRINCIPLE',
  parameters: {},
  decide: ({ act, approvedInWriting }) => {
    if (act !== 'GIVE_OUT') return silent;
    return approvedInWriting ? allow() : deny('NOT_APPROVED');
  },
  sentences: {
    COMPLIES: '学籍主管部门已书面批准提供',
    NOT_APPROVED: '学籍信息保密，向外提供原则上须学籍主管部门书面批准',
  },
  remedies: { NOT_APPROVED: '向学籍主管部门书面申请，写明用途和所需信息' },
  examples: [
    { name: 'approved', facts: out, expect: 'COMPLIES' },
    { name: 'not approved', facts: { ...out, approvedInWriting: false }, expect: 'NOT_APPROVED' },
    { name: 'looking up', facts: { ...look, approvedInWriting: false }, expect: 'NONE' },
  ],
});

export const lookUp = rule('disclosure')({
  id: 'look-up',
  title: '信息保密：查阅',
  basis: cite(measures, '通知四', 'MOE-N4.2'),
  force: 'PRINCIPLE',
  parameters: {},
  decide: ({ act, approvedInWriting, entered }) => {
    if (act !== 'LOOK_UP') return silent;
    if (!approvedInWriting) return deny('NOT_APPROVED');
    return entered ? allow() : deny('NOT_ENTERED');
  },
  sentences: {
    COMPLIES: '查阅已经批准并登记',
    NOT_APPROVED: '学籍信息保密，查阅原则上须学籍主管部门书面批准',
    NOT_ENTERED: '查阅学籍信息原则上须先办理查阅登记',
  },
  remedies: {
    NOT_APPROVED: '向学籍主管部门书面申请，写明用途和所需信息',
    NOT_ENTERED: '在查阅登记中写明查阅人、事由和批准文件',
  },
  examples: [
    { name: 'approved and entered', facts: look, expect: 'COMPLIES' },
    { name: 'not approved', facts: { ...look, approvedInWriting: false }, expect: 'NOT_APPROVED' },
    { name: 'not entered', facts: { ...look, entered: false }, expect: 'NOT_ENTERED' },
    { name: 'giving out', facts: { ...out, approvedInWriting: false }, expect: 'NONE' },
  ],
});

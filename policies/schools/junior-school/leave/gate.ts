/** 临时离校: no child leaves while school is on without a slip that the class teacher has signed. */
import { allow, type Citation, deny, rule, step } from '../../../../src/policy/index.ts';

const ready = { stage: 'JUNIOR', guardianCalled: true, slipSigned: true } as const;
const steps = ['写请假条', '与家长电话联系，在假条上签署意见', '检验假条并登记后放行'];

export const leavingSchool = (basis: Citation) =>
  rule('leaving-during-school')({
    id: 'leaving-during-school',
    title: '在校期间临时离校',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ guardianCalled, slipSigned }) => {
      if (!slipSigned) return deny('NO_SIGNED_SLIP');
      return guardianCalled ? allow() : deny('NOT_CALLED');
    },
    requires: () => [step('GUARDIAN', steps[0]!), step('CLASS_TEACHER', steps[1]!), step('GATEKEEPER', steps[2]!)],
    sentences: {
      COMPLIES: '假条已由班主任签署并已联系家长，门卫检验登记后放行',
      NO_SIGNED_SLIP: '没有班主任签署的假条，门卫不放行',
      NOT_CALLED: '班主任须先与家长电话联系，再签署假条',
    },
    remedies: {
      NO_SIGNED_SLIP: '由班主任联系家长后在假条上签署意见',
      NOT_CALLED: '班主任与家长电话联系，告知详情',
    },
    examples: [
      { name: 'called and signed', facts: ready, expect: 'COMPLIES', requires: steps },
      { name: 'no signed slip', facts: { ...ready, slipSigned: false }, expect: 'NO_SIGNED_SLIP' },
      { name: 'nobody called', facts: { ...ready, guardianCalled: false }, expect: 'NOT_CALLED' },
    ],
  });

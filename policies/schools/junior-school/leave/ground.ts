/** 休学情形: long treatment, infection, or leave of more than six weeks in a term. */
import { allow, type Citation, deny, fixed, rule, silent } from '../../../../src/policy/index.ts';
import { LEAVE_REASONS } from '../../../../src/policy/questions/leave.ts';

const ill = { stage: 'JUNIOR', graduatingGrade: false, reason: 'ILLNESS', orderedBySchool: false } as const;
const away = { ...ill, reason: 'ABSENCE', hardToFollow: true } as const;

/** Steps back where the province names the grounds. */
export const schoolLeaveGround = (basis: Citation) =>
  rule('leave')({
    id: 'leave-ground-of-school',
    title: '休学情形',
    basis,
    force: 'MUST',
    yields: true,
    parameters: { weeks: fixed(6, 'LARGER', '病假事假累计超过', '周') },
    decide: ({ reason, leaveWeeks, hardToFollow }, law) => {
      const facts = { reason: LEAVE_REASONS[reason], leaveWeeks };
      if (reason === 'ILLNESS') return allow('LONG_TREATMENT', facts);
      if (reason === 'INFECTIOUS') return allow('INFECTIOUS', facts);
      if (reason !== 'ABSENCE') return deny('NO_GROUND', facts);
      if (leaveWeeks === undefined || hardToFollow === undefined) return silent;
      return leaveWeeks > law.weeks && hardToFollow ? allow('LONG_ABSENCE', facts) : deny('SHORT_ABSENCE', facts);
    },
    sentences: {
      LONG_TREATMENT: '因伤病需长期治疗、不能坚持学习的，准予休学',
      INFECTIOUS: '患传染性疾病未愈、不适宜集体生活的，准予休学',
      LONG_ABSENCE: '一学期请假累计{leaveWeeks}周，超过{weeks}周且跟班学习有困难',
      SHORT_ABSENCE: '一学期请假累计须超过{weeks}周且跟班学习有困难，现{leaveWeeks}周',
      NO_GROUND: '{reason}不属于可以休学的情形',
    },
    remedies: {
      SHORT_ABSENCE: '继续办理请假，跟班学习；超过{weeks}周仍有困难的，再申请休学',
      NO_GROUND: '因伤病的，附医疗单位证明改按伤病申请；其他原因的，办理请假',
    },
    examples: [
      { name: 'long treatment', facts: ill, expect: 'LONG_TREATMENT' },
      { name: 'infectious', facts: { ...ill, reason: 'INFECTIOUS' }, expect: 'INFECTIOUS' },
      { name: 'six weeks', facts: { ...away, leaveWeeks: 6 }, expect: 'SHORT_ABSENCE' },
      { name: 'seven weeks', facts: { ...away, leaveWeeks: 7 }, expect: 'LONG_ABSENCE' },
      {
        name: 'seven weeks, but following well',
        facts: { ...away, leaveWeeks: 7, hardToFollow: false },
        expect: 'SHORT_ABSENCE',
      },
      { name: 'how long is not known', facts: away, expect: 'NONE' },
      { name: 'another ground', facts: { ...ill, reason: 'OTHER' }, expect: 'NO_GROUND' },
    ],
  });

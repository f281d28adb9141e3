/** 休学情形: grounds that are measured against the hours of the term, and special ones that are not. */
import { allow, type Citation, deny, fixed, rule, silent, worded } from '../../../../src/policy/index.ts';
import { LEAVE_REASONS, type LeaveReason } from '../../../../src/policy/questions/leave.ts';
import { partWords } from '../../../wording.ts';
import { isHealth, reasonWords } from '../proof.ts';

const ill = {
  stage: 'JUNIOR',
  graduatingGrade: false,
  reason: 'ILLNESS',
  orderedBySchool: false,
  termHours: 600,
} as const;
const absent = { ...ill, reason: 'ABSENCE' } as const;

/** Illness counts from a third of the hours (以上), leave only above a third (超过); half an hour tells them apart. */
export const groundByHours = (basis: Citation, special: LeaveReason) =>
  rule('leave')({
    id: 'leave-ground',
    title: '休学情形',
    basis,
    force: 'MUST',
    parameters: {
      grounds: worded(
        fixed<readonly LeaveReason[]>(['ILLNESS', 'INFECTIOUS', 'ABSENCE', special], 'SUBSET', '可以休学的情形'),
        LEAVE_REASONS,
      ),
      illnessPart: fixed(3, 'SMALLER', '因病休学：停课休养占学期总学时', '分之一以上'),
      absencePart: fixed(3, 'SMALLER', '连续请假休学：超过学期总学时', '分之一'),
    },
    decide: ({ reason, termHours, hoursMissed }, law) => {
      const facts = { reason: LEAVE_REASONS[reason] };
      if (!law.grounds.includes(reason)) return deny('NO_GROUND', { ...facts, grounds: reasonWords(law.grounds) });
      if (!isHealth(reason) && reason !== 'ABSENCE') return allow('SPECIAL', facts);
      if (!termHours || hoursMissed === undefined) return silent;
      const measured = { ...facts, termHours, hoursMissed };
      if (isHealth(reason)) {
        const shown = { ...measured, part: partWords(law.illnessPart) };
        return hoursMissed * law.illnessPart >= termHours ? allow('LONG_ILLNESS', shown) : deny('SHORT_ILLNESS', shown);
      }
      const shown = { ...measured, part: partWords(law.absencePart) };
      return hoursMissed * law.absencePart > termHours ? allow('LONG_ABSENCE', shown) : deny('SHORT_ABSENCE', shown);
    },
    sentences: {
      LONG_ILLNESS: '因病停课休养{hoursMissed}学时，达到学期总学时{termHours}的{part}',
      SHORT_ILLNESS: '因病停课休养{hoursMissed}学时，未达到学期总学时{termHours}的{part}',
      LONG_ABSENCE: '连续请假{hoursMissed}学时，超过学期总学时{termHours}的{part}',
      SHORT_ABSENCE: '连续请假{hoursMissed}学时，未超过学期总学时{termHours}的{part}',
      SPECIAL: '{reason}，可以申请休学',
      NO_GROUND: '{reason}不属于可以休学的情形：{grounds}',
    },
    remedies: {
      SHORT_ILLNESS: '先办理请假；停课休养时间延长的，凭新的诊断证明再申请',
      SHORT_ABSENCE: '继续办理请假；超过规定学时仍不能到校的，再申请休学',
      NO_GROUND: '属于所列情形的，改按该情形申请并附证明；不属于的，办理请假',
    },
    examples: [
      { name: 'ill for a third of the hours', facts: { ...ill, hoursMissed: 200 }, expect: 'LONG_ILLNESS' },
      {
        name: 'infectious for a third of the hours',
        facts: { ...ill, reason: 'INFECTIOUS', hoursMissed: 200 },
        expect: 'LONG_ILLNESS',
      },
      { name: 'ill for an hour less than a third', facts: { ...ill, hoursMissed: 199 }, expect: 'SHORT_ILLNESS' },
      { name: 'away for a third of the hours', facts: { ...absent, hoursMissed: 200 }, expect: 'SHORT_ABSENCE' },
      { name: 'away for an hour more than a third', facts: { ...absent, hoursMissed: 201 }, expect: 'LONG_ABSENCE' },
      { name: 'the hours are not known', facts: { ...ill, termHours: 600 }, expect: 'NONE' },
      { name: 'the special ground', facts: { ...ill, reason: special }, expect: 'SPECIAL' },
      {
        name: 'a ground that the text does not know',
        with: { grounds: ['ILLNESS'] },
        facts: absent,
        expect: 'NO_GROUND',
      },
    ],
  });

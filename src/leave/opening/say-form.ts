/** 申请表的文字: what was filled in, in the words in which those who decide read it. */
import { gradeName } from '../../authorities/index.ts';
import { HOSPITAL_PAPERS, HOSPITALS, LEAVE_REASONS, OTHER_PROOFS } from '../../policy/questions/leave.ts';
import type { LeaveData, RunningLeave } from '../leave.ts';
import type { LeaveMatter } from '../leave-form.ts';

/** Line by line; what was not filled in has no line. */
export function sayForm(matter: LeaveMatter, running: RunningLeave | null): LeaveData['said'] {
  const lines = [...(running ? runningLines(running) : []), ...formLines(matter)];
  return lines.flatMap(([label, words]) => (words === undefined || words === '' ? [] : [{ label, words }]));
}

type Line = [label: string, words: string | undefined];

const runningLines = ({ reason, beganOn, endsOn, gradeBefore }: RunningLeave): Line[] => [
  ['休学原因', LEAVE_REASONS[reason]],
  ['休学起始', beganOn],
  ['现期满日', endsOn],
  ['休学前', gradeName(gradeBefore)],
];

function formLines(matter: LeaveMatter): Line[] {
  if (matter.kind === 'LEAVE') {
    const { form } = matter;
    const hours = (count: number | undefined) => (count === undefined ? undefined : `${count}学时`);
    return [
      ['休学原因', LEAVE_REASONS[form.reason]],
      ['提出者', form.orderedBySchool ? '学校' : '学生及监护人'],
      ['起始日', form.beginsOn],
      ['期满日', form.endsOn],
      ['学期总量', hours(form.termHours)],
      ['停课休养', hours(form.hoursMissed)],
      ['请假累计', form.leaveWeeks === undefined ? undefined : `${form.leaveWeeks}周`],
      ['跟班学习', form.hardToFollow ? '有困难' : undefined],
      ['缺课自', form.absentSince],
      ...proofLines(form),
      ['住院材料', form.hospitalPapers?.map((one) => HOSPITAL_PAPERS[one]).join('、')],
    ];
  }
  if (matter.kind === 'LEAVE_EXTENSION') return [['申请休至', matter.form.until], ...proofLines(matter.form)];
  const { returnsOn, gradeWanted, leaveCertificate } = matter.form;
  return [
    ['复学日期', returnsOn],
    ['申请年级', gradeName(gradeWanted)],
    ...proofLines(matter.form),
    ['休学证明', leaveCertificate === undefined ? undefined : leaveCertificate ? '已持有' : '没有'],
  ];
}

function proofLines({
  hospital,
  otherProof,
}: {
  hospital?: keyof typeof HOSPITALS | undefined;
  otherProof?: keyof typeof OTHER_PROOFS | undefined;
}): Line[] {
  return [
    ['医疗证明', hospital && HOSPITALS[hospital]],
    ['其他证明', otherProof && OTHER_PROOFS[otherProof]],
  ];
}

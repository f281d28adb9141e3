/** 休学、延长休学、复学申请表: the fields of each, the same for a new application and for one that is mended. */
import type { ReactNode } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { CheckField, ChoiceField } from '../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import type { LeaveStanding } from '../../leave.api.ts';
import { type Filled, isIll, type Kind, type Missing } from './form-state.screen.ts';

export interface FormFieldsProps {
  kind: Kind;
  filled: Filled;
  onChange: (filled: Filled) => void;
  standing: LeaveStanding;
  today: CivilDate;
  problems: Missing;
}

const YES_NO = [
  { value: 'YES', words: '持有' },
  { value: 'NO', words: '没有' },
];

const optionsOf = (choices: readonly { code: string; words: string }[]) =>
  choices.map(({ code, words }) => ({ value: code, words }));

/** The fields of the matter. */
export function FormFields(props: FormFieldsProps): ReactNode {
  if (props.kind === 'LEAVE') return <LeaveFields {...props} />;
  return props.kind === 'RETURN' ? <ReturnFields {...props} /> : <ExtensionFields {...props} />;
}

function LeaveFields({ filled, onChange, standing, today, problems }: FormFieldsProps): ReactNode {
  const set = (part: Partial<Filled>) => onChange({ ...filled, ...part });
  const ill = isIll(filled.reason);
  return (
    <>
      <SelectField
        label="休学原因"
        required
        value={filled.reason}
        onChange={(reason) => set({ reason })}
        options={optionsOf(standing.choices.reasons)}
        problem={problems.reason}
      />
      <DateField
        label="起始日"
        required
        value={filled.beginsOn}
        onChange={(beginsOn) => set({ beginsOn })}
        today={today}
        to={today}
        problem={problems.beginsOn}
      />
      <DateField
        label="期满日"
        required
        value={filled.endsOn}
        onChange={(endsOn) => set({ endsOn })}
        today={today}
        problem={problems.endsOn}
      />
      {(ill || filled.reason === 'ABSENCE') && <HourFields filled={filled} set={set} problems={problems} />}
      {ill && <HospitalFields filled={filled} set={set} standing={standing} />}
      {filled.reason === 'ABSENCE' && <AbsenceFields filled={filled} set={set} today={today} problems={problems} />}
      {filled.reason !== '' && !ill && <ProofField filled={filled} set={set} standing={standing} />}
      <CheckField checked={filled.orderedBySchool} onChange={(orderedBySchool) => set({ orderedBySchool })}>
        由学校提出，不是学生及监护人申请
      </CheckField>
    </>
  );
}

interface PartProps {
  filled: Filled;
  set: (part: Partial<Filled>) => void;
}

function HourFields({ filled, set, problems }: PartProps & { problems: Missing }): ReactNode {
  return (
    <>
      <TextField
        label="学期学时"
        inputMode="numeric"
        value={filled.termHours}
        onChange={(termHours) => set({ termHours })}
        maxLength={4}
        hint="本学期总学时"
        problem={problems.termHours}
      />
      <TextField
        label="缺课学时"
        inputMode="numeric"
        value={filled.hoursMissed}
        onChange={(hoursMissed) => set({ hoursMissed })}
        maxLength={4}
        hint="需停课休养或已连续请假的学时"
        problem={problems.hoursMissed}
      />
    </>
  );
}

function HospitalFields({ filled, set, standing }: PartProps & { standing: LeaveStanding }): ReactNode {
  const toggle = (code: string, on: boolean) =>
    set({ hospitalPapers: [...filled.hospitalPapers.filter((one) => one !== code), ...(on ? [code] : [])] });
  return (
    <>
      <SelectField
        label="医疗证明"
        value={filled.hospital}
        onChange={(hospital) => set({ hospital })}
        options={optionsOf(standing.choices.hospitals)}
      />
      <fieldset className="leave-checks">
        <legend>住院和病历材料</legend>
        {standing.choices.hospitalPapers.map(({ code, words }) => (
          <CheckField key={code} checked={filled.hospitalPapers.includes(code)} onChange={(on) => toggle(code, on)}>
            {words}
          </CheckField>
        ))}
      </fieldset>
    </>
  );
}

function AbsenceFields({ filled, set, today, problems }: PartProps & { today: CivilDate; problems: Missing }) {
  return (
    <>
      <TextField
        label="请假周数"
        inputMode="numeric"
        value={filled.leaveWeeks}
        onChange={(leaveWeeks) => set({ leaveWeeks })}
        maxLength={2}
        hint="本学期病假事假累计"
        problem={problems.leaveWeeks}
      />
      <DateField
        label="缺课自"
        value={filled.absentSince}
        onChange={(absentSince) => set({ absentSince })}
        today={today}
        to={today}
      />
      <CheckField checked={filled.hardToFollow} onChange={(hardToFollow) => set({ hardToFollow })}>
        跟班学习有困难
      </CheckField>
    </>
  );
}

function ProofField({ filled, set, standing }: PartProps & { standing: LeaveStanding }): ReactNode {
  return (
    <SelectField
      label="其他证明"
      value={filled.otherProof}
      onChange={(otherProof) => set({ otherProof })}
      options={optionsOf(standing.choices.otherProofs)}
    />
  );
}

function ExtensionFields({ filled, onChange, standing, today, problems }: FormFieldsProps): ReactNode {
  const set = (part: Partial<Filled>) => onChange({ ...filled, ...part });
  return (
    <>
      <DateField
        label="申请休至"
        required
        value={filled.until}
        onChange={(until) => set({ until })}
        today={today}
        problem={problems.until}
      />
      <SelectField
        label="医疗证明"
        value={filled.hospital}
        onChange={(hospital) => set({ hospital })}
        options={optionsOf(standing.choices.hospitals)}
      />
      <ProofField filled={filled} set={set} standing={standing} />
    </>
  );
}

function ReturnFields({ filled, onChange, standing, today, problems }: FormFieldsProps): ReactNode {
  const set = (part: Partial<Filled>) => onChange({ ...filled, ...part });
  const before = standing.running?.gradeBefore ?? 0;
  const near = standing.grades.filter(({ grade }) => Math.abs(grade - before) <= 2);
  return (
    <>
      <DateField
        label="复学日期"
        required
        value={filled.returnsOn}
        onChange={(returnsOn) => set({ returnsOn })}
        today={today}
        problem={problems.returnsOn}
      />
      <SelectField
        label="就读年级"
        required
        value={filled.gradeWanted}
        onChange={(gradeWanted) => set({ gradeWanted })}
        options={near.map(({ grade, words }) => ({ value: String(grade), words }))}
        problem={problems.gradeWanted}
      />
      <SelectField
        label="康复证明"
        value={filled.hospital}
        onChange={(hospital) => set({ hospital })}
        options={optionsOf(standing.choices.hospitals)}
        hint="因伤病休学的填出具证明的单位"
      />
      <ChoiceField
        label="休学证明"
        value={filled.leaveCertificate}
        onChange={(leaveCertificate) => set({ leaveCertificate })}
        options={YES_NO}
      />
    </>
  );
}

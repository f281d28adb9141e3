/** 选班级和学生: some or all of one class group. */
import { type ReactNode, useState } from 'react';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../../kernel/civil-date.ts';
import { CheckField } from '../../../web/parts/form/choice-field.tsx';
import { FormRow } from '../../../web/parts/form/form-row.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { useRegister, useSchoolDay } from '../../attendance/screens/attendance-queries.tsx';

interface ChooseStudentsProps {
  chosen: readonly string[];
  onChange: (ids: readonly string[]) => void;
  problem?: string | undefined;
}

export function ChooseStudents({ chosen, onChange, problem }: ChooseStudentsProps): ReactNode {
  const [groupId, setGroupId] = useState('');
  const groups = useSchoolDay().data?.classGroups ?? [];
  const group = groups.find(({ id }) => id === groupId) ?? (groups.length === 1 ? groups[0] : undefined);
  return (
    <>
      <SelectField
        label="班级"
        required
        value={group?.id ?? ''}
        onChange={(id) => {
          setGroupId(id);
          onChange([]);
        }}
        options={groups.map(({ id, name }) => ({ value: id, words: name }))}
      />
      {group && <Members key={group.id} groupId={group.id} chosen={chosen} onChange={onChange} problem={problem} />}
    </>
  );
}

function Members({ groupId, chosen, onChange, problem }: ChooseStudentsProps & { groupId: string }): ReactNode {
  const today = civilDate(useSession().today);
  const { students = [] } = useRegister(groupId, today, today).data ?? {};
  const all = students.map(({ studentId }) => studentId);
  return (
    <FormRow label={`学生（已选${chosen.length}人）`} group required problem={problem}>
      {() => (
        <div className="conduct-members">
          <Button tone="quiet" onPress={() => onChange(chosen.length === all.length ? [] : all)}>
            {chosen.length === all.length ? '全不选' : '全选'}
          </Button>
          {students.map(({ studentId, name }) => (
            <CheckField
              key={studentId}
              checked={chosen.includes(studentId)}
              onChange={(on) => onChange(on ? [...chosen, studentId] : chosen.filter((one) => one !== studentId))}
            >
              {name}
            </CheckField>
          ))}
        </div>
      )}
    </FormRow>
  );
}

/** 填报变更内容: the right key data of the school's own record; saving does not hand them in. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { RegistrationForm } from '../../students/api/form.api.ts';
import type { StudentView } from '../../students/api/students.api.ts';
import { FieldInput } from '../../students/pages/field-parts.tsx';
import { api } from '../../web/api-client.ts';
import { Skeleton } from '../../web/parts/feedback/skeleton.tsx';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { Dialog } from '../../web/parts/floating/dialog.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import type { CorrectionOutcome } from '../duplicates.api.ts';
import { saveCorrection } from './duplicate-queries.tsx';
import './duplicates.css';

/** By which two records are told apart. */
const ITEMS = ['name', 'gender', 'bornOn', 'identityType', 'identityNumber'];

interface CorrectionDialogProps {
  caseId: string;
  studentId: string;
  onClose: () => void;
  onSaved: () => Promise<void>;
}

/** Only what is filled in differently changes. */
export function CorrectionDialog({ caseId, studentId, onClose, onSaved }: CorrectionDialogProps): ReactNode {
  const student = useQuery({
    queryKey: ['students', 'one', studentId],
    queryFn: ({ signal }) => api.get<StudentView>(`/students/${studentId}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const form = useQuery({
    queryKey: ['students', 'form'],
    queryFn: ({ signal }) => api.get<RegistrationForm>('/students/fields', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [values, setValues] = useState<Record<string, string>>({});
  const [found, setFound] = useState<CorrectionOutcome['findings']>([]);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const held = new Map(student.data?.groups.flatMap(({ items }) => items).map((item) => [item.path, item]));
  const fields = (form.data?.groups ?? []).flatMap((group) => group.fields).filter(({ path }) => ITEMS.includes(path));
  const changed = Object.fromEntries(
    Object.entries(values).filter(([path, text]) => text.trim() !== '' && text !== held.get(path)?.raw),
  );
  const nothing = Object.keys(changed).length === 0;
  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { saved, findings } = await saveCorrection(caseId, changed);
      setFound(findings);
      if (saved) await onSaved();
      else setProblem('标红的各项改好后再保存');
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const problemAt = (path: string) => {
    const red = found.find(({ field }) => field === path);
    return red && `${red.sentence}${red.remedy}`;
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="填报变更内容"
      foot={
        <>
          <span className="dialog-note">保存后仍须在下方“提交变更”</span>
          <Button onPress={onClose}>返回</Button>
          <Button
            tone="primary"
            busy={busy}
            locked={nothing ? { reason: '还没有要变更的项目' } : undefined}
            onPress={() => void save()}
          >
            保存
          </Button>
        </>
      }
    >
      {!(student.data && form.data) && <Skeleton rows={5} />}
      {student.data && form.data && (
        <div className="dispute-form">
          {fields.map((field) => {
            const item = held.get(field.path);
            const hint = item?.masked ? `现为${item.value}，不变更的留空` : field.hint;
            return (
              <FieldInput
                key={field.path}
                field={{ ...field, hint, required: false }}
                hinted={item?.masked}
                tables={form.data.tables}
                value={values[field.path] ?? item?.raw ?? ''}
                onChange={(text) => {
                  setValues({ ...values, [field.path]: text });
                  setFound(found.filter((one) => one.field !== field.path));
                }}
                problem={problemAt(field.path)}
              />
            );
          })}
          <ProblemLine problem={problem} />
        </div>
      )}
    </Dialog>
  );
}

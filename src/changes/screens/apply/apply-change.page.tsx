/** 办理学籍异动: one student, what may be done, the form, what the law says of it, who decides, hand in; also where it is mended. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../../kernel/civil-date.ts';
import { useAddressState } from '../../../web/address-state.ts';
import { api } from '../../../web/api-client.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../../web/parts/feedback/states.tsx';
import { FieldGrid } from '../../../web/parts/fields/field-grid.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Columns, Stack } from '../../../web/parts/surface/layout.tsx';
import type { KindsForStudent } from '../../changes.api.ts';
import { isAsked, missingIn } from '../../form/asked-fields.api.ts';
import type { FormValues } from '../../form/form.api.ts';
import { Steps, useHandingIn, Verdict } from '../application-parts.tsx';
import { mendChange, openChange, useChangePreview, useKinds } from '../change-queries.tsx';
import { ChangeFields } from './form-fields.tsx';
import { KindList } from './kind-list.tsx';

const TRAIL = [{ to: '/changes', words: '学籍异动' }];
type Kind = KindsForStudent['kinds'][number];

/** /changes/students/:id, with ?kind= once it is chosen and ?case= where an application is mended. */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const [{ kind: chosen, case: caseId }] = useAddressState({ kind: '', case: '' });
  const navigate = useNavigate();
  const { token } = (useLocation().state ?? {}) as { token?: string };
  const kinds = useKinds({ studentId: id, token });
  const mended = useQuery({
    queryKey: ['changes', 'mended', caseId],
    queryFn: ({ signal }) => api.get<{ kind: string; data: { form: FormValues } }>(`/cases/${caseId}`, { signal }),
    enabled: caseId !== '',
    gcTime: 0,
  });
  const error = kinds.error ?? mended.error;
  const waits = kinds.isPending || (caseId !== '' && mended.isPending);
  const kind = kinds.data?.kinds.find((one) => one.kind === (mended.data?.kind ?? chosen));
  // The token goes along in the browser's own memory, never in the address.
  const choose = (next: string) => void navigate({ search: next && `?kind=${next}` }, { state: { token } });
  const title = caseId ? '补正申请' : kind ? `办理${kind.title}` : '办理学籍异动';
  return (
    <Page>
      <PageHead trail={TRAIL} title={title} />
      {error && <ErrorState problem={error} onRetry={() => void kinds.refetch()} />}
      {!error && waits && <Skeleton rows={12} />}
      {!error && !waits && kinds.data && !kind && <KindList kinds={kinds.data} onChoose={(next) => choose(next)} />}
      {!error && !waits && kinds.data && kind && (
        <Apply
          key={kind.kind}
          student={kinds.data.student}
          kind={kind}
          known={mended.data?.data.form}
          caseId={caseId}
          token={token}
          onOther={() => choose('')}
        />
      )}
    </Page>
  );
}

interface ApplyProps {
  student: KindsForStudent['student'];
  kind: Kind;
  known: FormValues | undefined;
  caseId: string;
  token: string | undefined;
  onOther: () => void;
}

function Apply({ student, kind, known, caseId, token, onOther }: ApplyProps): ReactNode {
  const today = civilDate(useSession().today);
  const [values, setValues] = useState<FormValues>(known ?? {});
  const { tried, received, card } = useHandingIn(caseId);
  const { fields } = kind;
  const missing = missingIn(fields, values);
  const isWhole = Object.keys(missing).length === 0;
  const form = Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field.key];
      return value === undefined || !isAsked(field, values) ? [] : [[field.key, value]];
    }),
  );
  const change = isWhole
    ? { studentId: student.studentId, ...(token ? { token } : {}), kind: kind.kind, form }
    : undefined;
  const preview = useChangePreview(change && { ...change, ...received });
  const shown = change && preview.data;
  return (
    <Columns template="minmax(0, 400px) minmax(0, 1fr) minmax(0, 340px)" stackUnder={1180}>
      <Stack>
        <StudentCard student={student} />
        <Card title={`${kind.title}申请`} side={caseId === '' && <Button onPress={onOther}>改办其他</Button>}>
          <div className="change-form">
            <ChangeFields
              fields={fields}
              values={values}
              onChange={setValues}
              today={today}
              problems={tried ? missing : {}}
            />
          </div>
        </Card>
      </Stack>
      <Verdict preview={shown} problem={change && preview.error} />
      <Stack>
        <Steps preview={shown} />
        {card({
          today,
          preview: shown,
          open: (more, key) => openChange({ ...change!, ...more }, key),
          mend: () => mendChange(caseId, form),
        })}
      </Stack>
    </Columns>
  );
}

/** Who it is about, beside the form. */
function StudentCard({ student }: { student: KindsForStudent['student'] }): ReactNode {
  const { studentId, name, genderWords, numberMasked, gradeWords, stateWords } = student;
  return (
    <Card title="学生">
      <FieldGrid
        rows={[
          {
            key: 'name',
            label: '姓名',
            value: (
              <>
                <Link to={`/students/${studentId}`}>{name}</Link> {genderWords}
              </>
            ),
          },
          { key: 'number', label: '学籍号', value: <span className="no-autospace">{numberMasked}</span> },
          { key: 'grade', label: '年级', value: gradeWords, note: stateWords },
        ]}
      />
    </Card>
  );
}

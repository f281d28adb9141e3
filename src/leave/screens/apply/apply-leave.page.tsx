/** 办理休学、延长休学、复学: the student, the form, what the law says of it, who decides, hand in; also where it is mended. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { Steps, useHandingIn, Verdict } from '../../../changes/screens/application-parts.tsx';
import { civilDate } from '../../../kernel/civil-date.ts';
import { useAddressState } from '../../../web/address-state.ts';
import { api } from '../../../web/api-client.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../../web/parts/feedback/states.tsx';
import { FieldGrid } from '../../../web/parts/fields/field-grid.tsx';
import { ChoiceField } from '../../../web/parts/form/choice-field.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Columns, Stack } from '../../../web/parts/surface/layout.tsx';
import type { LeaveStanding } from '../../leave.api.ts';
import type { LeaveMatter } from '../../leave-form.ts';
import { mendLeave, openLeave, useLeavePreview, useStanding } from '../leave-queries.tsx';
import { FormFields } from './form-fields.tsx';
import { BLANK, type Filled, filledFrom, KIND_WORDS, type Kind, matterOf, missingIn } from './form-state.screen.ts';
import '../leaves.css';

const TRAIL = [{ to: '/leaves', words: '休学复学' }];

/** /leaves/students/:id, with ?case= where an application is mended, ?request= where it comes of a family's request. */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const [{ matter, case: caseId, request }] = useAddressState({ matter: '', case: '', request: '' });
  const standing = useStanding(id);
  const mended = useQuery({
    queryKey: ['leaves', 'mended', caseId],
    queryFn: ({ signal }) => api.get<{ data: { matter: LeaveMatter } }>(`/cases/${caseId}`, { signal }),
    enabled: caseId !== '',
    gcTime: 0,
  });
  const asked = useQuery({
    queryKey: ['leaves', 'asked', request],
    queryFn: ({ signal }) => api.get<{ matter: LeaveMatter }>(`/family-requests/${request}`, { signal }),
    enabled: request !== '',
    gcTime: 0,
  });
  const error = standing.error ?? mended.error ?? asked.error;
  const waits = standing.isPending || (caseId !== '' && mended.isPending) || (request !== '' && asked.isPending);
  const known = mended.data?.data.matter ?? asked.data?.matter;
  return (
    <Page>
      <PageHead trail={TRAIL} title={caseId ? '补正申请' : '办理休学复学'} />
      {error && <ErrorState problem={error} onRetry={() => void standing.refetch()} />}
      {!error && waits && <Skeleton rows={12} />}
      {!error && !waits && standing.data && (
        <Apply
          standing={standing.data}
          first={known?.kind ?? firstKind(standing.data, matter)}
          known={known}
          caseId={caseId}
          request={request}
        />
      )}
    </Page>
  );
}

const firstKind = ({ onLeave }: LeaveStanding, wanted: string): Kind =>
  onLeave ? (wanted === 'LEAVE_EXTENSION' ? 'LEAVE_EXTENSION' : 'RETURN') : 'LEAVE';

interface ApplyProps {
  standing: LeaveStanding;
  first: Kind;
  known: LeaveMatter | undefined;
  caseId: string;
  /** The family's request that the case comes of; empty for none. */
  request: string;
}

function Apply({ standing, first, known, caseId, request }: ApplyProps): ReactNode {
  const today = civilDate(useSession().today);
  const [kind, setKind] = useState<Kind>(first);
  const [filled, setFilled] = useState<Filled>(known ? filledFrom(known) : BLANK);
  const { tried, received, card } = useHandingIn(caseId);
  const matter = matterOf(kind, filled);
  const preview = useLeavePreview(standing.studentId, matter, received);
  const shown = matter && preview.data;

  return (
    <Columns template="minmax(0, 400px) minmax(0, 1fr) minmax(0, 340px)" stackUnder={1180}>
      <Stack>
        <StudentCard standing={standing} />
        <Card title={`${KIND_WORDS[kind]}申请`}>
          <div className="leave-form">
            {standing.onLeave && caseId === '' && (
              <ChoiceField
                label="办理"
                value={kind}
                onChange={(next) => setKind(next as Kind)}
                options={[
                  { value: 'RETURN', words: '复学' },
                  { value: 'LEAVE_EXTENSION', words: '延长休学' },
                ]}
              />
            )}
            <FormFields
              kind={kind}
              filled={filled}
              onChange={setFilled}
              standing={standing}
              today={today}
              problems={tried ? missingIn(kind, filled) : {}}
            />
          </div>
        </Card>
      </Stack>
      <Verdict preview={shown} problem={matter && preview.error} />
      <Stack>
        <Steps preview={shown} />
        {card({
          today,
          preview: shown,
          open: (more, key) =>
            openLeave(
              {
                ...{ studentId: standing.studentId, matter: matter!, ...more },
                ...(request === '' ? {} : { familyRequestId: request }),
              },
              key,
            ),
          mend: () => mendLeave(caseId, matter!),
        })}
      </Stack>
    </Columns>
  );
}

function StudentCard({ standing }: { standing: LeaveStanding }): ReactNode {
  const { name, genderWords, numberMasked, gradeWords, stateWords, running } = standing;
  return (
    <Card title="学生">
      <FieldGrid
        rows={[
          { key: 'name', label: '姓名', value: `${name} ${genderWords}` },
          { key: 'number', label: '学籍号', value: <span className="no-autospace">{numberMasked}</span> },
          { key: 'grade', label: '年级', value: gradeWords, note: stateWords },
          ...(running
            ? [
                { key: 'reason', label: '休学原因', value: running.reasonWords },
                { key: 'days', label: '休学期', value: `${running.beganOn}至${running.endsOn}` },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

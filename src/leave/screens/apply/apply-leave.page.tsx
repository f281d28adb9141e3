/** 办理休学、延长休学、复学: the student, the form, what the law says of it, who decides, hand in; also where it is mended. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import {
  isOfflineIncomplete,
  NOT_OFFLINE,
  OfflineFields,
  offlineOf,
  receivedOnOf,
} from '../../../cases/pages/offline/offline-parts.tsx';
import { civilDate } from '../../../kernel/civil-date.ts';
import { useAddressState } from '../../../web/address-state.ts';
import { api, newIdempotencyKey } from '../../../web/api-client.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { FieldGrid } from '../../../web/parts/fields/field-grid.tsx';
import { FindingsList } from '../../../web/parts/findings/findings-list.tsx';
import { ChoiceField } from '../../../web/parts/form/choice-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Columns, Stack } from '../../../web/parts/surface/layout.tsx';
import type { LeavePreview, LeaveStanding } from '../../leave.api.ts';
import type { LeaveMatter } from '../../leave-form.ts';
import { findingOf } from '../finding-words.screen.ts';
import { mendLeave, openLeave, useLeavePreview, useStanding } from '../leave-queries.tsx';
import { FormFields } from './form-fields.tsx';
import { BLANK, type Filled, filledFrom, KIND_WORDS, type Kind, matterOf, missingIn } from './form-state.screen.ts';
import '../leaves.css';

const TRAIL = [{ to: '/leaves', words: '休学复学' }];

/** /leaves/students/:id, with ?case= where an application is mended. */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const [{ matter, case: caseId }] = useAddressState({ matter: '', case: '' });
  const standing = useStanding(id);
  const mended = useQuery({
    queryKey: ['leaves', 'mended', caseId],
    queryFn: ({ signal }) => api.get<{ data: { matter: LeaveMatter } }>(`/cases/${caseId}`, { signal }),
    enabled: caseId !== '',
    gcTime: 0,
  });
  const error = standing.error ?? mended.error;
  const waits = standing.isPending || (caseId !== '' && mended.isPending);
  const known = mended.data?.data.matter;
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
}

function Apply({ standing, first, known, caseId }: ApplyProps): ReactNode {
  const navigate = useNavigate();
  const today = civilDate(useSession().today);
  const [kind, setKind] = useState<Kind>(first);
  const [filled, setFilled] = useState<Filled>(known ? filledFrom(known) : BLANK);
  const [opinion, setOpinion] = useState('');
  const [offline, setOffline] = useState(NOT_OFFLINE);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const key = useMemo(newIdempotencyKey, []);
  const matter = matterOf(kind, filled);
  const preview = useLeavePreview(standing.studentId, matter, receivedOnOf(offline));
  const mending = caseId !== '';
  const needsReason = !mending && preview.data?.verdict === 'DISCRETIONARY' && opinion.trim() === '';

  const send = async () => {
    setTried(true);
    if (!matter || needsReason || isOfflineIncomplete(offline)) return;
    setBusy(true);
    setProblem(undefined);
    try {
      if (mending) await mendLeave(caseId, matter);
      const body = { studentId: standing.studentId, matter, opinion: opinion.trim(), ...offlineOf(offline) };
      const { caseId: opened } = mending ? { caseId } : await openLeave(body, key);
      void navigate(`/cases/${opened}`);
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };

  return (
    <Columns template="minmax(0, 400px) minmax(0, 1fr) minmax(0, 340px)" stackUnder={1180}>
      <Stack>
        <StudentCard standing={standing} />
        <Card title={`${KIND_WORDS[kind]}申请`}>
          <div className="leave-form">
            {standing.onLeave && !mending && (
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
      <Verdict preview={matter && preview.data} problem={matter && preview.error} />
      <Stack>
        <Steps preview={preview.data} />
        <Card title={mending ? '保存补正' : '提交'}>
          <div className="leave-form">
            {!mending && (
              <TextField
                label="说明"
                value={opinion}
                onChange={setOpinion}
                lines={3}
                maxLength={500}
                required={preview.data?.verdict === 'DISCRETIONARY'}
                hint="须酌定的，写明理由；其余可不填"
                problem={tried && needsReason ? '有须酌定的事项，请写明理由' : undefined}
              />
            )}
            {!mending && <OfflineFields today={today} draft={offline} onChange={setOffline} tried={tried} />}
            <ProblemLine problem={problem} />
            <Button
              tone="primary"
              large
              busy={busy}
              locked={lockOf(matter && preview.data)}
              onPress={() => void send()}
            >
              {mending ? '保存' : '提交签署'}
            </Button>
            <span className="leave-note">
              {mending ? '保存后回到办件，再行提交' : '经办人提交，主管领导签署后交下一方'}
            </span>
          </div>
        </Card>
      </Stack>
    </Columns>
  );
}

function lockOf(preview: LeavePreview | undefined): { reason: string } | undefined {
  const refused = preview?.findings.filter(({ verdict }) => verdict === 'REFUSE').length ?? 0;
  return refused > 0 ? { reason: `先处理${refused}项不符，才能提交` } : undefined;
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

function Verdict({ preview, problem }: { preview: LeavePreview | undefined; problem: unknown }): ReactNode {
  if (problem) {
    return (
      <Card title="法规核对">
        <ProblemLine problem={problem} />
      </Card>
    );
  }
  if (!preview) {
    return (
      <Card title="法规核对">
        <EmptyState words="填好必填项后核对" why="按本校所在地和本校的规定逐条核对，列出应交的材料和办理各方" />
      </Card>
    );
  }
  return (
    <Stack>
      <FindingsList findings={preview.findings.map(findingOf)} />
      <Card title="应交材料" note={`${preview.papers.length}项`}>
        {preview.papers.length === 0 ? (
          <EmptyState words="规定没有列出材料" why="学校认为需要的，可在办件中上传" />
        ) : (
          <ul className="leave-lines">
            {preview.papers.map(({ words, chip }) => (
              <li key={words}>
                <span>{words}</span>
                <span className="leave-note">{chip}</span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Stack>
  );
}

function Steps({ preview }: { preview: LeavePreview | undefined }): ReactNode {
  if (!preview) return null;
  return (
    <Card title="谁来办" foot="现行规定没有给各方另定时限">
      <ol className="leave-lines">
        {preview.steps.map(({ role, institutionName }) => (
          <li key={role}>
            <span>{institutionName}</span>
            <span className="leave-note">{role}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** 脱机受理: what every application form adds for a paper taken in before, and what every case shows of it. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { api, newIdempotencyKey } from '../../../web/api-client.ts';
import { recentDayWords } from '../../../web/format.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { CheckField } from '../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { WorkList } from '../../../web/parts/lists/work-list.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { Tag } from '../../../web/parts/state/tag.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { CaseView } from '../../cases.api.ts';
import type { OfflineFields as OfflineBody } from '../../engine/offline/offline.api.ts';
import type { AwaitingConsent } from '../../engine/offline/offline.routes.ts';
import './offline.css';

/** The paper that a case taken in on paper asks for. */
export const OFFLINE_PAPER = { paper: 'OFFLINE_APPLICATION', what: '纸质申请扫描件', by: '申请学校' };

/** As typed. */
export interface OfflineDraft {
  on: boolean;
  receivedOn: CivilDate | undefined;
  reason: string;
}

export const NOT_OFFLINE: OfflineDraft = { on: false, receivedOn: undefined, reason: '' };
const LEAST = 4;

/** What goes with the opening; nothing where the application begins here. */
export const offlineOf = ({ on, receivedOn, reason }: OfflineDraft): { offline?: OfflineBody } =>
  on && receivedOn ? { offline: { receivedOn, reason: reason.trim() } } : {};

/** The day by which a preview asks the law. */
export const receivedOnOf = ({ on, receivedOn }: OfflineDraft): { receivedOn?: CivilDate } =>
  on && receivedOn ? { receivedOn } : {};

/** Is it ticked and not filled in? */
export const isOfflineIncomplete = ({ on, receivedOn, reason }: OfflineDraft): boolean =>
  on && (!receivedOn || reason.trim().length < LEAST);

interface OfflineFieldsProps {
  today: CivilDate;
  draft: OfflineDraft;
  onChange: (draft: OfflineDraft) => void;
  /** Handing in was tried: what is missing is said. */
  tried: boolean;
}

/** A tick, and once it is set the day and the reason. */
export function OfflineFields({ today, draft, onChange, tried }: OfflineFieldsProps): ReactNode {
  const { on, receivedOn, reason } = draft;
  return (
    <div className="offline-fields">
      <CheckField checked={on} onChange={(next) => onChange({ ...draft, on: next })}>
        脱机受理：此前已收纸质申请
      </CheckField>
      {on && (
        <>
          <DateField
            label="实际受理日"
            required
            value={receivedOn}
            onChange={(day) => onChange({ ...draft, receivedOn: day })}
            today={today}
            to={today}
            problem={tried && !receivedOn ? '请填纸质申请上的日期' : undefined}
          />
          <TextField
            label="脱机原因"
            required
            value={reason}
            onChange={(next) => onChange({ ...draft, reason: next })}
            maxLength={200}
            hint="须附纸质申请扫描件；不在停办、故障期内的，待学籍主管部门同意"
            problem={tried && reason.trim().length < LEAST ? '请写明为何脱机受理，不少于4个字' : undefined}
          />
        </>
      )}
    </div>
  );
}

const TONES = { ALLOWED: '可以继续', WAITS: '待同意', OBJECTED: '未获同意' } as const;

/** On the page of a case: the day that counts, why, on what it rests, and the authority's word. */
export function OfflineStrip({
  view,
  today,
  renew,
}: {
  view: CaseView;
  today: CivilDate;
  renew: () => Promise<void>;
}): ReactNode {
  const { offline } = view;
  if (!offline) return null;
  const { receivedOn, reason, basis, state, hasScan, mayConsent } = offline;
  return (
    <Card label="脱机受理">
      <div className="offline-strip">
        <Tag>脱机受理</Tag>
        <span>
          实际受理日{recentDayWords(civilDate(receivedOn), today)}，{reason}
        </span>
        <span className="offline-basis">
          {TONES[state]}：{basis}
          {!hasScan && '；尚未附纸质申请扫描件，在佐证材料中上传'}
        </span>
        {mayConsent && <Consent caseId={view.id} renew={renew} />}
      </div>
    </Card>
  );
}

function Consent({ caseId, renew }: { caseId: string; renew: () => Promise<void> }): ReactNode {
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const say = async (agreed: boolean) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const body = { agreed, ...(reason.trim() ? { reason: reason.trim() } : {}) };
      await api.post(`/cases/${caseId}/offline-consent`, body, { idempotencyKey: newIdempotencyKey() });
      await renew();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <div className="offline-consent">
      <TextField label="意见" value={reason} onChange={setReason} maxLength={500} hint="不同意的须写明" />
      <ProblemLine problem={problem} />
      <span className="offline-acts">
        <Button busy={busy} onPress={() => void say(false)}>
          不同意脱机受理
        </Button>
        <Button busy={busy} onPress={() => void say(true)}>
          同意脱机受理
        </Button>
      </span>
    </div>
  );
}

/** On the workbench of an authority: what waits for its consent. */
export function OfflineReminders(): ReactNode {
  const wanted = useMayCall()('GET /api/offline-consents');
  const { data } = useQuery({
    queryKey: ['cases', 'offline-consents'],
    queryFn: ({ signal }) => api.get<AwaitingConsent>('/offline-consents', { signal }),
    enabled: wanted,
  });
  if (!data || data.items.length === 0) return null;
  const items = data.items.map(({ caseId, title, schoolName, receivedOn }) => ({
    key: caseId,
    to: `/cases/${caseId}`,
    icon: <StateIcon kind="JUDGEMENT" />,
    title: <span className="reminder-words">{title}</span>,
    second: (
      <span>
        {schoolName}，实际受理日{receivedOn}
      </span>
    ),
  }));
  return (
    <WorkList
      label="待同意的脱机受理"
      groups={[{ key: 'offline', words: '脱机受理待同意', items }]}
      state={{ kind: 'READY' }}
      empty={null}
    />
  );
}

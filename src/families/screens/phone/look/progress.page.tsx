/** 办理进度: what was asked for and what became of it; each case as a parcel, with who holds it and how long still. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { FollowedCase } from '../../../../cases/cases.api.ts';
import { FollowedDeadline, FollowedTrack } from '../../../../cases/pages/followed-track-parts.tsx';
import { civilDate } from '../../../../kernel/civil-date.ts';
import { api } from '../../../../web/api-client.ts';
import { dayWords } from '../../../../web/format.ts';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState, ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import type { StateKind } from '../../../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import type { FamilyRequest } from '../../../requests/requests.api.ts';
import { Shots } from '../ask/photo-field.tsx';
import { FamilyPage, useFamily } from '../family-frame.tsx';

const CASE_KINDS: Record<FollowedCase['tone'], StateKind> = {
  DRAFT: 'DRAFT',
  PROCESS: 'IN_PROCESS',
  DONE: 'DONE',
  REFUSED: 'REFUSED',
};
const REQUEST_KINDS: Record<FamilyRequest['state'], StateKind> = {
  OPEN: 'IN_PROCESS',
  ACCEPTED: 'DONE',
  DECLINED: 'REFUSED',
  WITHDRAWN: 'DRAFT',
};

/** /family/progress */
export function Component(): ReactNode {
  const { registered } = useFamily();
  const cases = useQuery({
    queryKey: ['family', 'cases'],
    queryFn: ({ signal }) => api.get<{ items: FollowedCase[] }>('/family/cases', { signal }),
  });
  const requests = useQuery({
    queryKey: ['family', 'requests'],
    queryFn: ({ signal }) => api.get<{ items: FamilyRequest[] }>('/family/requests', { signal }),
  });
  const error = cases.error ?? requests.error;
  const nothing = cases.data?.items.length === 0 && requests.data?.items.length === 0;
  return (
    <FamilyPage title="办理进度">
      {error && <ErrorState problem={error} onRetry={() => void Promise.all([cases.refetch(), requests.refetch()])} />}
      {(cases.isPending || requests.isPending) && <Skeleton rows={8} />}
      {nothing && (
        <Card label="办理进度">
          <EmptyState
            words="没有在办的事"
            why={
              registered
                ? '您提出的申请、学校为孩子办理的转学休学等都列在这里'
                : '您交给学校的填报和学校的答复都列在这里；建立学籍以后可办的事更多'
            }
            act={
              registered ? (
                <Button to="/family/ask">办事申请</Button>
              ) : (
                <Button to="/family/form">填写基本信息表</Button>
              )
            }
          />
        </Card>
      )}
      {cases.data?.items.map((one) => (
        <CaseCard key={one.id} one={one} />
      ))}
      {requests.data?.items.map((one) => (
        <RequestCard key={one.id} one={one} />
      ))}
    </FamilyPage>
  );
}

function CaseCard({ one }: { one: FollowedCase }): ReactNode {
  const { day } = useFamily();
  const told = one.events.filter(({ opinion }) => opinion !== null).at(-1);
  return (
    <Card title={one.kindTitle} side={<StatusChip kind={CASE_KINDS[one.tone]}>{one.stateWords}</StatusChip>}>
      <div className="family-form">
        <p className="small quiet">
          <span className="no-autospace">{one.number}</span> {dayWords(civilDate(one.openedOn), day)}立案
        </p>
        {one.holderName !== null && <p>现由{one.holderName}办理</p>}
        <FollowedDeadline one={one} today={day} />
        <FollowedTrack one={one} today={day} />
        {told && (
          <p>
            <b>{told.institutionName}</b>
            {told.label}：{told.opinion}
          </p>
        )}
      </div>
    </Card>
  );
}

function RequestCard({ one }: { one: FamilyRequest }): ReactNode {
  const { day } = useFamily();
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const withdraw = async () => {
    try {
      await api.post(`/family/requests/${one.id}/withdrawal`);
      await client.invalidateQueries({ queryKey: ['family', 'requests'] });
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  const { answer } = one;
  return (
    <Card
      title={`${one.kindWords}申请`}
      side={<StatusChip kind={REQUEST_KINDS[one.state]}>{one.stateWords}</StatusChip>}
    >
      <div className="family-form">
        <p className="small quiet">{`${dayWords(civilDate(one.sentOn), day)}向${one.receiverName}提出`}</p>
        {one.state === 'OPEN' && <p>{`应在${dayWords(civilDate(one.answerBy), day)}前答复`}</p>}
        <dl className="family-lines">
          {one.lines.map(({ label, value }) => (
            <div key={label} className="family-line">
              <dt>{label}</dt>
              <dd>{value === '' ? '（清空）' : value}</dd>
            </div>
          ))}
          <div className="family-line">
            <dt>说明</dt>
            <dd>{one.said}</dd>
          </div>
        </dl>
        <Shots papers={one.papers} />
        {answer && (
          <p>
            <b>{`${dayWords(civilDate(answer.on), day)}答复`}</b>
            {answer.opinion !== null && `：${answer.opinion}`}
            {answer.basis !== null && <span className="no-autospace">（{answer.basis}）</span>}
          </p>
        )}
        <ProblemLine problem={problem} />
        {one.state === 'OPEN' && <Button onPress={() => void withdraw()}>撤回申请</Button>}
      </div>
    </Card>
  );
}

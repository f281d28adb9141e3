/** 家长首页: what is to be done, if anything, and the few things one comes for. */
import { useQuery } from '@tanstack/react-query';
import {
  ChevronRight,
  Eye,
  FileCheck,
  type LucideIcon,
  MessageSquareWarning,
  PackageSearch,
  PenLine,
  ScrollText,
  Send,
} from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';
import type { FollowedCase } from '../../../cases/cases.api.ts';
import { api } from '../../../web/api-client.ts';
import { PlainFrame } from '../../../web/frame/plain-frame.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { BaseForm } from '../../form/form.api.ts';
import type { FamilyRequest } from '../../requests/requests.api.ts';
import { useFamily, useLeaving } from './family-frame.tsx';

/** /family */
export function Component(): ReactNode {
  const { childName, schoolName, classWords, relationWords, left, registered } = useFamily();
  const leave = useLeaving();
  useEffect(() => {
    document.title = '家长端';
  }, []);
  const form = useQuery({
    queryKey: ['family', 'form'],
    queryFn: ({ signal }) => api.get<BaseForm>('/family/form', { signal }),
    enabled: !left,
  });
  const cases = useQuery({
    queryKey: ['family', 'cases'],
    queryFn: ({ signal }) => api.get<{ items: FollowedCase[] }>('/family/cases', { signal }),
  });
  const requests = useQuery({
    queryKey: ['family', 'requests'],
    queryFn: ({ signal }) => api.get<{ items: FamilyRequest[] }>('/family/requests', { signal }),
  });
  const running = (cases.data?.items ?? []).filter(({ tone }) => tone === 'PROCESS').length;
  const waiting = (requests.data?.items ?? []).filter(({ state }) => state === 'OPEN').length;
  const under = running + waiting;
  return (
    <PlainFrame>
      <header className="family-head">
        <h1>{childName}</h1>
        <p className="quiet">{[schoolName, classWords].filter(Boolean).join(' ')}</p>
        {!registered && <p className="quiet">学籍待建立，学校正在登记新生</p>}
      </header>
      {!left && form.data && <ToDo form={form.data} />}
      <Card label="可办的事" flush>
        <ul className="family-menu">
          {registered && (
            <Item to="/family/record" icon={ScrollText} words="看学籍" note="基本信息、家庭成员、学籍历程" />
          )}
          {!registered && (
            <Item to="/family/form" icon={PenLine} words="填写基本信息表" note="补填、更正、照片、签字确认" />
          )}
          {registered && !left && (
            <Item to="/family/form" icon={PenLine} words="核对与更正" note="逐项核对、提出更正、签字确认" />
          )}
          {registered && !left && (
            <Item to="/family/ask" icon={Send} words="办事申请" note="转学、休学、复学，附照片即可" />
          )}
          <Item
            to="/family/progress"
            icon={PackageSearch}
            words="办理进度"
            note="在谁手里，还剩几个工作日"
            side={under > 0 ? <StatusChip kind="IN_PROCESS">{`${under}件在办`}</StatusChip> : undefined}
          />
          {registered && !left && (
            <Item to="/family/proofs" icon={FileCheck} words="在籍证明" note="自己开，凭码可核验，可撤销" />
          )}
          <Item to="/family/viewers" icon={Eye} words="谁看过" note="学校和教育局的每次查看" />
          {registered && !left && (
            <Item
              to="/family/ask/COMPLAINT"
              icon={MessageSquareWarning}
              words="异议和投诉"
              note="向学校或主管部门提出"
            />
          )}
        </ul>
      </Card>
      <div className="family-row">
        <span className="small quiet">
          您是{childName}的{relationWords}
        </span>
        <Button tone="quiet" onPress={() => void leave()}>
          退出
        </Button>
      </div>
    </PlainFrame>
  );
}

function ToDo({ form }: { form: BaseForm }): ReactNode {
  const lacking = form.findings.length;
  if (!form.toSign && lacking === 0) {
    const waits = form.proposed.length > 0 ? '您填的内容在学校，采用后再请您核对' : '';
    return (
      <Card label="要不要我做什么">
        <div className="family-row">
          <StateIcon kind="DONE" />
          <b>现在不用您做什么</b>
          {waits !== '' && <span className="small quiet">{waits}</span>}
        </div>
      </Card>
    );
  }
  const words =
    lacking > 0 && !form.registered
      ? `基本信息表还有${lacking}项要补正`
      : form.changed
        ? '签字以后信息有变，请再核对签字'
        : form.toSign === 'FINAL'
          ? '学校已审核，请再次核对签字'
          : form.registered
            ? '请核对学生基本信息表并签字'
            : '请填写学生基本信息表并签字';
  return (
    <Card label="要不要我做什么">
      <div className="family-form">
        <div className="family-row">
          <StateIcon kind="DUE_SOON" />
          <b>{words}</b>
        </div>
        <Button tone="primary" large to="/family/form">
          {form.registered ? '去核对签字' : '去填写签字'}
        </Button>
      </div>
    </Card>
  );
}

interface ItemProps {
  to: string;
  icon: LucideIcon;
  words: string;
  note: string;
  side?: ReactNode;
}

function Item({ to, icon: Icon, words, note, side }: ItemProps): ReactNode {
  return (
    <li>
      <Link to={to}>
        <Icon size={20} aria-hidden />
        <span>
          {words}
          <small>{note}</small>
        </span>
        <span>{side}</span>
        <ChevronRight size={16} aria-hidden />
      </Link>
    </li>
  );
}

/** 答复转学意愿: begin the transfer, decline on a lawful ground, take the wish back, or name another school. */
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { InvitationItem } from '../../invitations/invitations.api.ts';
import { GroundsDialog } from '../case/grounds-dialog.tsx';
import { arrange, decline, withdraw } from './invitation-queries.tsx';
import { SchoolField } from './school-field.tsx';
import { WishPapers } from './wish-papers.tsx';
import '../transfers.css';

/** What the reader may do; nothing where nothing is his to do. */
export function InvitationActs({ item }: { item: InvitationItem }): ReactNode {
  const [doing, setDoing] = useState<'PAPERS' | 'DECLINE' | 'WITHDRAW' | 'ARRANGE'>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { id, may, childName, toName } = item;
  const close = () => {
    setDoing(undefined);
    setProblem(undefined);
  };
  const run = async (act: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await act();
      await client.invalidateQueries({ queryKey: ['transfer-invitations'] });
      close();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const shown = { busy, problem, onClose: close };
  return (
    <span className="transfer-acts">
      {(may.includes('TAKE') || may.includes('ARRANGE')) && <Button onPress={() => setDoing('PAPERS')}>看材料</Button>}
      {may.includes('TAKE') && <Button onPress={() => navigate(`/transfers/open?invitation=${id}`)}>发起转学</Button>}
      {may.includes('DECLINE') && <Button onPress={() => setDoing('DECLINE')}>不能接收</Button>}
      {may.includes('WITHDRAW') && <Button onPress={() => setDoing('WITHDRAW')}>撤回</Button>}
      {may.includes('ARRANGE') && <Button onPress={() => setDoing('ARRANGE')}>安排学校</Button>}
      {doing === 'DECLINE' && (
        <GroundsDialog
          {...shown}
          title={`不能接收：${childName}`}
          path={`/transfer-invitations/${id}/refusal-grounds`}
          version={item.state}
          note="答复连同条款转达家长；学位不足的，由主管部门安排学校"
          act="答复不能接收"
          opinion=""
          instead="没有可以拒收的理由：依下列规定应予接收，请办理转入。"
          onGive={(reason, opinion) => void run(() => decline(id, reason, opinion))}
        />
      )}
      {doing === 'PAPERS' && (
        <Dialog open onClose={close} title={`家长材料：${childName}`} foot={<Button onPress={close}>返回</Button>}>
          <p className="dialog-facts">
            {item.groundWords}，{item.said}
          </p>
          <WishPapers id={id} />
        </Dialog>
      )}
      {doing === 'WITHDRAW' && (
        <Confirm {...shown} title="撤回转学意愿" act="撤回" onDo={() => void run(() => withdraw(id))}>
          {childName}去{toName}的转学意愿撤回后，家长可以另行提出。
        </Confirm>
      )}
      {doing === 'ARRANGE' && <Arrange {...shown} item={item} onDo={(to) => void run(() => arrange(id, to))} />}
    </span>
  );
}

interface ShownProps {
  busy: boolean;
  problem: unknown;
  onClose: () => void;
}

function Confirm({
  title,
  act,
  children,
  onDo,
  busy,
  problem,
  onClose,
}: ShownProps & { title: string; act: string; children: ReactNode; onDo: () => void }): ReactNode {
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button onPress={onClose}>返回</Button>
          <Button tone="primary" busy={busy} onPress={onDo}>
            {act}
          </Button>
        </>
      }
    >
      <p className="dialog-facts">{children}</p>
      <ProblemLine problem={problem} />
    </Dialog>
  );
}

function Arrange({
  item,
  onDo,
  busy,
  problem,
  onClose,
}: ShownProps & { item: InvitationItem; onDo: (toSchoolId: string) => void }): ReactNode {
  const [school, setSchool] = useState('');
  const [tried, setTried] = useState(false);
  const { institution } = useSession();
  const give = () => {
    setTried(true);
    if (school !== '') onDo(school);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`安排学校：${item.childName}`}
      foot={
        <>
          <span className="dialog-note">安排的学校须办理转入，不得以学位不足再行推托</span>
          <Button onPress={onClose}>返回</Button>
          <Button tone="primary" busy={busy} onPress={give}>
            安排
          </Button>
        </>
      }
    >
      <div className="transfer-form">
        <p className="dialog-facts">
          {item.gradeWords}，{item.fromName}。{item.toName}答复：{item.answer?.reasonWords}，{item.answer?.opinion}
        </p>
        <SchoolField
          label="接收学校"
          required
          under={institution.id}
          value={school}
          onChange={setSchool}
          problem={tried && school === '' ? '请选择本地所属、设有此年级的学校' : undefined}
        />
        <ProblemLine problem={problem} />
      </div>
    </Dialog>
  );
}

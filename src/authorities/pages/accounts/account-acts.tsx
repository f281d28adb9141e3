/** 账号办理: what the keeper of an account can do with it, by its state. */
import { type ReactNode, useState } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { api } from '../../../web/api-client.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { Menu, type MenuItem } from '../../../web/parts/floating/menu.tsx';
import { ReasonDialog } from '../../../web/parts/floating/reason-dialog.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { AccountView } from '../../accounts/accounts.api.ts';
import type { InstitutionView } from '../../institutions/institutions.api.ts';
import { useAct } from '../act.tsx';
import { useRenewing } from '../institutions/institution-queries.tsx';
import { ChangeRole } from './change-role-dialog.tsx';
import { GivenPassword } from './given-password.tsx';
import { TrainingDialog } from './training-dialog.tsx';

export type Doing = 'TRAIN' | 'UNLOCK' | 'SEAL' | 'UNSEAL' | 'CLOSE' | 'ROLE' | 'PASSWORD' | 'TOTP';

interface AccountMenuProps {
  account: AccountView;
  institution: InstitutionView;
  onBegin: (doing: Doing) => void;
}

/** One menu a line; what it begins is done in AccountDialogs, which stands outside the table. */
export function AccountMenu({ account, institution, onBegin }: AccountMenuProps): ReactNode {
  const items = itemsFor(account, institution, onBegin);
  if (items.length === 0) return null;
  return (
    <Menu items={items} align="end" tone="quiet">
      办理
    </Menu>
  );
}

interface AccountDialogsProps {
  account: AccountView;
  institution: InstitutionView;
  today: CivilDate;
  doing: Doing;
  onClose: () => void;
}

/** The dialog of the act that was begun. */
export function AccountDialogs({ account, institution, today, doing, onClose }: AccountDialogsProps): ReactNode {
  const renewing = useRenewing();
  const { busy, problem, run } = useAct();
  const [password, setPassword] = useState<string>();
  const at = `/accounts/${account.id}`;
  const withReason = (act: string) => (reason: string) => renewing(api.post(`${at}/${act}`, { reason }));
  const reset = () =>
    run(async () => {
      const given = await renewing(api.post<{ temporaryPassword: string }>(`${at}/reset-password`));
      setPassword(given.temporaryPassword);
    });
  const doThenClose = async (act: string) => {
    if (await run(() => renewing(api.post(`${at}/${act}`)))) onClose();
  };
  const who = `${account.roleWords}${account.personName}`;
  if (password !== undefined) {
    return (
      <GivenPassword
        title={`已重置${account.personName}的密码`}
        loginName={account.loginName}
        password={password}
        next="首次登录须改密码"
        onClose={onClose}
      />
    );
  }
  return (
    <>
      <TrainingDialog account={account} today={today} open={doing === 'TRAIN'} onClose={onClose} />
      <ChangeRole account={account} institution={institution} open={doing === 'ROLE'} onClose={onClose} />
      <ReasonDialog
        open={doing === 'SEAL'}
        onClose={onClose}
        title={`封存账号：${who}`}
        usual={['休假', '借调在外', '长期不用']}
        act="封存"
        onGive={withReason('seal')}
      >
        封存后不能登录，正在登录的两秒内退出；可以再启封。
      </ReasonDialog>
      <ReasonDialog
        open={doing === 'UNSEAL'}
        onClose={onClose}
        title={`启封账号：${who}`}
        usual={['返岗']}
        act="启封"
        onGive={withReason('unseal')}
      />
      <ReasonDialog
        open={doing === 'CLOSE'}
        onClose={onClose}
        title={`停用账号：${who}`}
        usual={['调离本岗位', '退休']}
        act="停用"
        danger
        onGive={withReason('close')}
      >
        停用后不能恢复：任职即日离任，所带班级空出。再上岗须另开账号。
      </ReasonDialog>
      <Confirming
        open={doing === 'PASSWORD'}
        title={`重置密码：${who}`}
        words="原密码即刻失效，正在登录的退出；新的临时密码只显示一次。"
        act="重置密码"
        busy={busy}
        problem={problem}
        onClose={onClose}
        onConfirm={() => void reset()}
      />
      <Confirming
        open={doing === 'TOTP'}
        title={`重置动态口令：${who}`}
        words="原验证器即刻失效；下次登录重新设置。请先确认是本人提出。"
        act="重置动态口令"
        busy={busy}
        problem={problem}
        onClose={onClose}
        onConfirm={() => void doThenClose('reset-totp')}
      />
      <Confirming
        open={doing === 'UNLOCK'}
        title={`解锁账号：${who}`}
        words="连续输错已锁定。请先确认是本人在登录，不是他人在试密码。"
        act="解锁"
        busy={busy}
        problem={problem}
        onClose={onClose}
        onConfirm={() => void doThenClose('unlock')}
      />
    </>
  );
}

function itemsFor(
  { state, isLocked, hasTotp }: AccountView,
  { accountRoles }: InstitutionView,
  begin: (doing: Doing) => void,
): MenuItem[] {
  if (state === 'CLOSED') return [];
  const item = (key: Doing, words: string, note?: string): MenuItem => ({
    key,
    words,
    note,
    onPress: () => begin(key),
  });
  return [
    item('TRAIN', '登记培训', state === 'UNTRAINED' ? '登记后启用' : '再次培训'),
    ...(isLocked ? [item('UNLOCK', '解锁')] : []),
    item('PASSWORD', '重置密码'),
    ...(hasTotp ? [item('TOTP', '重置动态口令')] : []),
    ...(accountRoles.length > 1 ? [item('ROLE', '换岗')] : []),
    ...(state === 'ACTIVE' ? [{ ...item('SEAL', '封存'), apart: true }] : []),
    ...(state === 'SEALED' ? [{ ...item('UNSEAL', '启封'), apart: true }] : []),
    item('CLOSE', '停用'),
  ];
}

interface ConfirmingProps {
  open: boolean;
  title: string;
  words: string;
  act: string;
  busy: boolean;
  problem: unknown;
  onClose: () => void;
  onConfirm: () => void;
}

/** Says what will happen before what cannot be taken back. */
function Confirming({ open, title, words, act, busy, problem, onClose, onConfirm }: ConfirmingProps): ReactNode {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={onConfirm}>
            {act}
          </Button>
        </>
      }
    >
      <ProblemLine problem={problem} />
      <p>{words}</p>
    </Dialog>
  );
}

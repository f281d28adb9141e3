/** 办理转入: find the child, fill in the form, tick the papers, see what both laws say, hand in. */

import { type ReactNode, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
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
import { newIdempotencyKey } from '../../../web/api-client.ts';
import { dayWords } from '../../../web/format.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { EmptyState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { FindingsList } from '../../../web/parts/findings/findings-list.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Columns, Stack } from '../../../web/parts/surface/layout.tsx';
import type { TakenUp } from '../../invitations/invitations.api.ts';
import type { FoundChild, TransferForm, TransferPreview } from '../../transfers.api.ts';
import { WishPapers } from '../invitations/wish-papers.tsx';
import { openTransfer, useChoices, usePreview, useTakenUp } from '../transfer-queries.tsx';
import { FindChildCard } from './find-child-card.tsx';
import { asksDistance, FormFields } from './form-fields.tsx';
import { BLANK, type Filled, formOf, missingIn } from './form-state.screen.ts';
import { PaperList, SIDE_WORDS } from './paper-list.tsx';
import '../transfers.css';

const TRAIL = [{ to: '/transfers', words: '转学' }];

/** /transfers/open */
export function Component(): ReactNode {
  const [child, setChild] = useState<FoundChild>();
  const [{ invitation }] = useAddressState({ invitation: '' });
  const { data: wish, error } = useTakenUp(invitation);
  const told = wish && (child === undefined || child.token === wish.child.token) ? wish : undefined;
  const shown = child ?? wish?.child;
  return (
    <Page>
      <PageHead trail={TRAIL} title="办理转入" />
      <ProblemLine problem={error} />
      {shown ? (
        <Apply key={shown.token} child={shown} wish={told && { ...told, id: invitation }} onFound={setChild} />
      ) : (
        <Columns template="minmax(0, 440px) minmax(0, 1fr)">
          <FindChildCard child={undefined} onFound={setChild} />
          <Card title="怎样办">
            <EmptyState words="先查到学生" why="查到后填写转学事由，系统即按两地规定列出材料、办理各方和最晚日期" />
          </Card>
        </Columns>
      )}
    </Page>
  );
}

interface ApplyProps {
  child: FoundChild;
  /** What the family said, where the transfer comes of a wish. */
  wish?: (TakenUp & { id: string }) | undefined;
  onFound: (child: FoundChild | undefined) => void;
}

function Apply({ child, wish, onFound }: ApplyProps): ReactNode {
  const navigate = useNavigate();
  const choices = useChoices();
  const [filled, setFilled] = useState<Filled>({
    ...BLANK,
    ...(wish ? { ground: wish.ground, moved: wish.moved ?? '', guardianApplies: true } : {}),
  });
  const [opinion, setOpinion] = useState('');
  const [offline, setOffline] = useState(NOT_OFFLINE);
  const today = civilDate(useSession().today);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const key = useMemo(newIdempotencyKey, []);
  const form = formOf(filled, child.grade);
  const preview = usePreview(child.token, form, receivedOnOf(offline));
  const missing = missingIn(filled);
  const needsReason = preview.data?.verdict === 'DISCRETIONARY' && opinion.trim() === '';

  const send = async () => {
    setTried(true);
    if (!form || Object.keys(missing).length > 0 || needsReason || isOfflineIncomplete(offline)) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const { caseId } = await openTransfer(
        {
          token: child.token,
          form,
          opinion: opinion.trim(),
          ...offlineOf(offline),
          ...(wish ? { invitationId: wish.id } : {}),
        },
        key,
      );
      void navigate(`/cases/${caseId}`);
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };

  const groups = child.classGroups.map(({ id, name, seated }) => ({ value: id, words: `${name}，现${seated}人` }));
  return (
    <Columns template="minmax(0, 400px) minmax(0, 1fr) minmax(0, 372px)" stackUnder={1180}>
      <Stack>
        <FindChildCard child={child} onFound={wish ? undefined : onFound} />
        {wish && (
          <Card title="家长说明">
            <p className="transfer-said">{wish.said}</p>
          </Card>
        )}
        {wish && (
          <Card title="家长材料">
            <WishPapers id={wish.id} />
          </Card>
        )}
        <Card title="转学申请">
          <div className="transfer-form">
            <FormFields
              filled={filled}
              onChange={setFilled}
              choices={choices.data}
              classGroups={groups}
              problems={tried ? missing : {}}
              asks={{
                exam: child.stage === 'SENIOR',
                special: child.special ?? undefined,
                distance: asksDistance(preview.data?.findings ?? []),
              }}
            />
          </div>
        </Card>
      </Stack>
      <Stack>
        <Papers preview={preview.data} filled={filled} onChange={(papers) => setFilled({ ...filled, papers })} />
        <Steps preview={preview.data} />
      </Stack>
      <Stack>
        <Verdict preview={preview.data} form={form} problem={preview.error} />
        <Card title="提交">
          <div className="transfer-form">
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
            <OfflineFields today={today} draft={offline} onChange={setOffline} tried={tried} />
            <ProblemLine problem={problem} />
            <Button tone="primary" large busy={busy} locked={lockOf(child, preview.data)} onPress={() => void send()}>
              提交签署
            </Button>
            <span className="transfer-note">经办人提交，主管领导签署后交下一方</span>
          </div>
        </Card>
      </Stack>
    </Columns>
  );
}

function lockOf({ blockedBy }: FoundChild, preview: TransferPreview | undefined): { reason: string } | undefined {
  if (blockedBy) return { reason: '此学生有在办的办件，办结后再提交' };
  const refused = preview?.findings.filter(({ verdict }) => verdict === 'REFUSE').length ?? 0;
  return refused > 0 ? { reason: `先处理${refused}项不符，才能提交` } : undefined;
}

interface PapersProps {
  preview: TransferPreview | undefined;
  filled: Filled;
  onChange: (papers: string[]) => void;
}

function Papers({ preview, filled, onChange }: PapersProps): ReactNode {
  const papers = preview?.papers ?? [];
  const here = papers.filter(({ code }) => filled.papers.includes(code)).length;
  return (
    <Card title="转学材料" note={papers.length === 0 ? undefined : `已备${here}项，共${papers.length}项`}>
      {papers.length === 0 ? (
        <EmptyState words="选定事由后列出" why="按转出、转入两地规定列出应交的材料" />
      ) : (
        <PaperList papers={papers} shown={filled.papers} onChange={onChange} />
      )}
    </Card>
  );
}

function Steps({ preview }: { preview: TransferPreview | undefined }): ReactNode {
  const today = civilDate(useSession().today);
  if (!preview) return null;
  return (
    <Card title="谁来办，最晚哪天" foot="各方都用满期限时的最晚日期，按国家公布的工作日计">
      <ol className="transfer-steps">
        {preview.steps.map(({ role, institutionName, latestOn }) => (
          <li key={role} className="transfer-step">
            <div>
              <b>{institutionName}</b>
              <span>{role}</span>
            </div>
            {latestOn !== null && <span>最晚{dayWords(civilDate(latestOn), today)}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

const KINDS = { REFUSE: 'REFUSED', DISCRETIONARY: 'JUDGEMENT', ALLOW: 'DONE' } as const;

interface VerdictProps {
  preview: TransferPreview | undefined;
  form: TransferForm | undefined;
  problem: unknown;
}

function Verdict({ preview, form, problem }: VerdictProps): ReactNode {
  if (problem) {
    return (
      <Card title="法规核对">
        <ProblemLine problem={problem} />
      </Card>
    );
  }
  if (!preview || !form) {
    return (
      <Card title="法规核对">
        <EmptyState words="选定事由后核对" why="转出、转入两地的规定一并核对，任何一方不许的都不能提交" />
      </Card>
    );
  }
  return (
    <FindingsList
      findings={preview.findings.map(({ verdict, sentence, remedy, chip, side, ruleId, code }, at) => {
        const [place = '', ...name] = chip.split('·');
        return {
          key: `${ruleId}/${code}/${at}`,
          kind: KINDS[verdict],
          sentence: side === null ? sentence : `${sentence}（${SIDE_WORDS[side]}）`,
          article: { place, name: name.join('·') },
          ...(remedy !== null && verdict !== 'ALLOW' ? { detail: remedy } : {}),
        };
      })}
    />
  );
}

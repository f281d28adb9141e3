/** 申请的各部分: what stands beside every form of a change: findings, papers, who decides, and the handing in. */
import { type ReactNode, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import {
  isOfflineIncomplete,
  NOT_OFFLINE,
  OfflineFields,
  offlineOf,
  receivedOnOf,
} from '../../cases/pages/offline/offline-parts.tsx';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { newIdempotencyKey } from '../../web/api-client.ts';
import { EmptyState, ProblemLine } from '../../web/parts/feedback/states.tsx';
import { FindingsList } from '../../web/parts/findings/findings-list.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Stack } from '../../web/parts/surface/layout.tsx';
import type { ShownPreview } from '../changes.api.ts';
import { findingOf } from './finding-words.screen.ts';
import './changes.css';

export { findingOf };

interface CitedLine {
  words: string;
  chip: string;
}

/** What the law says of the form, and the papers that it asks for. */
export function Verdict({
  preview,
  problem,
}: {
  preview: (ShownPreview & { deadlines?: CitedLine[] }) | undefined;
  problem: unknown;
}): ReactNode {
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
  const { findings, papers, deadlines = [] } = preview;
  return (
    <Stack>
      {findings.length > 0 ? (
        <FindingsList findings={findings.map(findingOf)} />
      ) : (
        <Card title="法规核对">
          <EmptyState words="本地没有对此的专门规定" why="由学籍主管部门按材料核办" />
        </Card>
      )}
      <Card title="应交材料" note={`${papers.length}项`}>
        {papers.length === 0 ? (
          <EmptyState words="规定没有列出材料" why="学校认为需要的，可在办件中上传" />
        ) : (
          <CitedLines lines={papers} />
        )}
      </Card>
      {deadlines.length > 0 && (
        <Card title="时限">
          <CitedLines lines={deadlines} />
        </Card>
      )}
    </Stack>
  );
}

function CitedLines({ lines }: { lines: readonly CitedLine[] }): ReactNode {
  return (
    <ul className="change-lines">
      {lines.map(({ words, chip }) => (
        <li key={words}>
          <span>{words}</span>
          <span className="change-note">{chip}</span>
        </li>
      ))}
    </ul>
  );
}

/** 谁来办: the parties of the way in their order. */
export function Steps({ preview }: { preview: ShownPreview | undefined }): ReactNode {
  if (!preview) return null;
  return (
    <Card title="谁来办" foot="现行规定没有给各方另定时限">
      <ol className="change-lines">
        {preview.steps.map(({ role, institutionName }) => (
          <li key={role}>
            <span>{institutionName}</span>
            <span className="change-note">{role}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** What a page does with the form once it is whole. */
export interface Sending {
  today: CivilDate;
  /** What the law says of the form; undefined while it is not whole. */
  preview: ShownPreview | undefined;
  /** Opens the case with the word to those who decide; answers with it. */
  open: (
    more: { opinion: string } & ReturnType<typeof offlineOf>,
    idempotencyKey: string,
  ) => Promise<{ caseId: string }>;
  /** Replaces the form of the case that is mended. */
  mend: () => Promise<unknown>;
}

/**
 * 提交: the word to those who decide, an application taken on paper before today, and the button; `caseId` is empty unless
 * a case is mended. Gives the card, whether sending was tried, and from which day the law is to be asked.
 */
export function useHandingIn(caseId: string): {
  tried: boolean;
  received: ReturnType<typeof receivedOnOf>;
  card: (sending: Sending) => ReactNode;
} {
  const navigate = useNavigate();
  const [opinion, setOpinion] = useState('');
  const [offline, setOffline] = useState(NOT_OFFLINE);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const key = useMemo(newIdempotencyKey, []);
  const mending = caseId !== '';
  const card = ({ today, preview, open, mend }: Sending) => {
    const mustSay = preview?.verdict === 'DISCRETIONARY';
    const isSaid = mending || !mustSay || opinion.trim() !== '';
    const refused = preview?.findings.filter(({ verdict }) => verdict === 'REFUSE').length ?? 0;
    const send = async () => {
      setTried(true);
      if (!preview || !isSaid || isOfflineIncomplete(offline)) return;
      setBusy(true);
      setProblem(undefined);
      try {
        const opened = mending ? await mend() : await open({ opinion: opinion.trim(), ...offlineOf(offline) }, key);
        void navigate(`/cases/${mending ? caseId : (opened as { caseId: string }).caseId}`);
      } catch (thrown) {
        setProblem(thrown);
        setBusy(false);
      }
    };
    return (
      <Card title={mending ? '保存补正' : '提交'}>
        <div className="change-form">
          {!mending && (
            <>
              <TextField
                label="说明"
                value={opinion}
                onChange={setOpinion}
                lines={3}
                maxLength={500}
                required={mustSay}
                hint="须酌定的，写明理由；其余可不填"
                problem={tried && !isSaid ? '有须酌定的事项，请写明理由' : undefined}
              />
              <OfflineFields today={today} draft={offline} onChange={setOffline} tried={tried} />
            </>
          )}
          <ProblemLine problem={problem} />
          <Button
            tone="primary"
            large
            busy={busy}
            locked={refused > 0 ? { reason: `先处理${refused}项不符，才能提交` } : undefined}
            onPress={() => void send()}
          >
            {mending ? '保存' : '提交签署'}
          </Button>
          <span className="change-note">
            {mending ? '保存后回到办件，再行提交' : '经办人提交，主管领导签署后交下一方'}
          </span>
        </div>
      </Card>
    );
  };
  return { tried, received: receivedOnOf(offline), card };
}

/** 申请的各部分: what stands beside every form of a change: findings, papers, who decides, and the handing in. */
import type { ReactNode } from 'react';
import { EmptyState, ProblemLine } from '../../web/parts/feedback/states.tsx';
import { FindingsList } from '../../web/parts/findings/findings-list.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Stack } from '../../web/parts/surface/layout.tsx';
import type { ShownPreview } from '../changes.api.ts';
import { findingOf } from './finding-words.screen.ts';
import './changes.css';

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

export interface HandInProps {
  mending: boolean;
  preview: ShownPreview | undefined;
  opinion: string;
  onOpinion: (opinion: string) => void;
  problem: unknown;
  /** A reason was asked for and is still missing. */
  reasonMissing: boolean;
  busy: boolean;
  onSend: () => void;
  /** 脱机受理, where the kind takes it. */
  offline?: ReactNode;
}

/** 提交: the word to those who decide, and the button. */
export function HandIn(props: HandInProps): ReactNode {
  const { mending, preview, opinion, onOpinion, problem, reasonMissing, busy, onSend, offline } = props;
  const refused = preview?.findings.filter(({ verdict }) => verdict === 'REFUSE').length ?? 0;
  return (
    <Card title={mending ? '保存补正' : '提交'}>
      <div className="change-form">
        {!mending && (
          <TextField
            label="说明"
            value={opinion}
            onChange={onOpinion}
            lines={3}
            maxLength={500}
            required={preview?.verdict === 'DISCRETIONARY'}
            hint="须酌定的，写明理由；其余可不填"
            problem={reasonMissing ? '有须酌定的事项，请写明理由' : undefined}
          />
        )}
        {!mending && offline}
        <ProblemLine problem={problem} />
        <Button
          tone="primary"
          large
          busy={busy}
          locked={refused > 0 ? { reason: `先处理${refused}项不符，才能提交` } : undefined}
          onPress={onSend}
        >
          {mending ? '保存' : '提交签署'}
        </Button>
        <span className="change-note">
          {mending ? '保存后回到办件，再行提交' : '经办人提交，主管领导签署后交下一方'}
        </span>
      </div>
    </Card>
  );
}

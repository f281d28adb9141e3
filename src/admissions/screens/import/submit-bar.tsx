/** 提交: the foot of an import: the marked workbook, the sound rows now, or all of them later, and taking it all back. */
import { Download, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { downloadFile } from '../../../web/api-client.ts';
import { countWords } from '../../../web/format.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { ActionBar, ActionBarActs } from '../../../web/parts/findings/decision-bar.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { ImportView } from '../../review/review.api.ts';
import { submitImport } from '../acts.screen.ts';
import { useRenewAdmissions } from '../admission-queries.tsx';
import { SubmitDialog } from '../submit/submit-dialog.tsx';
import { submissionWords } from './import-state.screen.ts';
import { UndoImport } from './undo-import.tsx';

/** `onJump` goes to the first row that must be mended. */
export function SubmitBar({ one, onJump }: { one: ImportView; onJump: () => void }): ReactNode {
  const submits = useMayCall()('POST /api/admissions/imports/:id/submissions');
  const renew = useRenewAdmissions();
  const [asking, setAsking] = useState<'GOOD' | 'ALL'>();
  const [problem, setProblem] = useState<unknown>();
  const [undoing, setUndoing] = useState(false);
  const [busy, setBusy] = useState(false);
  const fetchMarked = async () => {
    setBusy(true);
    setProblem(undefined);
    await downloadFile(`/admissions/imports/${one.id}/marked.xlsx`).catch(setProblem);
    setBusy(false);
  };
  if (!submits) {
    return (
      <ActionBar>
        <span className="bar-note">由学籍管理员修正、提交</span>
      </ActionBar>
    );
  }
  const faulty = one.red + one.amber;
  const clean = faulty === 0;
  return (
    <ActionBar>
      <Button large icon={Download} busy={busy} onPress={() => void fetchMarked()}>
        下载标注好的工作簿
      </Button>
      <span className="bar-note">错格标红并附批注，改完可再传</span>
      <ProblemLine problem={problem} />
      <ActionBarActs>
        {one.mayUndo && one.caseIds.length > 0 && (
          <Button large tone="danger" icon={Undo2} onPress={() => setUndoing(true)}>
            整批撤销
          </Button>
        )}
        {one.sound > 0 && <span className="bar-note">提交后、他人办理前，可整批撤销</span>}
        {!clean && (
          <Button
            large
            locked={{ reason: `还有${countWords(faulty)}行有误或待确认，先逐行处理`, onJump }}
            onPress={() => setAsking('ALL')}
          >
            全部改好再提交
          </Button>
        )}
        {one.sound > 0 ? (
          <Button large tone="primary" onPress={() => setAsking(clean ? 'ALL' : 'GOOD')}>
            {clean ? `提交${countWords(one.sound)}行` : `先提交${countWords(one.sound)}行`}
          </Button>
        ) : (
          one.caseIds.length === 0 && (
            <Button large tone="primary" locked={{ reason: '还没有可提交的行，先改有误的行', onJump }}>
              提交
            </Button>
          )
        )}
      </ActionBarActs>
      {undoing && <UndoImport one={one} onClose={() => setUndoing(false)} />}
      {asking && (
        <SubmitDialog
          title={`提交注册：${countWords(one.sound)}人`}
          intakeYear={one.intakeYear}
          facts={submissionWords(one)}
          count={one.sound}
          among={({ importId, sound }) => importId === one.id && sound}
          onClose={() => setAsking(undefined)}
          onSubmit={async (declaration, key) => {
            await submitImport(one.id, asking, declaration, key);
            await renew();
          }}
        />
      )}
    </ActionBar>
  );
}

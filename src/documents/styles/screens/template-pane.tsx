/** 自备模板: taken away with a sample, changed outside, handed in, seen, and put into force by another person. */
import { useQueryClient } from '@tanstack/react-query';
import { Download, Eye } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useMayCall, useSession } from '../../../authorities/sessions/session-parts.tsx';
import { ShownPaper } from '../../../evidence/screen/paper-parts.tsx';
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { api, downloadFile, fetchFile, sentenceOf, uploadFile } from '../../../web/api-client.ts';
import { EmptyState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import { FileDrop } from '../../../web/parts/form/file-drop.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { PaperStyleView, TemplateVersion } from '../styles.api.ts';
import { heldWords, STYLES, versionWords } from './style-words.screen.ts';

const MOST_BYTES = 64 * 1024;

export function TemplatePane({ view }: { view: PaperStyleView }): ReactNode {
  const client = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const [checking, setChecking] = useState(false);
  const [shown, setShown] = useState<{ id: string; blob: Blob }>();
  const [confirming, setConfirming] = useState<TemplateVersion>();
  const attempt = async (work: () => Promise<unknown>) => {
    setProblem(undefined);
    await work().catch((thrown: unknown) => setProblem(sentenceOf(thrown)));
  };
  const renew = async (saved: PaperStyleView) => {
    client.setQueryData([STYLES, view.paper], saved);
    await client.invalidateQueries({ queryKey: [STYLES], exact: true });
  };
  const hand = (file: File) =>
    attempt(async () => {
      setChecking(true);
      const sent = uploadFile<PaperStyleView>(`/paper-styles/${view.paper}/templates`, { file });
      await renew(await sent.finally(() => setChecking(false)));
    });
  const show = (id: string) =>
    attempt(async () => setShown({ id, blob: await fetchFile(`/paper-templates/${id}/preview.pdf`) }));
  const end = (id: string) => attempt(async () => renew(await api.delete<PaperStyleView>(`/paper-templates/${id}`)));
  return (
    <div className="styles-halves">
      <div className="styles-fields is-steps">
        <p className="quiet">{`现行模板：${heldWords(view.template, '本系统模板')}`}</p>
        <Faults faults={view.faults} />
        <div className="styles-acts">
          {view.template && !view.template.mine && (
            <Button icon={Eye} onPress={() => void show(view.template!.id)}>
              看上级模板样例
            </Button>
          )}
          <Button
            icon={Download}
            onPress={() => void attempt(() => downloadFile(`/paper-styles/${view.paper}/kit.zip`))}
          >
            下载模板和样例
          </Button>
        </div>
        <FileDrop
          accept={['.typ']}
          most={MOST_BYTES}
          disabled={checking}
          onFiles={([file]) => file && void hand(file)}
          hint="改好的.typ文件，不超过64KB；上传即用样例核验，缺项的不收"
        >
          {checking ? '正在用样例核验，请稍候' : '把改好的模板拖到这里，或点此选择'}
        </FileDrop>
        <ProblemLine problem={problem} />
        <Versions view={view} onShow={show} onEnd={end} onConfirm={setConfirming} />
        <p className="quiet">模板由一人提出、另一人启用；打印出错时自动改用本系统样式，不耽误出表。</p>
      </div>
      <section className="styles-preview" aria-label="模板样例">
        {shown ? (
          <ShownPaper key={shown.id} blob={shown.blob} what={`${view.title}样例`} />
        ) : (
          <EmptyState words="还没有看模板" why="点“看样例”，看模板用样例排出的文书" />
        )}
      </section>
      {confirming && (
        <ConfirmDialog
          version={confirming}
          title={view.title}
          onClose={() => setConfirming(undefined)}
          onDone={async (saved) => {
            setConfirming(undefined);
            await renew(saved);
          }}
        />
      )}
    </div>
  );
}

function Faults({ faults }: Pick<PaperStyleView, 'faults'>): ReactNode {
  if (faults.length === 0) return null;
  return (
    <section className="styles-faults" aria-label="模板出错">
      <b>近30天模板出错，已改用本系统样式打印：</b>
      <ul>
        {faults.map(({ id, at, words }) => (
          <li key={id}>{`${at}　${words}`}</li>
        ))}
      </ul>
    </section>
  );
}

interface VersionsProps {
  view: PaperStyleView;
  onShow: (id: string) => Promise<void>;
  onEnd: (id: string) => Promise<void>;
  onConfirm: (one: TemplateVersion) => void;
}

function Versions({ view, onShow, onEnd, onConfirm }: VersionsProps): ReactNode {
  const mayConfirm = useMayCall()('POST /api/paper-templates/:id/confirmation');
  return (
    <ul className="styles-versions">
      {view.versions.map((one) => {
        const { kind, words } = versionWords(one);
        return (
          <li key={one.id}>
            <StatusChip kind={kind}>{words}</StatusChip>
            <span className="styles-acts">
              <Button icon={Eye} onPress={() => void onShow(one.id)}>
                看样例
              </Button>
              <Button onPress={() => void downloadFile(`/paper-templates/${one.id}/source.typ`)}>下载</Button>
              {one.state === 'WAITING' && mayConfirm && (
                <Button
                  opens="dialog"
                  onPress={() => onConfirm(one)}
                  {...(one.own ? { locked: { reason: '由您提出，须由另一人启用' } } : {})}
                >
                  启用
                </Button>
              )}
              {one.state !== 'ENDED' && one.state !== 'REPLACED' && (
                <Button tone="danger" onPress={() => void onEnd(one.id)}>
                  {one.state === 'IN_FORCE' ? '停用' : '撤回'}
                </Button>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

interface ConfirmProps {
  version: TemplateVersion;
  title: string;
  onClose: () => void;
  onDone: (saved: PaperStyleView) => Promise<void>;
}

function ConfirmDialog({ version, title, onClose, onDone }: ConfirmProps): ReactNode {
  const today = civilDate(useSession().today);
  const [from, setFrom] = useState<CivilDate | undefined>(today);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      await onDone(await api.post<PaperStyleView>(`/paper-templates/${version.id}/confirmation`, { from }));
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`启用模板：${title}`}
      foot={
        <>
          <Button onPress={onClose}>取消</Button>
          <Button
            tone="primary"
            busy={busy}
            onPress={() => void confirm()}
            {...(from ? {} : { locked: { reason: '请填启用日' } })}
          >
            启用
          </Button>
        </>
      }
    >
      <ProblemLine problem={problem} />
      <p>{`${version.proposedByName}${version.proposedOn}提出。启用后，本辖区学校此日起按此模板打印，下级另有设定的照下级。`}</p>
      <DateField label="启用日" required value={from} onChange={setFrom} today={today} from={today} />
    </Dialog>
  );
}

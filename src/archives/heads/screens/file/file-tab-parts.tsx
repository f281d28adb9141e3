/** 学籍档案页签: the heads of a student's file with what is there and what is missing; it prints as the contents page. */
import { FilePlus, Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { ErrorState, ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { FindingLine } from '../../../../web/parts/findings/finding-line.tsx';
import { StateIcon } from '../../../../web/parts/state/state-icon.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Facts } from '../../../../web/parts/surface/dot.tsx';
import type { FileView } from '../../heads.api.ts';
import { FileItems } from './file-items.tsx';
import { FilePaper } from './file-paper.tsx';
import { useFile, useFileActs } from './file-queries.tsx';
import { PaperDialog } from './paper-dialog.tsx';
import { StudentHealthDialog } from './student-health.tsx';
import './file.css';

/** The tab on the student's page. */
export function FileTab({ student }: { student: { studentId: string } }): ReactNode {
  const { data, error, refetch } = useFile(student.studentId);
  if (error && !data) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={14} />;
  return <File file={data} />;
}

export type Shown = { kind: 'PAPER'; id: string; what: string } | { kind: 'HEALTH' } | { kind: 'ADD' };

function File({ file }: { file: FileView }): ReactNode {
  const [shown, show] = useState<Shown>();
  const close = () => show(undefined);
  return (
    <div className="file">
      <Summary file={file} onAdd={() => show({ kind: 'ADD' })} />
      <div className="file-heads">
        {file.heads.map((head, at) => (
          <HeadSection key={head.code} head={head} ordinal={at} file={file} onShow={show} />
        ))}
      </div>
      {shown?.kind === 'PAPER' && (
        <PaperDialog studentId={file.studentId} paperId={shown.id} what={shown.what} onClose={close} />
      )}
      {shown?.kind === 'HEALTH' && <StudentHealthDialog studentId={file.studentId} onClose={close} />}
      {shown?.kind === 'ADD' && <FilePaper file={file} onClose={close} />}
    </div>
  );
}

function Summary({ file, onAdd }: { file: FileView; onAdd: () => void }): ReactNode {
  const { heads, due, closed, asOf, schoolName, mayAdd } = file;
  const lacking = heads.filter(({ missing }) => missing.length > 0).length;
  return (
    <div className="file-summary">
      <StateIcon kind={due?.overdue ? 'OVERDUE' : lacking > 0 ? 'JUDGEMENT' : 'DONE'} />
      <p>
        <b>{closed ? `档案到${asOf}转出为止` : lacking > 0 ? `${heads.length}部分中缺${lacking}部分` : '各部分齐全'}</b>
        <span className="quiet">
          <Facts>
            {schoolName}
            {!closed && `截至${asOf}`}
            {due && !closed && due.sentence}
          </Facts>
        </span>
      </p>
      <span className="file-acts screen-only">
        <Button icon={Printer} onPress={() => print()}>
          打印目录
        </Button>
        {mayAdd && (
          <Button icon={FilePlus} onPress={onAdd}>
            归档材料
          </Button>
        )}
      </span>
    </div>
  );
}

interface HeadSectionProps {
  head: FileView['heads'][number];
  ordinal: number;
  file: FileView;
  onShow: (shown: Shown) => void;
}

const ORDINALS = '一二三四五六七';

function HeadSection({ head, ordinal, file, onShow }: HeadSectionProps): ReactNode {
  const { code, title, chip, items, missing, noted, mayNote } = head;
  const [place = '', name = ''] = chip.split('·');
  return (
    <section className="file-head" aria-labelledby={`head-${code}`}>
      <h3 id={`head-${code}`}>
        <span className="quiet">{ORDINALS[ordinal]}、</span>
        {title}
        {items.length > 0 && <span className="file-count">{items.length}项</span>}
        {code === 'HEALTH' && items.length > 0 && file.mayOpenHealth && (
          <span className="screen-only">
            <Button tone="quiet" onPress={() => onShow({ kind: 'HEALTH' })}>
              看数值
            </Button>
          </span>
        )}
      </h3>
      {missing.length > 0 && (
        <ul className="findings">
          {missing.map((gap) => {
            const [at = place, article = name] = gap.chip.split('·');
            return (
              <FindingLine
                key={gap.sentence}
                finding={{
                  ...{ key: gap.sentence, kind: 'JUDGEMENT', sentence: gap.sentence, detail: gap.remedy },
                  article: { place: at, name: article },
                  ...(mayNote && gap.sentence.startsWith('缺') ? { cure: <NoteNone head={head} file={file} /> } : {}),
                }}
              />
            );
          })}
        </ul>
      )}
      {items.length === 0 && missing.length === 0 && (
        <p className="file-none">
          {noted ? (
            <>
              <StateIcon kind="DONE" />
              已注明：{noted}
            </>
          ) : (
            <span className="quiet">没有内容</span>
          )}
        </p>
      )}
      <FileItems
        items={items}
        onPaper={(id, what) => onShow({ kind: 'PAPER', id, what })}
        onOpen={code === 'HEALTH' && file.mayOpenHealth ? () => onShow({ kind: 'HEALTH' }) : undefined}
      />
    </section>
  );
}

/** 注明无, where there really is nothing. */
function NoteNone({ head, file }: Pick<HeadSectionProps, 'head' | 'file'>): ReactNode {
  const { noteNone } = useFileActs();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const note = async () => {
    setBusy(true);
    try {
      await noteNone({ head: head.code as 'AWARDS', studentIds: [file.studentId] });
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className="screen-only">
      <Button tone="quiet" busy={busy} onPress={() => void note()}>
        确无，注明
      </Button>
      <ProblemLine problem={problem} />
    </span>
  );
}

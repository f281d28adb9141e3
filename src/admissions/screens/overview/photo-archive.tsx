/** 照片压缩包: one archive with the pictures of many entrants; what fitted nobody is listed with the reason. */
import { Images } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { countWords, sizeWords } from '../../../web/format.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { FileDrop } from '../../../web/parts/form/file-drop.tsx';
import { ProgressBar } from '../../../web/parts/progress/progress-bar.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { type PhotosTaken, uploadPhotos } from '../acts.screen.ts';
import { useRenewAdmissions } from '../admission-queries.tsx';
import './overview.css';

const MOST_BYTES = 200 * 1_048_576;
const ENDINGS = ['.zip'];

/** The button and its dialog. */
export function PhotoArchive(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={Images} onPress={() => setOpen(true)}>
        上传照片
      </Button>
      {open && <ArchiveDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function ArchiveDialog({ onClose }: { onClose: () => void }): ReactNode {
  const renew = useRenewAdmissions();
  const [part, setPart] = useState<number>();
  const [taken, setTaken] = useState<PhotosTaken>();
  const [problem, setProblem] = useState<unknown>();
  const running = useRef<AbortController>(undefined);
  const send = async (file: File) => {
    const call = new AbortController();
    running.current = call;
    setPart(0);
    setTaken(undefined);
    setProblem(undefined);
    try {
      setTaken(await uploadPhotos(file, { onProgress: setPart, signal: call.signal }));
      await renew();
    } catch (thrown) {
      if (!call.signal.aborted) setProblem(thrown);
    } finally {
      setPart(undefined);
    }
  };
  const close = () => {
    running.current?.abort();
    onClose();
  };
  return (
    <Dialog open onClose={close} title="上传照片" foot={<Button onPress={close}>{taken ? '完成' : '关闭'}</Button>}>
      {part === undefined ? (
        <FileDrop
          accept={ENDINGS}
          most={MOST_BYTES}
          onFiles={([first]) => first && void send(first)}
          hint={`每人一张，文件名为身份证件号，或“学校标识码_班号_姓名”；压缩包不超过${sizeWords(MOST_BYTES)}`}
        >
          把照片压缩包拖到这里，或点此选择
        </FileDrop>
      ) : (
        <ProgressBar
          words={part < 1 ? '上传照片' : '已收到，正在逐张对应'}
          unit="%"
          progress={{ state: 'RUNNING', done: Math.round(part * 100), total: 100 }}
          note="完成前请不要离开此页"
          onCancel={() => running.current?.abort()}
        />
      )}
      {taken && <Outcome taken={taken} />}
      <ProblemLine problem={problem} />
    </Dialog>
  );
}

function Outcome({ taken: { taken, unmatched, unusable } }: { taken: PhotosTaken }): ReactNode {
  return (
    <div role="status" className="photos-taken">
      <p className="sound tone-green">
        <StateIcon kind="DONE" />
        {countWords(taken)}张已对应到人
      </p>
      {unmatched.length > 0 && (
        <p>
          {countWords(unmatched.length)}张没有对应的人，请核对文件名：{unmatched.slice(0, 8).join('、')}
          {unmatched.length > 8 ? '等' : ''}
        </p>
      )}
      {unusable.length > 0 && (
        <ul>
          {unusable.slice(0, 8).map(({ name, why }) => (
            <li key={name}>
              {name}：{why}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

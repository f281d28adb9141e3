/** 上传报名表: the drop zone with its limits, and the upload while it runs. */
import { Download } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { downloadFile, newIdempotencyKey } from '../../../web/api-client.ts';
import { sizeWords } from '../../../web/format.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { FileDrop } from '../../../web/parts/form/file-drop.tsx';
import { ProgressBar } from '../../../web/parts/progress/progress-bar.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Line } from '../../../web/parts/surface/layout.tsx';
import { uploadWorkbook } from '../acts.screen.ts';
import { useRenewAdmissions } from '../admission-queries.tsx';
import './import.css';

/** The largest workbook the server takes. */
const MOST_BYTES = 50 * 1_048_576;
const ENDINGS = ['.xlsx'];

/** Takes the workbook and goes on to its page. What fails stays said here, with the way to mend it. */
export function UploadWorkbook(): ReactNode {
  const navigate = useNavigate();
  const renew = useRenewAdmissions();
  const [file, setFile] = useState<File>();
  const [part, setPart] = useState(0);
  const [problem, setProblem] = useState<unknown>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const send = async (chosen: File) => {
    const call = new AbortController();
    running.current = call;
    setFile(chosen);
    setPart(0);
    setProblem(undefined);
    try {
      const idempotencyKey = newIdempotencyKey();
      const made = await uploadWorkbook(chosen, { onProgress: setPart, signal: call.signal, idempotencyKey });
      void renew();
      navigate(`/admissions/imports/${made.id}`, { replace: true });
    } catch (thrown) {
      if (!call.signal.aborted) setProblem(thrown);
      setFile(undefined);
    }
  };

  return (
    <Card title="上传报名表" side={<TemplateButton />}>
      <div className="upload-room">
        {file ? (
          <ProgressBar
            words={part < 1 ? `上传“${file.name}”` : `“${file.name}”已收到，正在核对表头`}
            unit={`，${sizeWords(file.size)}`}
            progress={{ state: 'RUNNING', done: Math.round(part * 100), total: 100 }}
            note="上传完才能离开此页"
            onCancel={() => running.current?.abort()}
          />
        ) : (
          <FileDrop
            accept={ENDINGS}
            most={MOST_BYTES}
            onFiles={([first]) => first && void send(first)}
            hint={`仅限${ENDINGS[0]}工作簿，不超过${sizeWords(MOST_BYTES)}；表头用本系统模板或其栏目名称，顺序不限`}
          >
            把报名表拖到这里，或点此选择
          </FileDrop>
        )}
        <ProblemLine problem={problem} />
        <ol className="upload-says">
          <li>先逐行校验、查重，不会直接建学籍</li>
          <li>有误的格在网页上改，或下载标注好的工作簿改完再传</li>
          <li>改好的先提交，主管部门核办后才建立学籍</li>
        </ol>
      </div>
    </Card>
  );
}

/** 下载模板, with what went wrong beside it. */
export function TemplateButton(): ReactNode {
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const fetchIt = async () => {
    setBusy(true);
    setProblem(undefined);
    await downloadFile('/admissions/template.xlsx').catch(setProblem);
    setBusy(false);
  };
  return (
    <Line>
      <ProblemLine problem={problem} />
      <Button icon={Download} busy={busy} onPress={() => void fetchIt()}>
        下载模板
      </Button>
    </Line>
  );
}

/** 导入学校名录: choose a workbook, mend what is wrong in place, found the schools of the sound lines. */
import { Download, School } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { api, downloadFile, newIdempotencyKey, uploadFile } from '../../../web/api-client.ts';
import { countWords } from '../../../web/format.ts';
import { useLeavingGuard } from '../../../web/frame/leaving-guard.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { EmptyState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { FileDrop } from '../../../web/parts/form/file-drop.tsx';
import { SplitBar } from '../../../web/parts/progress/split-bar.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Figure, Figures } from '../../../web/parts/surface/figure.tsx';
import type { CheckedSchoolRow, ReadSchools } from '../../institutions/importing/importing.api.ts';
import { useSession } from '../../sessions/session-parts.tsx';
import { formProblem, useAct } from '../act.tsx';
import { useRenewing } from '../institutions/institution-queries.tsx';
import { soundRows, withoutRow, withValues } from './lines.screen.ts';
import { SchoolLines } from './school-lines.tsx';
import './importing.css';

const MOST_BYTES = 10 * 2 ** 20;
const TRAIL = [{ to: '/institutions', words: '机构账号' }];

interface Sheet extends ReadSchools {
  fileName: string;
  /** Of the founding: the same until it is through, so that a broken line founds nothing twice. */
  key: string;
}

/** What was read lives on this page only; nothing is kept before the schools are founded. */
export function Component(): ReactNode {
  const { institution } = useSession();
  const [sheet, setSheet] = useState<Sheet>();
  const [made, setMade] = useState<number>();
  const { busy, problem, run } = useAct();
  useLeavingGuard(sheet !== undefined);
  const read = ([file]: readonly File[]) => {
    if (!file) return;
    void run(async () => {
      const answer = await uploadFile<ReadSchools>('/institutions/import/read', { file });
      setSheet({ ...answer, fileName: file.name, key: newIdempotencyKey() });
    });
  };
  if (sheet) return <Mending sheet={sheet} onChange={setSheet} onFounded={setMade} />;
  return (
    <Page>
      <PageHead trail={TRAIL} title="导入学校名录" facts={`导入到${institution.name}`} />
      <ProblemLine problem={formProblem(problem)} />
      {made !== undefined && (
        <Card label="导入结果">
          <EmptyState
            icon={School}
            words={`已设立${countWords(made)}所学校`}
            why="接着为各校开设学籍管理员和主管领导的账号，登记培训后即可办理入学注册"
            act={<Button to="/institutions">看机构目录</Button>}
          />
        </Card>
      )}
      <Card
        title="选择工作簿"
        side={
          <Button
            icon={Download}
            tone="quiet"
            onPress={() => void run(() => downloadFile('/institutions/import/template'))}
          >
            下载模板
          </Button>
        }
      >
        <FileDrop
          accept={['.xlsx']}
          most={MOST_BYTES}
          onFiles={read}
          disabled={busy}
          hint="一校一行，最多2000行；仅限.xlsx，不超过10兆"
        >
          {busy ? '正在读取和校验' : '把学校名录工作簿拖到这里，或点此选择'}
        </FileDrop>
      </Card>
    </Page>
  );
}

interface MendingProps {
  sheet: Sheet;
  onChange: (sheet: Sheet | undefined) => void;
  onFounded: (made: number) => void;
}

function Mending({ sheet, onChange, onFounded }: MendingProps): ReactNode {
  const renewing = useRenewing();
  const { busy, problem, run } = useAct();
  const { rows, fileName, unknownHeadings } = sheet;
  const sound = soundRows(rows);
  const faulty = rows.length - sound.length;

  const check = async (changed: readonly CheckedSchoolRow[]) => {
    const sent = changed.map(({ row, values }) => ({ row, values }));
    const answer = await api.post<{ rows: CheckedSchoolRow[] }>('/institutions/import/check', { rows: sent });
    onChange({ ...sheet, rows: answer.rows, key: newIdempotencyKey() });
  };
  const leaveOut = (row: number) =>
    run(async () => {
      const left = withoutRow(rows, row);
      if (left.length === 0) onChange(undefined);
      else await check(left);
    });
  const found = () =>
    run(async () => {
      const sent = sound.map(({ row, values }) => ({ row, values }));
      const options = { idempotencyKey: sheet.key };
      const { made } = await renewing(api.post<{ made: number }>('/institutions/import', { rows: sent }, options));
      onFounded(made);
      onChange(undefined);
    });
  return (
    <Page fill>
      <PageHead
        trail={TRAIL}
        title="导入学校名录"
        facts={`${fileName}，${countWords(rows.length)}行`}
        side={<Button onPress={() => onChange(undefined)}>换一个工作簿</Button>}
      />
      <Card label="校验结果">
        <div className="import-sum">
          <Figures>
            <Figure value={countWords(sound.length)} words="行可导入" />
            {faulty > 0 && <Figure value={countWords(faulty)} words="行有误，须改" tone="red" />}
          </Figures>
          <SplitBar
            label="校验结果"
            width={260}
            shares={[
              { key: 'sound', words: '可导入', count: sound.length, colour: 'green' },
              { key: 'faulty', words: '有误', count: faulty, colour: 'red' },
            ]}
          />
          {unknownHeadings.length > 0 && <span className="quiet">{`未用的栏目：${unknownHeadings.join('、')}`}</span>}
        </div>
      </Card>
      <ProblemLine problem={formProblem(problem)} />
      <Card
        label="学校名录"
        fill
        flush
        foot={
          <>
            <span>{faulty > 0 ? `有误的${countWords(faulty)}行改好才导入；现在导入则略去` : '全部无误'}</span>
            <span className="import-act">
              <Button
                tone="primary"
                large
                busy={busy}
                onPress={() => void found()}
                locked={sound.length === 0 ? { reason: '没有可导入的行，请先改正' } : undefined}
              >
                {`设立${countWords(sound.length)}所学校`}
              </Button>
            </span>
          </>
        }
      >
        <SchoolLines
          columns={sheet.columns}
          rows={rows}
          onMend={(row, values) => check(withValues(rows, row, values))}
          onLeaveOut={(row) => void leaveOut(row)}
        />
      </Card>
    </Page>
  );
}

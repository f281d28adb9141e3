/** 导入学校名录: choose a workbook, mend what is wrong in place, found the schools of the sound lines. */
import { Download, School } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { api, downloadFile, newIdempotencyKey, uploadFile } from '../../../web/api-client.ts';
import { countWords } from '../../../web/format.ts';
import { useLeavingGuard } from '../../../web/frame/leaving-guard.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { EmptyState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { FileDrop } from '../../../web/parts/form/file-drop.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { MendWorkbook } from '../../../web/parts/workbook/mend-workbook.tsx';
import type { CheckedSchoolRow, ReadSchools } from '../../institutions/importing/importing.api.ts';
import { useSession } from '../../sessions/session-parts.tsx';
import { formProblem, useAct } from '../act.tsx';
import { useRenewing } from '../institutions/institution-queries.tsx';

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

/** Columns that are always shown; the others only where something is wrong in one of them. */
const SHOWN = { code: 130, name: undefined, schoolType: 140, ownership: 84, upper: 180, place: 110 };
const asSent = (rows: readonly CheckedSchoolRow[]) => rows.map(({ row, values }) => ({ row, values }));

interface MendingProps {
  sheet: Sheet;
  onChange: (sheet: Sheet | undefined) => void;
  onFounded: (made: number) => void;
}

function Mending({ sheet, onChange, onFounded }: MendingProps): ReactNode {
  const renewing = useRenewing();
  const { rows, fileName, unknownHeadings, columns } = sheet;
  const check = async (changed: readonly CheckedSchoolRow[]) => {
    if (changed.length === 0) return onChange(undefined);
    const body = { rows: asSent(changed) };
    const answer = await api.post<{ rows: CheckedSchoolRow[] }>('/institutions/import/check', body);
    onChange({ ...sheet, rows: answer.rows, key: newIdempotencyKey() });
  };
  const found = async (sound: readonly CheckedSchoolRow[]) => {
    const options = { idempotencyKey: sheet.key };
    const { made } = await renewing(
      api.post<{ made: number }>('/institutions/import', { rows: asSent(sound) }, options),
    );
    onFounded(made);
    onChange(undefined);
  };
  return (
    <Page fill>
      <PageHead
        trail={TRAIL}
        title="导入学校名录"
        facts={`${fileName}，${countWords(rows.length)}行`}
        side={<Button onPress={() => onChange(undefined)}>换一个工作簿</Button>}
      />
      <MendWorkbook
        label="学校名录"
        {...{ columns, unknownHeadings }}
        lines={rows}
        shown={SHOWN}
        named="name"
        words={{ take: '导入', act: (count) => `设立${count}所学校` }}
        onCheck={check}
        onTake={found}
      />
    </Page>
  );
}

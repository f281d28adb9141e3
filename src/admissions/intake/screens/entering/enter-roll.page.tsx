/** 登记录取名册: a workbook whose bad lines are mended in place, or one child after another. */
import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { downloadFile } from '../../../../web/api-client.ts';
import { countWords } from '../../../../web/format.ts';
import { useLeavingGuard } from '../../../../web/frame/leaving-guard.ts';
import { Page, PageHead } from '../../../../web/frame/page.tsx';
import { EmptyState, ErrorState, ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { FileDrop } from '../../../../web/parts/form/file-drop.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { Columns } from '../../../../web/parts/surface/layout.tsx';
import { MendWorkbook } from '../../../../web/parts/workbook/mend-workbook.tsx';
import type { CheckedRollLine, ReadRoll } from '../../roll/roll.api.ts';
import { type Stage, useRoll, useRollActs, useRunning } from '../roll-queries.tsx';
import { planWords } from '../roll-words.screen.ts';
import { EnterOne } from './enter-one.tsx';
import '../roll.css';

const MOST_BYTES = 10 * 2 ** 20;
const TRAIL = [
  { to: '/admissions', words: '入学注册' },
  { to: '/admissions/roll', words: '录取名册' },
];

interface Sheet extends ReadRoll {
  fileName: string;
}

/** /admissions/roll/enter */
export function Component(): ReactNode {
  const query = useRoll();
  const acts = useRollActs();
  const { busy, problem, run } = useRunning();
  const [wished, setWished] = useState('');
  const [sheet, setSheet] = useState<Sheet>();
  const [entered, setEntered] = useState<number>();
  useLeavingGuard(sheet !== undefined);
  const open = (query.data?.stages ?? []).filter(({ mayEnter }) => mayEnter);
  const closed = (query.data?.stages ?? []).filter(({ mayEnter }) => !mayEnter);
  const stage = (open.find((one) => one.stage === wished) ?? open[0])?.stage;
  const read = ([file]: readonly File[]) => {
    if (!file || !stage) return;
    void run(async () => {
      setSheet({ ...(await acts.read(stage, file)), fileName: file.name });
      setEntered(undefined);
    });
  };
  if (sheet && stage) {
    return (
      <Mending
        sheet={sheet}
        stage={stage}
        onChange={setSheet}
        onEntered={(count) => {
          setEntered(count);
          setSheet(undefined);
        }}
      />
    );
  }
  return (
    <Page>
      <PageHead
        trail={TRAIL}
        title="登记名册"
        facts={open.map(planWords).join('，')}
        side={
          open.length > 1 && (
            <SelectField
              label="学段"
              value={stage ?? ''}
              onChange={setWished}
              empty={null}
              options={open.map((one) => ({ value: one.stage, words: one.words }))}
            />
          )
        }
      />
      {query.error && !query.data && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data && open.length === 0 && (
        <EmptyState
          words="名册不由本单位登记"
          why={closed.map(({ words, enteredBy }) => `${words}由${enteredBy ?? '上级教育行政部门'}登记`).join('；')}
        />
      )}
      {stage && (
        <Columns template="minmax(0, 1fr) minmax(0, 1fr)">
          <Card
            title="导入工作簿"
            side={
              <Button
                icon={Download}
                tone="quiet"
                onPress={() => void run(() => downloadFile('/admission-roll/template.xlsx'))}
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
              hint="一人一行，最多3000行；仅限.xlsx，不超过10兆"
            >
              {busy ? '正在读取和校验' : '把录取名册拖到这里，或点此选择'}
            </FileDrop>
            <ProblemLine problem={problem} />
            {entered !== undefined && (
              <p role="status">
                {countWords(entered)}人已列入名册 <Button to="/admissions/roll">看名册</Button>
              </p>
            )}
          </Card>
          <EnterOne key={stage} stage={stage} />
        </Columns>
      )}
    </Page>
  );
}

/** Columns of a roll that are always shown; the others only where something is said of one of them. */
const SHOWN = { name: 124, identityNumber: 180, way: 124, noticeNumber: 124, formerSchool: undefined };

interface MendingProps {
  sheet: Sheet;
  stage: Stage;
  onChange: (sheet: Sheet | undefined) => void;
  onEntered: (count: number) => void;
}

function Mending({ sheet, stage, onChange, onEntered }: MendingProps): ReactNode {
  const acts = useRollActs();
  const { rows, fileName, unknownHeadings, columns } = sheet;
  const check = async (changed: readonly CheckedRollLine[]) => {
    if (changed.length === 0) return onChange(undefined);
    onChange({ ...sheet, ...(await acts.check(stage, changed)) });
  };
  return (
    <Page fill>
      <PageHead
        trail={TRAIL}
        title="登记名册"
        facts={`${fileName}，${countWords(rows.length)}行`}
        side={<Button onPress={() => onChange(undefined)}>换一个工作簿</Button>}
      />
      <MendWorkbook
        label="录取名册"
        {...{ columns, unknownHeadings }}
        lines={rows}
        shown={SHOWN}
        named="name"
        words={{ take: '列入', act: (count) => `${count}人列入名册` }}
        onCheck={check}
        onTake={async (sound) => onEntered((await acts.enter(stage, sound)).entered)}
      />
    </Page>
  );
}

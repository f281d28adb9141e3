/** 改工作簿: how many lines can go in, the lines with what is wrong mended in place, and one press that takes the sound ones. */
import { type ReactNode, useState } from 'react';
import { countWords } from '../../format.ts';
import { ProblemLine } from '../feedback/states.tsx';
import { SplitBar } from '../progress/split-bar.tsx';
import { Button } from '../surface/button.tsx';
import { Card } from '../surface/card.tsx';
import { Figure, Figures } from '../surface/figure.tsx';
import { isSound, type WorkbookLine, withoutRow, withValues } from './lines.ts';
import { WorkbookLines, type WorkbookLinesProps } from './workbook-lines.tsx';
import './workbook.css';

interface MendWorkbookProps<L extends WorkbookLine>
  extends Pick<WorkbookLinesProps, 'label' | 'columns' | 'shown' | 'named'> {
  lines: readonly L[];
  /** 未用的栏目: what the sheet has and nobody reads. */
  unknownHeadings: readonly string[];
  /** The verb of taking a line in (列入), and the words of the press for so many lines. */
  words: { take: string; act: (count: string) => string };
  /** Has changed lines checked again and shows them; with none left the workbook is put away. */
  onCheck: (lines: readonly L[]) => Promise<void>;
  /** Takes the sound lines. */
  onTake: (sound: readonly L[]) => Promise<unknown>;
}

/** Everything under the head of a page that fills the window. What was read lives on the page until it is taken. */
export function MendWorkbook<L extends WorkbookLine>(props: MendWorkbookProps<L>): ReactNode {
  const { lines, unknownHeadings, words, onCheck, onTake, ...table } = props;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const sound = lines.filter(isSound);
  const faulty = lines.length - sound.length;
  const able = `可${words.take}`;
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Card label="校验结果">
        <div className="workbook-sum">
          <Figures>
            <Figure value={countWords(sound.length)} words={`行${able}`} />
            {faulty > 0 && <Figure value={countWords(faulty)} words="行有误，须改" tone="red" />}
          </Figures>
          <SplitBar
            label="校验结果"
            width={260}
            shares={[
              { key: 'sound', words: able, count: sound.length, colour: 'green' },
              { key: 'faulty', words: '有误', count: faulty, colour: 'red' },
            ]}
          />
          {unknownHeadings.length > 0 && <span className="quiet">{`未用的栏目：${unknownHeadings.join('、')}`}</span>}
        </div>
      </Card>
      <ProblemLine problem={problem} />
      <Card
        label={table.label}
        fill
        flush
        foot={
          <>
            <span>
              {faulty > 0 ? `有误的${countWords(faulty)}行改好才${words.take}；现在${words.take}则略去` : '全部无误'}
            </span>
            <span className="workbook-act">
              <Button
                tone="primary"
                large
                busy={busy}
                onPress={() => void run(() => onTake(sound))}
                locked={sound.length === 0 ? { reason: `没有${able}的行，请先改正` } : undefined}
              >
                {words.act(countWords(sound.length))}
              </Button>
            </span>
          </>
        }
      >
        <WorkbookLines
          {...table}
          lines={lines}
          words={{ sound: able, leaveOut: `不${words.take}此行` }}
          onMend={(row, values) => onCheck(withValues(lines, row, values))}
          onLeaveOut={(row) => void run(() => onCheck(withoutRow(lines, row)))}
        />
      </Card>
    </>
  );
}

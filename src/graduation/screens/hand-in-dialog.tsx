/** 上报毕业名单: the rehearsal first: who leaves with what, who stays and why; then the list goes to the leader's signature. */
import { type ReactNode, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { newIdempotencyKey } from '../../web/api-client.ts';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { Dialog } from '../../web/parts/floating/dialog.tsx';
import { SplitBar } from '../../web/parts/progress/split-bar.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import type { GraduationList } from '../graduation.api.ts';
import { useGraduationActs } from './graduation-queries.tsx';
import { countsWords, THEN_DECIDED } from './graduation-words.screen.ts';
import { Grounds, OutcomeChip } from './judged-parts.tsx';

type Stage = GraduationList['stages'][number];

interface HandInDialogProps {
  open: boolean;
  stage: Stage;
  year: number;
  onClose: () => void;
}

export function HandInDialog({ open, stage, year, onClose }: HandInDialogProps): ReactNode {
  const acts = useGraduationActs();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const key = useRef(newIdempotencyKey());
  const { leaving, stays, short } = stage;
  const handIn = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { caseId } = await acts.handIn(stage.stage, '', key.current);
      navigate(`/cases/${caseId}`);
    } catch (thrown) {
      key.current = newIdempotencyKey();
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      width="wide"
      title={`预演：${year}年${stage.stageWords}毕业`}
      foot={
        <>
          <Button onPress={onClose}>再核对</Button>
          <Button tone="primary" busy={busy} onPress={() => void handIn()}>
            {`上报${stage.ready}人`}
          </Button>
        </>
      }
    >
      <ProblemLine problem={problem} />
      <p className="graduation-sum">
        <b>{countsWords(leaving)}</b>
        {stays.length > 0 && `，暂不办理${stays.length}人`}
      </p>
      <SplitBar
        label="预演结果"
        shares={[
          { key: 'GRADUATED', words: '毕业', count: leaving.GRADUATED ?? 0, colour: 'green' },
          { key: 'COMPLETED', words: '结业', count: leaving.COMPLETED ?? 0, colour: 'amber' },
          { key: 'LEFT_PARTIAL', words: '肄业', count: leaving.LEFT_PARTIAL ?? 0, colour: 'red' },
          { key: 'stays', words: '暂不办理', count: stays.length, colour: 'grey' },
        ]}
      />
      <p className="quiet">
        {`${THEN_DECIDED[stage.decidedBy]}；办结当天按各人结果终止学籍，空出的班级撤销。上报时学籍不变动`}
      </p>
      <Named title="拟作结业、肄业" students={short} />
      {(leaving.LEFT_PARTIAL ?? 0) > 0 && (
        <p className="tone-amber">肄业即离校。要继续就读的，把该生的“修业期满”清空后再上报</p>
      )}
      <Named title="暂不办理，学籍不变" students={stays} />
    </Dialog>
  );
}

function Named({ title, students }: { title: string; students: Stage['stays'] }): ReactNode {
  if (students.length === 0) return null;
  return (
    <section className="graduation-named">
      <h3>{`${title}（${students.length}人）`}</h3>
      <ul>
        {students.map((one) => (
          <li key={one.studentId}>
            <b>{one.name}</b>
            <OutcomeChip judged={one} />
            <Grounds grounds={one.grounds} />
          </li>
        ))}
      </ul>
    </section>
  );
}

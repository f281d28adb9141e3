/** 辅号: the table on a student's record, and the dialog in which a school's intakes are numbered. */
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { sentenceOf } from '../../web/api-client.ts';
import { countWords } from '../../web/format.ts';
import { Skeleton } from '../../web/parts/feedback/skeleton.tsx';
import { ErrorState, ProblemLine } from '../../web/parts/feedback/states.tsx';
import { Dialog } from '../../web/parts/floating/dialog.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Facts } from '../../web/parts/surface/dot.tsx';
import type { SchoolNumbers } from '../numbering.api.ts';
import { useIssueNumbers, useSchoolNumbers, useStudentNumbers } from './numbering-queries.tsx';
import './numbering.css';

/** Beneath the registration numbers of a student; nothing where there are none. */
export function SecondaryNumbers({ studentId }: { studentId: string }): ReactNode {
  const { data } = useStudentNumbers(studentId);
  if (!data || data.items.length === 0) return null;
  return (
    <div className="record-table numbering-table">
      <table aria-label="辅号沿革">
        <thead>
          <tr>
            <th scope="col">辅号</th>
            <th scope="col">号码</th>
            <th scope="col">起</th>
            <th scope="col">止</th>
            <th scope="col">编制单位</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map(({ id, kindWords, number, from, to, event, endEvent, issuedByName, basis }) => (
            <tr key={id}>
              <td>{kindWords}</td>
              <td className="no-autospace">{number}</td>
              <td>{`${from} ${event}`}</td>
              <td>{to === null ? '现行' : `${to} ${endEvent ?? ''}注销`}</td>
              <td>{issuedByName}</td>
              <td>{basis}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface NumberingProps {
  schoolId: string;
}

/** The button 编辅号 with its dialog; nothing for whoever has no business with numbers. */
export function NumberIntakes({ schoolId }: NumberingProps): ReactNode {
  const mayCall = useMayCall();
  const [open, setOpen] = useState(false);
  if (!mayCall('GET /api/schools/:id/secondary-numbers')) return null;
  return (
    <>
      <Button opens="dialog" onPress={() => setOpen(true)}>
        辅号
      </Button>
      {open && <Intakes schoolId={schoolId} onClose={() => setOpen(false)} />}
    </>
  );
}

function Intakes({ schoolId, onClose }: NumberingProps & { onClose: () => void }): ReactNode {
  const query = useSchoolNumbers(schoolId);
  const issue = useIssueNumbers(schoolId);
  const [busy, setBusy] = useState<string>();
  const [said, setSaid] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const give = async (line: Line) => {
    setBusy(keyOf(line));
    setProblem(undefined);
    try {
      const { issued, first, last } = await issue(line);
      setSaid(issued === 0 ? '没有待编的学生' : `已编${issued}个${line.kindWords}，${first}至${last}`);
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="辅号"
      width="wide"
      foot={
        <>
          <span className="dialog-note" role="status">
            {said ?? '按姓名拼音连续编排，不留空号；编后长期有效'}
          </span>
          <Button onPress={onClose}>关闭</Button>
        </>
      }
    >
      <ProblemLine problem={problem} />
      {query.error ? (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <ul className="numbering-lines">
          {query.data.kinds.map((line) => (
            <li key={keyOf(line)}>
              <IntakeLine line={line} busy={busy === keyOf(line)} onIssue={() => void give(line)} />
            </li>
          ))}
          {query.data.kinds.length === 0 && <li>本校还没有学生，注册后再编辅号</li>}
        </ul>
      ) : (
        <Skeleton rows={4} rowHeight={48} />
      )}
    </Dialog>
  );
}

type Line = SchoolNumbers['kinds'][number];
const keyOf = ({ kind, stage, intakeYear }: Line): string => `${kind}/${stage}/${intakeYear}`;

function IntakeLine({ line, busy, onIssue }: { line: Line; busy: boolean; onIssue: () => void }): ReactNode {
  const mayCall = useMayCall();
  const { kindWords, intakeWords, students, numbered, form, basis, last, blocked } = line;
  const waiting = students - numbered;
  return (
    <div className="numbering-line">
      <div>
        <p>
          <b>{kindWords}</b>
          {` ${intakeWords}，已编${countWords(numbered)}人`}
          {waiting > 0 && <span className="tone-amber">{`，待编${countWords(waiting)}人`}</span>}
        </p>
        <Facts>
          {form && <span>{form}</span>}
          {basis && <span>{basis}</span>}
          {last > 0 && <span>{`顺序号已编到${last}`}</span>}
          {blocked && <span>{blocked}</span>}
        </Facts>
      </div>
      {waiting > 0 && mayCall('POST /api/schools/:id/secondary-numbers') && blocked === null && (
        <Button busy={busy} onPress={onIssue}>{`编${countWords(waiting)}人`}</Button>
      )}
    </div>
  );
}

/** 设班: how many class groups a grade gets; codes and names come from the system. */
import { type ReactNode, useState } from 'react';
import { sentenceOf } from '../../web/api-client.ts';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { Dialog } from '../../web/parts/floating/dialog.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import type { ClassGroupsView } from '../placements.api.ts';
import type { ClassActs } from './class-queries.tsx';

interface OpenClassGroupsProps {
  view: ClassGroupsView | undefined;
  acts: ClassActs;
  open: boolean;
  onClose: () => void;
}

const MOST_AT_ONCE = 60;

/** A dialog with a number for each grade the school teaches. */
export function OpenClassGroups(props: OpenClassGroupsProps): ReactNode {
  return props.open ? <Openings {...props} /> : null;
}

function Openings({ view, acts, onClose }: OpenClassGroupsProps): ReactNode {
  const [counts, setCounts] = useState<Readonly<Record<number, string>>>({});
  const [together, setTogether] = useState<readonly number[]>([]);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [first, ...withGrades] = together.toSorted((a, b) => a - b);
  const multi = first !== undefined && withGrades.length > 0 ? [{ grade: first, count: 1, withGrades }] : [];
  const openings = Object.entries(counts)
    .map(([grade, count]) => ({ grade: Number(grade), count: Number(count) }))
    .filter(({ count }) => Number.isInteger(count) && count > 0)
    .concat(multi);
  const total = openings.reduce((sum, { count }) => sum + count, 0);
  const give = async () => {
    setBusy(true);
    try {
      await acts.open(openings);
      onClose();
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="设班"
      foot={
        <>
          <span className="dialog-note">班号由系统编制，用后不再改</span>
          <Button onPress={onClose}>取消</Button>
          <Button
            tone="primary"
            busy={busy}
            onPress={() => void give()}
            locked={total === 0 ? { reason: '请填各年级新设几个班' } : undefined}
          >
            {total > 0 ? `新设${total}个班` : '设班'}
          </Button>
        </>
      }
    >
      <ProblemLine problem={problem} />
      <div className="openings">
        {view?.grades.map(({ grade, gradeWords, intakeWords }) => (
          <label key={grade} className="opening">
            <span>{gradeWords}</span>
            <span className="quiet">{`${intakeWords}，已有${view.classGroups.filter((one) => one.grade === grade).length}个班`}</span>
            <input
              className="control"
              inputMode="numeric"
              value={counts[grade] ?? ''}
              maxLength={2}
              aria-label={`${gradeWords}新设几个班`}
              onChange={({ target }) => setCounts({ ...counts, [grade]: onlyCount(target.value) })}
            />
            <span>个班</span>
          </label>
        ))}
      </div>
      <fieldset className="openings-together">
        <legend>复式班：勾选合编的年级，新设1个班</legend>
        {view?.grades.map(({ grade, gradeWords }) => (
          <label key={grade} className="check">
            <input
              type="checkbox"
              checked={together.includes(grade)}
              onChange={({ target }) =>
                setTogether(target.checked ? [...together, grade] : together.filter((one) => one !== grade))
              }
            />
            {gradeWords}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}

/** Digits up to sixty; anything else stays out of the field. */
function onlyCount(typed: string): string {
  const digits = typed.replace(/\D/g, '');
  return Number(digits) > MOST_AT_ONCE ? String(MOST_AT_ONCE) : digits;
}

/** 查找转入学生: by the whole name and the whole number, one child at a time. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { FieldGrid } from '../../../web/parts/fields/field-grid.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { FoundChild } from '../../transfers.api.ts';
import { findChild } from '../transfer-queries.tsx';

interface FindChildCardProps {
  child: FoundChild | undefined;
  /** Absent where the child is given. */
  onFound?: ((child: FoundChild | undefined) => void) | undefined;
}

/** The two fields, and below them the child as far as a school that is about to take it may see it. */
export function FindChildCard({ child, onFound }: FindChildCardProps): ReactNode {
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [nobody, setNobody] = useState(false);
  const [busy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    setProblem(undefined);
    setNobody(false);
    try {
      const { child: found } = await findChild(name.trim(), number.trim());
      onFound?.(found ?? undefined);
      setNobody(found === null);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const incomplete = name.trim() === '' || number.trim() === '';
  const form = (
    <form
      className="transfer-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!incomplete && !busy) void look();
      }}
    >
      <TextField label="姓名" required value={name} onChange={setName} maxLength={60} autoFocus />
      <TextField
        label="证件号"
        required
        value={number}
        onChange={setNumber}
        maxLength={40}
        hint="完整的身份证件号或学籍号"
      />
      <div className="transfer-head">
        <span className="tone-red" role="status">
          {nobody &&
            '没有找到在籍的此人：姓名与号码须与学籍上的完全一致，请按户口簿核对后再查；已离校的在“学籍异动”中接续学籍'}
        </span>
        <Button
          type="submit"
          busy={busy}
          locked={incomplete ? { reason: '请填姓名和完整的证件号或学籍号' } : undefined}
        >
          查找
        </Button>
      </div>
      <ProblemLine problem={problem} />
    </form>
  );
  return (
    <Card
      title="转入学生"
      side={child && onFound && <Button onPress={() => onFound(undefined)}>另查一人</Button>}
      foot="每次查找都记入该学生的查看记录，并计入当日限量"
    >
      {child ? <Found child={child} /> : form}
    </Card>
  );
}

function Found({ child }: { child: FoundChild }): ReactNode {
  const { blockedBy } = child;
  return (
    <>
      {blockedBy && (
        <p className="transfer-blocked" role="status">
          <StateIcon kind="REFUSED" />
          <span>
            {blockedBy.sentence}
            {blockedBy.caseId && <Link to={`/cases/${blockedBy.caseId}`}>看此件</Link>}
          </span>
        </p>
      )}
      <FieldGrid
        rows={[
          { key: 'name', label: '姓名', value: `${child.name} ${child.genderWords}` },
          { key: 'number', label: '学籍号', value: <span className="no-autospace">{child.numberMasked}</span> },
          { key: 'identity', label: '证件号', value: <span className="no-autospace">{child.identityMasked}</span> },
          { key: 'school', label: '现在学校', value: child.schoolName, note: child.placeName },
          { key: 'grade', label: '年级', value: child.gradeWords, note: child.stateWords },
        ]}
      />
    </>
  );
}

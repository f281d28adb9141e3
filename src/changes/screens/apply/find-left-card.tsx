/** 外校离校学生: found by the whole name and the whole number, one child at a time, to go on here in the old record. */
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { FieldGrid } from '../../../web/parts/fields/field-grid.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { FoundLeft } from '../../changes.api.ts';
import { findLeft } from '../change-queries.tsx';
import '../changes.css';

/** The two fields, then the child as far as a school that is about to take it may see it. */
export function FindLeftCard(): ReactNode {
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [child, setChild] = useState<FoundLeft | null>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    setProblem(undefined);
    setChild(undefined);
    try {
      setChild((await findLeft(name.trim(), number.trim())).child);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const incomplete = name.trim() === '' || number.trim() === '';
  const form = (
    <form
      className="change-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!incomplete && !busy) void look();
      }}
    >
      <TextField label="姓名" required value={name} onChange={setName} maxLength={60} />
      <TextField
        label="号码"
        required
        value={number}
        onChange={setNumber}
        maxLength={40}
        hint="完整的身份证件号或学籍号"
      />
      <span className="tone-red" role="status">
        {child === null && '没有找到：姓名与号码须与学籍上的完全一致，请按户口簿核对后再查'}
      </span>
      <ProblemLine problem={problem} />
      <Button type="submit" busy={busy} locked={incomplete ? { reason: '请填姓名和完整的号码' } : undefined}>
        查找
      </Button>
    </form>
  );
  return (
    <Card
      title="外校离校学生"
      side={child && <Button onPress={() => setChild(undefined)}>另查一人</Button>}
      foot="从外校离校、现到本校就读的，在原档案上接续。每次查找都留痕，并计入当日限量"
    >
      {child ? <Found child={child} /> : form}
    </Card>
  );
}

function Found({ child }: { child: FoundLeft }): ReactNode {
  const navigate = useNavigate();
  const { studentId, token } = child;
  return (
    <div className="change-form">
      <FieldGrid
        rows={[
          { key: 'name', label: '姓名', value: `${child.name} ${child.genderWords}` },
          { key: 'number', label: '学籍号', value: <span className="no-autospace">{child.numberMasked}</span> },
          { key: 'school', label: token ? '最后学校' : '现在学校', value: child.schoolName, note: child.placeName },
          { key: 'grade', label: '年级', value: child.gradeWords, note: child.stateWords },
        ]}
      />
      {token ? (
        <Button onPress={() => navigate(`/changes/students/${studentId}`, { state: { token } })}>办理归来接续</Button>
      ) : (
        <>
          <p className="change-why">现已在籍，到本校就读的办理转学</p>
          <Button to="/transfers/open">办理转学</Button>
        </>
      )}
    </div>
  );
}

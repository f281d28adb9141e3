/** 查找对方记录: by the whole name and the whole number, one record at a time. */
import { type ReactNode, useState } from 'react';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { findOther } from './duplicate-queries.tsx';

/** Hands on a token for whoever was found; of the record itself only the comparison shows. */
export function FindOther({ onFound }: { onFound: (token: string) => void }): ReactNode {
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [nobody, setNobody] = useState(false);
  const [busy, setBusy] = useState(false);
  const incomplete = name.trim() === '' || number.trim() === '';
  const look = async () => {
    setBusy(true);
    setProblem(undefined);
    setNobody(false);
    try {
      const { found } = await findOther(name.trim(), number.trim());
      if (found) onFound(found.token);
      else setNobody(true);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title="对方记录" foot="每次查找都记入该学生的查看记录，并计入当日限量">
      <form
        className="dispute-form"
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
          maxLength={30}
          hint="对方记录上完整的身份证件号或学籍号"
        />
        <div className="dispute-foot">
          <span className="tone-red" role="status">
            {nobody && '没有找到：姓名与号码须与对方学籍上的完全一致，请与对方学校核对后再查'}
          </span>
          <Button
            type="submit"
            tone="primary"
            busy={busy}
            locked={incomplete ? { reason: '请填姓名和完整的证件号或学籍号' } : undefined}
          >
            查找并比对
          </Button>
        </div>
        <ProblemLine problem={problem} />
      </form>
    </Card>
  );
}

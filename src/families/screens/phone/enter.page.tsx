/** 家长核对: what the school has on file, asked before anything is shown. */
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { isCivilDate } from '../../../kernel/civil-date.ts';
import { api } from '../../../web/api-client.ts';
import { PlainFrame } from '../../../web/frame/plain-frame.tsx';
import { EmptyState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { FamilySession } from '../../entering/entering.api.ts';
import { DayField } from './day-field.tsx';
import { useBegun } from './family-frame.tsx';

/** /family/:secret, and /family/enter for whoever came without one. */
export function Component(): ReactNode {
  const { secret = '' } = useParams();
  useEffect(() => {
    document.title = '家长端';
  }, []);
  return (
    <PlainFrame width={420}>
      <header className="family-head">
        <h1>学籍 家长端</h1>
        <p className="quiet">看孩子的学籍，核对签字，办理申请</p>
      </header>
      {secret === '' || secret === 'enter' ? (
        <Card label="重新打开">
          <EmptyState
            words="请重新打开学校给的链接"
            why="半小时没有使用即自动退出。从微信里的链接或纸上的二维码再次打开，核对后即可接着办；没有链接的，请向班主任要"
          />
        </Card>
      ) : (
        <Check secret={secret} />
      )}
    </PlainFrame>
  );
}

function Check({ secret }: { secret: string }): ReactNode {
  const navigate = useNavigate();
  const begun = useBegun();
  const [bornOn, setBornOn] = useState('');
  const [lastFour, setLastFour] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const problems = {
    bornOn: isCivilDate(bornOn) ? undefined : '请填孩子的出生日期',
    lastFour: /^[0-9A-Za-z]{4}$/.test(lastFour.trim()) ? undefined : '请填四位',
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problems.bornOn || problems.lastFour) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const body = { secret, bornOn, lastFour: lastFour.trim() };
      begun(await api.post<FamilySession>('/family/session', body, { expectSignedOut: true }));
      void navigate('/family', { replace: true }); // the secret leaves the address
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Card title="请先核对">
      <form className="family-form" onSubmit={(event) => void send(event)} noValidate>
        <DayField
          label="孩子的出生日期"
          required
          value={bornOn}
          onChange={setBornOn}
          problem={tried ? problems.bornOn : undefined}
        />
        <TextField
          label="末四位"
          required
          value={lastFour}
          onChange={setLastFour}
          maxLength={4}
          layout="above"
          hint="您留在学校的手机号末四位，或者孩子身份证件号的末四位"
          problem={tried ? problems.lastFour : undefined}
        />
        <ProblemLine problem={problem} />
        <Button tone="primary" large type="submit" busy={busy}>
          进入
        </Button>
        <p className="small quiet">此链接只给您一人使用，请勿转发。您的每次查看和办理都会留痕。</p>
      </form>
    </Card>
  );
}

/** 办理学籍: those selected who have come: who has a record goes on in it, who has none becomes a draft. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { type Registered, useRollActs, useRunning } from './roll-queries.tsx';

/** The act of the selection bar, and what came of it. */
export function RegisterSelected({ ids, onDone }: { ids: readonly string[]; onDone: () => void }): ReactNode {
  const acts = useRollActs();
  const { busy, problem, run } = useRunning();
  const [done, setDone] = useState<Registered>();
  const close = () => {
    setDone(undefined);
    onDone();
  };
  return (
    <>
      <Button tone="primary" busy={busy} onPress={() => void run(async () => setDone(await acts.register(ids)))}>
        办理学籍
      </Button>
      <ProblemLine problem={problem} />
      <Dialog
        open={done !== undefined}
        onClose={close}
        title="办理学籍"
        foot={
          <Button tone="primary" onPress={close}>
            知道了
          </Button>
        }
      >
        {done && <Outcome {...done} />}
      </Dialog>
    </>
  );
}

function Outcome({ drafts, continued, caseIds, held }: Registered): ReactNode {
  return (
    <div className="roll-outcome">
      {continued > 0 && (
        <p>
          {continued}人接续原学籍，已拟
          {caseIds.map((id) => (
            <Link key={id} to={`/cases/${id}`}>
              接续名单
            </Link>
          ))}
          ，待主管领导签署上报
        </p>
      )}
      {drafts > 0 && (
        <p>
          {drafts}人没有学籍，已转入<Link to="/admissions">新生注册</Link>草稿，补齐信息后提交
        </p>
      )}
      {held.length > 0 && (
        <>
          <p>{held.length}人暂不能办理：</p>
          <ul>
            {held.map(({ id, name, sentence }) => (
              <li key={id}>
                {name}：{sentence}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

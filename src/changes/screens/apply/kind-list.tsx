/** 可办事项: what may be done for this student now; what may not says why, and what to do instead. */
import type { ReactNode } from 'react';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Stack } from '../../../web/parts/surface/layout.tsx';
import type { KindsForStudent } from '../../changes.api.ts';
import '../changes.css';

export interface KindListProps {
  kinds: KindsForStudent;
  onChoose: (kind: string) => void;
}

/** Those that fit first. While a case is open, none. */
export function KindList({ kinds: { student, blocked, kinds }, onChoose }: KindListProps): ReactNode {
  const fitting = kinds.filter(({ unfit }) => unfit === null);
  const others = kinds.filter(({ unfit }) => unfit !== null);
  return (
    <Stack>
      {blocked && (
        <Card
          title="在办的件"
          side={blocked.caseId !== null && <Button to={`/cases/${blocked.caseId}`}>看此件</Button>}
        >
          <p className="change-why">{blocked.sentence}</p>
        </Card>
      )}
      <Card title={`${student.name}可办的`} note={`${student.gradeWords}，${student.stateWords}`}>
        <ul className="change-lines">
          {fitting.map(({ kind, title, purpose, after }) => (
            <li key={kind}>
              <div className="change-kind">
                <strong>{title}</strong>
                <p className="change-why">
                  {purpose}。{after}
                </p>
              </div>
              <Button locked={blocked ? { reason: '先办结或撤回在办的件' } : undefined} onPress={() => onChoose(kind)}>
                办理{title}
              </Button>
            </li>
          ))}
          {fitting.length === 0 && <li>这名学生现在没有可办的异动，原因见下</li>}
        </ul>
      </Card>
      {others.length > 0 && (
        <Card title="现在不能办的">
          <ul className="change-lines">
            {others.map(({ kind, title, unfit }) => (
              <li key={kind}>
                <div className="change-kind">
                  <strong>{title}</strong>
                  <p className="change-why">{unfit}</p>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Stack>
  );
}

/** 同班分开: who shall sit together and who apart, with the reason; heeded by the next draw, shown among the findings. */
import { type ReactNode, useState } from 'react';
import { sentenceOf } from '../../web/api-client.ts';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { Dialog } from '../../web/parts/floating/dialog.tsx';
import { ChoiceField } from '../../web/parts/form/choice-field.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import type { PlanView, WishInput } from '../plan/plan.api.ts';
import { WISH_WORDS } from './board.screen.ts';
import type { PlanActs } from './board-queries.tsx';
import './board-side.css';

interface WishesDialogProps {
  plan: PlanView;
  acts: PlanActs;
  onClose: () => void;
}

/** Names are typed as they stand on the list, with a mark between them. */
export function WishesDialog({ plan, acts, onClose }: WishesDialogProps): ReactNode {
  const [wishes, setWishes] = useState<readonly WishInput[]>(
    plan.wishes.map(({ kind, studentIds, reason }) => ({ kind, studentIds, reason })),
  );
  const [kind, setKind] = useState<WishInput['kind']>('TOGETHER');
  const [names, setNames] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const nameOf = (id: string) => plan.students.find(({ studentId }) => studentId === id)?.name ?? '已不在校的学生';
  const typed = names.trim() !== '' || reason.trim() !== '';

  /** What is typed as a wish; a sentence where it is none yet. */
  const read = (): WishInput | string => {
    const said = names.split(/[、，,;；\s]+/).filter(Boolean);
    if (said.length < 2) return '请填两名以上学生的姓名，用顿号隔开';
    const ids: string[] = [];
    for (const name of said) {
      const found = plan.students.filter((one) => one.name === name && !ids.includes(one.studentId));
      if (found.length === 0) return `名单中没有${name}，请按名册上的写法填`;
      ids.push(found[0]!.studentId);
    }
    return reason.trim().length < 2 ? '请写明理由，不少于2个字' : { kind, studentIds: ids, reason: reason.trim() };
  };
  const add = () => {
    const wish = read();
    if (typeof wish === 'string') return setProblem(wish);
    setWishes([...wishes, wish]);
    setNames('');
    setReason('');
    setProblem(undefined);
  };
  const keep = async () => {
    setBusy(true);
    try {
      const wish = typed ? read() : undefined;
      if (typeof wish === 'string') return setProblem(wish);
      await acts.setWishes(wish ? [...wishes, wish] : wishes);
      onClose();
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="同班分开"
      foot={
        <>
          <span className="dialog-note">重新随机均衡时按此抽取</span>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => void keep()}>
            保存约定
          </Button>
        </>
      }
    >
      {wishes.length > 0 && (
        <ul className="board-wishes">
          {wishes.map((wish) => (
            <li key={`${wish.kind}${wish.studentIds.join()}`}>
              <span>{`${wish.studentIds.map(nameOf).join('、')}${WISH_WORDS[wish.kind]}：${wish.reason}`}</span>
              <Button tone="quiet" onPress={() => setWishes(wishes.filter((one) => one !== wish))}>
                删去
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ChoiceField
        label="约定"
        value={kind}
        onChange={(value) => setKind(value === 'APART' ? 'APART' : 'TOGETHER')}
        options={[
          { value: 'TOGETHER', words: '同班' },
          { value: 'APART', words: '分开' },
        ]}
      />
      <TextField label="学生姓名" value={names} onChange={setNames} hint="两名以上，用顿号隔开" />
      <TextField label="理由" value={reason} onChange={setReason} hint="如：双胞胎，监护人申请" maxLength={200} />
      <div className="board-pending-acts">
        <Button onPress={add}>再加一条</Button>
      </div>
      <ProblemLine problem={problem} />
    </Dialog>
  );
}

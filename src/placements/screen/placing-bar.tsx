/** 编入与调班: where the selected students shall go, and what both class groups become, before it is done. */
import { type ReactNode, useId, useState } from 'react';
import { sentenceOf } from '../../web/api-client.ts';
import { useKeys } from '../../web/frame/keyboard.ts';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { offerUndo } from '../../web/parts/feedback/strip.tsx';
import { ReasonDialog } from '../../web/parts/floating/reason-dialog.tsx';
import { Select } from '../../web/parts/form/select-field.tsx';
import { StateIcon } from '../../web/parts/state/state-icon.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import type { ClassGroupView, MemberView } from '../placements.api.ts';
import type { ClassActs } from './class-queries.tsx';
import { becomingWords, countSelected, sizeState } from './placing.screen.ts';

const OUT = 'out';

interface PlacingBarProps {
  acts: ClassActs;
  selected: readonly MemberView[];
  /** Where they may go. */
  targets: readonly ClassGroupView[];
  /** Where they are; absent for the unplaced. */
  from?: ClassGroupView | undefined;
  /** Why nobody may be placed now. */
  locked?: string | undefined;
  onDone: () => void;
}

/** The foot of the table while students are selected. */
export function PlacingBar({ acts, selected, targets, from, locked, onDone }: PlacingBarProps): ReactNode {
  const id = useId();
  const [chosen, setChosen] = useState('');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  useKeys([
    {
      key: 'm',
      words: from ? '选择调到的班级' : '选择编入的班级',
      group: '班级',
      run: () => document.getElementById(id)?.focus(),
    },
  ]);
  const target = targets.find((group) => group.id === chosen);
  const going = countSelected(selected);
  const state = target && sizeState(target.bounds, target.total + going.total);
  const act = from ? (chosen === OUT ? '移出班级' : '调班') : '编入班级';
  const lock = lockOf({ locked, chosen, state });
  const facts = [target && becomingWords(target, going, 1), from && chosen && becomingWords(from, going, -1)];

  const run = async (reason?: string) => {
    const ids = selected.map(({ studentId }) => studentId);
    const to = target?.id ?? null;
    if (from) await acts.move({ studentIds: ids, fromClassGroupId: from.id, toClassGroupId: to, reason: reason ?? '' });
    else if (to) await acts.place(to, ids, reason);
    offerUndo({ words: doneWords(selected, target, from), undo: () => undo(acts, ids, to, from?.id) });
    onDone();
  };
  const press = async () => {
    if (from || state === 'OVER_USUAL') return setAsking(true);
    setBusy(true);
    setProblem(undefined);
    await run().catch((thrown: unknown) => setProblem(sentenceOf(thrown)));
    setBusy(false);
  };
  return (
    <div className="placing-bar">
      <Select
        id={id}
        aria-label={from ? '调到哪个班级' : '编入哪个班级'}
        value={chosen}
        onChange={setChosen}
        empty={from ? '选择调到的班级' : '选择编入的班级'}
        options={[
          ...targets
            .filter((group) => group.id !== from?.id)
            .map((group) => ({ value: group.id, words: `${group.name}　${group.total}人` })),
          ...(from ? [{ value: OUT, words: '移出班级，退回未分班' }] : []),
        ]}
      />
      <p className={`placing-facts${state === 'OVER_MOST' ? ' tone-red' : ''}`} role="status">
        {state === 'OVER_USUAL' && <StateIcon kind="JUDGEMENT" />}
        {state === 'OVER_MOST' && <StateIcon kind="REFUSED" />}
        <span>{locked ?? (facts.filter(Boolean).join('；') || '选中班级后，这里显示编入后的人数和性别')}</span>
      </p>
      <Button tone="primary" busy={busy} onPress={() => void press()} locked={lock}>
        {act}
      </Button>
      <ProblemLine problem={problem} />
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`${act}：${peopleWords(selected)}`}
        usual={from ? ['均衡班额', '监护人申请', '行动不便', '回避'] : ['本片区学位不足', '双胞胎同班']}
        act={act}
        onGive={run}
      >
        {facts.filter(Boolean).map((words) => (
          <p key={words}>{words}</p>
        ))}
      </ReasonDialog>
    </div>
  );
}

interface LockOf {
  locked: string | undefined;
  chosen: string;
  state: ReturnType<typeof sizeState> | undefined;
}

function lockOf({ locked, chosen, state }: LockOf): { reason: string } | undefined {
  if (locked) return { reason: locked };
  if (chosen === '') return { reason: '请先选择班级' };
  return state === 'OVER_MOST' ? { reason: '超过最大班额，请改选班级或减少人数' } : undefined;
}

function peopleWords(selected: readonly MemberView[]): string {
  const [first] = selected;
  return selected.length === 1 && first ? first.name : `${selected.length}人`;
}

function doneWords(selected: readonly MemberView[], to: ClassGroupView | undefined, from: ClassGroupView | undefined) {
  if (!to) return `已将${peopleWords(selected)}移出${from?.name ?? '班级'}`;
  return from
    ? `已将${peopleWords(selected)}从${from.name}调到${to.name}`
    : `已将${peopleWords(selected)}编入${to.name}`;
}

/** Takes the act back: those who came go back where they were. */
function undo(acts: ClassActs, studentIds: readonly string[], to: string | null, from: string | undefined) {
  if (to === null) return from === undefined ? undefined : acts.place(from, studentIds, '撤回');
  return acts.move({ studentIds, fromClassGroupId: to, toClassGroupId: from ?? null, reason: '撤回' });
}

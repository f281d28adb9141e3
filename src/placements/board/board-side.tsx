/** 法规与约束: what the law and the school's own wishes say of the plan, and every adjustment with its reason. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { civilDate, dayOf } from '../../kernel/civil-date.ts';
import { sentenceOf } from '../../web/api-client.ts';
import { recentDayWords } from '../../web/format.ts';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { FindingLine } from '../../web/parts/findings/finding-line.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Facts } from '../../web/parts/surface/dot.tsx';
import type { PlanView } from '../plan/plan.api.ts';
import { dropWords, type Pending, WISH_WORDS } from './board.screen.ts';
import type { PlanActs } from './board-queries.tsx';
import './board-side.css';

interface BoardSideProps {
  plan: PlanView;
  acts: PlanActs;
  pending: Pending | undefined;
  onPending: (pending: Pending | undefined) => void;
  onWish: (() => void) | undefined;
}

const KINDS = { REFUSE: 'REFUSED', DISCRETIONARY: 'JUDGEMENT', ALLOW: 'DONE' } as const;

/** The right side of the board. */
export function BoardSide(props: BoardSideProps): ReactNode {
  const { plan, pending, onWish } = props;
  return (
    <div className="board-side">
      <Card
        title="法规与约束"
        side={
          onWish && (
            <Button tone="quiet" onPress={onWish}>
              同班分开
            </Button>
          )
        }
        flush
      >
        <ul className="findings">
          {plan.findings.map(({ verdict, sentence, chip, remedy }) => {
            const [place = '', name = ''] = chip.split('·');
            return (
              <FindingLine
                key={sentence}
                finding={{ key: sentence, kind: KINDS[verdict], sentence, detail: remedy, article: { place, name } }}
              />
            );
          })}
          {plan.wishes.map(({ kind, names, reason, kept }) => (
            <FindingLine
              key={names.join()}
              finding={{
                key: names.join(),
                kind: kept ? 'DONE' : 'JUDGEMENT',
                sentence: `${names.join('、')}${WISH_WORDS[kind]}`,
                detail: kept ? reason : `${reason}；调整或重新抽取后落实`,
              }}
            />
          ))}
        </ul>
      </Card>
      <Card title="人工调整" note={plan.adjustments.length > 0 ? String(plan.adjustments.length) : undefined} flush>
        {pending && <PendingForm key={`${pending.studentId}/${pending.toId}`} {...props} pending={pending} />}
        <Adjustments plan={plan} />
      </Card>
    </div>
  );
}

function Adjustments({ plan }: { plan: PlanView }): ReactNode {
  const today = civilDate(plan.today);
  if (plan.adjustments.length === 0) {
    const how = plan.mayChange ? '拖动学生到另一个班，或选中后按M填班号' : '按抽取结果编班';
    return <p className="board-none">{`没有人工调整。${how}`}</p>;
  }
  return (
    <ol className="board-adjustments">
      {plan.adjustments.toReversed().map(({ seq, name, from, to, reason, personName, at }) => (
        <li key={seq}>
          <p>{`${name} ${from} → ${to}`}</p>
          <Facts>
            <span>{reason}</span>
            <span>{`${personName}${recentDayWords(dayOf(new Date(at)), today)}`}</span>
          </Facts>
        </li>
      ))}
    </ol>
  );
}

const USUAL = ['双胞胎同班', '行动不便', '班主任系亲属，回避', '均衡班额'];

/** Where the student goes and why; nothing is done before the reason is written. */
function PendingForm({ plan, acts, pending, onPending }: BoardSideProps & { pending: Pending }): ReactNode {
  const id = useId();
  const [toId, setToId] = useState(pending.toId);
  const [typed, setTyped] = useState(() => String(plan.groups.find((one) => one.id === pending.toId)?.ordinal ?? ''));
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const where = useRef<HTMLInputElement>(null);
  const why = useRef<HTMLInputElement>(null);
  const dropped = pending.toId !== undefined;
  useEffect(() => (dropped ? why : where).current?.focus(), [dropped]);
  const student = plan.students.find(({ studentId }) => studentId === pending.studentId);
  const from = plan.groups.find((one) => one.id === student?.classGroupId);
  const to = plan.groups.find((one) => one.id === toId);
  const words = toId === undefined ? [] : dropWords(plan, { studentId: pending.studentId, toId });
  const type = (text: string) => {
    setTyped(text);
    setToId(plan.groups.find((one) => String(one.ordinal) === text.trim())?.id);
    setProblem(undefined);
  };
  const give = async () => {
    if (!to || to.id === from?.id) return setProblem(`请填要调到的班，${ordinals(plan, from?.id)}`);
    if (reason.trim().length < 2) return setProblem('请写明调整原因，不少于2个字');
    setBusy(true);
    try {
      await acts.adjust(pending.studentId, to.id, reason.trim());
      onPending(undefined);
      requestAnimationFrame(() => focusStudent(pending.studentId)); // once the row lies where it now belongs
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
      setBusy(false);
    }
  };
  return (
    <form
      className="board-pending"
      noValidate
      aria-label={`调整${student?.name ?? ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        onPending(undefined);
        focusStudent(pending.studentId);
      }}
    >
      <p>
        <b>{student?.name}</b>
        {` ${from?.name ?? ''} → `}
        <label className="unseen" htmlFor={id}>
          {`调到第几班，${ordinals(plan, from?.id)}`}
        </label>
        <input
          id={id}
          ref={where}
          className="control board-ordinal"
          inputMode="numeric"
          value={typed}
          maxLength={2}
          autoComplete="off"
          onChange={({ target }) => type(target.value)}
        />
        {` ${to?.name ?? '班'}`}
      </p>
      {words.map((line) => (
        <p key={line} className="board-becoming">
          {line}
        </p>
      ))}
      <label className="field-label" htmlFor={`${id}-reason`}>
        调整原因
      </label>
      <input
        id={`${id}-reason`}
        className="control"
        value={reason}
        maxLength={200}
        autoComplete="off"
        ref={why}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="usual-reasons">
        {USUAL.map((one) => (
          <Button key={one} tone="quiet" onPress={() => setReason(one)}>
            {one}
          </Button>
        ))}
      </div>
      <ProblemLine problem={problem} />
      <div className="board-pending-acts">
        <Button onPress={() => onPending(undefined)}>不调整</Button>
        <Button type="submit" busy={busy}>
          调整
        </Button>
      </div>
    </form>
  );
}

const ordinals = ({ groups }: PlanView, without: string | undefined) =>
  `可填${groups
    .filter(({ id }) => id !== without)
    .map(({ ordinal }) => ordinal)
    .join('、')}`;

/** Puts the focus on the student's row. */
export function focusStudent(studentId: string): void {
  document.querySelector<HTMLElement>(`[data-student="${studentId}"]`)?.focus();
}

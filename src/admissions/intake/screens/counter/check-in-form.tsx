/** 报到: papers ticked by press or number key, one key to check in; the next child follows. */
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { CheckField } from '../../../../web/parts/form/choice-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { RollActInput } from '../../check-in/check-in.api.ts';
import type { RollItem } from '../../roll/roll.api.ts';
import { useRollActs, useRunning } from '../roll-queries.tsx';

type Paper = 'NOTICE' | 'PRIMARY_FILE' | 'HOUSEHOLD' | 'IDENTITY';

const WORDS: Record<Paper, string> = {
  NOTICE: '录取（入学）通知书',
  HOUSEHOLD: '户口簿',
  PRIMARY_FILE: '小学生档案',
  IDENTITY: '已核对身份证件',
};
const PAPERS_OF: Record<RollItem['stage'], readonly Paper[]> = {
  PRIMARY: ['NOTICE', 'HOUSEHOLD'],
  JUNIOR: ['NOTICE', 'HOUSEHOLD', 'PRIMARY_FILE'],
  SENIOR: ['NOTICE', 'IDENTITY', 'HOUSEHOLD'],
};

/** What most bring is ticked already. */
const usual = (stage: RollItem['stage']): readonly Paper[] =>
  stage === 'SENIOR' ? ['NOTICE', 'IDENTITY'] : ['NOTICE', 'HOUSEHOLD'];

export function CheckInForm({ item, onNext }: { item: RollItem; onNext: () => void }): ReactNode {
  const acts = useRollActs();
  const { busy, problem, run } = useRunning();
  const [papers, setPapers] = useState<readonly Paper[]>(usual(item.stage));
  const [feesPaid, setFeesPaid] = useState(false);
  const [reason, setReason] = useState('');
  const senior = item.stage === 'SENIOR';
  const choices = PAPERS_OF[item.stage];
  const toggle = (paper: Paper) =>
    setPapers(papers.includes(paper) ? papers.filter((one) => one !== paper) : [...papers, paper]);
  const send = async () => {
    const why = reason.trim();
    const request: RollActInput = {
      ...{ act: 'CHECK_IN', papers: [...papers], feesPaid },
      ...(why ? { reason: why } : {}),
    };
    if (await run(() => acts.act(item.id, request))) onNext();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement || (event.target as HTMLInputElement).type === 'text') return;
    const paper = choices[Number(event.key) - 1];
    if (!paper) return;
    event.preventDefault();
    toggle(paper);
  };
  return (
    <form
      className="check-in-form"
      aria-label="报到"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <fieldset>
        <legend>所持材料，数字键勾选</legend>
        {choices.map((paper, at) => (
          <CheckField key={paper} checked={papers.includes(paper)} onChange={() => toggle(paper)}>
            <span className="quiet">{at + 1}</span> {WORDS[paper]}
          </CheckField>
        ))}
        {senior && (
          <CheckField checked={feesPaid} onChange={setFeesPaid}>
            费用已缴清
          </CheckField>
        )}
      </fieldset>
      <TextField
        label="说明"
        layout="above"
        value={reason}
        onChange={setReason}
        maxLength={300}
        hint="晚到或材料不齐的，写明原因和补交时间"
      />
      <ProblemLine problem={problem} />
      <Button type="submit" tone="primary" large busy={busy}>
        报到
      </Button>
    </form>
  );
}

/** 修改信息项: what has been typed, what the server said of it, and saving; nothing typed is lost on the way. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ApiProblem, api, newIdempotencyKey, sentenceOf } from '../../../../web/api-client.ts';
import { useLeavingGuard } from '../../../../web/frame/leaving-guard.ts';
import type { StudentView, UpdateFinding } from '../../../api/students.api.ts';
import type { StudentActs } from '../../student-queries.tsx';
import { changedValues, itemsByPath, problemsByPath, type Typed, tabOf } from './items.screen.ts';

const STALE = '他人刚更新过此学生。已取来最新内容，您填的仍在，请核对后再保存';

/** The state of a record being changed. */
export function useChanges(student: StudentView, acts: StudentActs, onTab: (tab: 'base' | 'family') => void) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<Typed>({});
  const [findings, setFindings] = useState<readonly UpdateFinding[]>([]);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(newIdempotencyKey);
  const [refused, setRefused] = useState(0);
  const items = useMemo(() => itemsByPath(student), [student]);
  const values = open ? changedValues(typed, items) : {};
  const count = Object.keys(values).length;
  useLeavingGuard(count > 0);

  const problems = useMemo(() => problemsByPath(findings), [findings]);
  useFirstProblem(open ? refused : undefined, problems, onTab);

  const type = (path: string, text: string | undefined) => {
    setTyped(({ [path]: _, ...rest }) => (text === undefined ? rest : { ...rest, [path]: text }));
    setFindings((held) => held.filter(({ field }) => field !== path));
    setKey(newIdempotencyKey());
  };
  const close = () => {
    setOpen(false);
    setTyped({});
    setProblem(undefined);
  };
  const renew = async () => {
    const latest = await api.get<StudentView>(`/students/${student.studentId}`);
    client.setQueryData(['students', 'one', student.studentId], latest);
    setProblem(STALE);
  };
  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await acts.save(values, student.version, key);
      setFindings(answer.findings);
      if (answer.student) close();
      else {
        setProblem('标红的各项改好后再保存，其他已填的都在');
        setRefused((times) => times + 1);
      }
    } catch (thrown) {
      if (thrown instanceof ApiProblem && thrown.code === 'STALE')
        await renew().catch((again) => setProblem(sentenceOf(again)));
      else setProblem(sentenceOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  return {
    open,
    begin: () => {
      setFindings([]);
      setOpen(true);
    },
    /** Leaves the form without saving. */
    close: () => {
      setFindings([]);
      close();
    },
    items,
    typed,
    type,
    count,
    busy,
    problem,
    problems,
    /** What a person should look at once more; the items are saved. */
    remarks: findings.filter(({ severity }) => severity === 'amber'),
    save,
  };
}

/** After each refusal: to the tab of the first item that is wrong, and the focus onto its control. */
function useFirstProblem(
  refused: number | undefined,
  problems: ReadonlyMap<string, string>,
  onTab: (tab: 'base' | 'family') => void,
): void {
  const latest = useRef({ problems, onTab });
  latest.current = { problems, onTab };
  const sought = useRef(false);
  useEffect(() => {
    const [first] = latest.current.problems.keys();
    if (!refused || first === undefined) return;
    sought.current = true;
    latest.current.onTab(tabOf(first));
  }, [refused]);
  // The tab may be drawn some renders later: whenever something was drawn it is looked for, until it is there.
  useEffect(() => {
    if (!sought.current) return;
    const control = document.querySelector<HTMLElement>('.items-group [aria-invalid="true"]');
    if (!control) return;
    sought.current = false;
    control.focus();
  });
}

export type Changes = ReturnType<typeof useChanges>;

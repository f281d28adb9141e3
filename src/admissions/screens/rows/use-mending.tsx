/** 修正: mending, leaving out and confirming rows of an import, each of which can be taken back one by one. */
import { useCallback, useState } from 'react';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import type { EntrantRow, FoundView } from '../../entrants/entrants.api.ts';
import { confirmFinding, leaveOut, mendEntrant } from '../acts.screen.ts';
import { readEntrant, useForm, useTakeRow } from '../admission-queries.tsx';

/** What can be taken back: the act that does it. */
interface Step {
  words: string;
  back: () => Promise<EntrantRow>;
}

export interface Mending {
  /** The school's registrar mends; its leader looks on. */
  allowed: boolean;
  /** Puts a new text into one item. Throws what the server said; nothing is kept then. */
  mend: (row: EntrantRow, field: string, text: string, before: string) => Promise<EntrantRow>;
  leave: (row: EntrantRow, out: boolean) => Promise<EntrantRow>;
  confirm: (row: EntrantRow, found: FoundView) => Promise<EntrantRow>;
  /** The row as somebody else has left it. */
  fetchAnew: (row: EntrantRow) => Promise<void>;
  /** The last step that can be taken back, if any. */
  last: Step | undefined;
  takeBack: () => Promise<void>;
}

/** The acts on rows; every answer is put into the lists that show the row. */
export function useMending(importId: string): Mending {
  const takeRow = useTakeRow();
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const keep = useCallback(
    (row: EntrantRow, step?: Step) => {
      takeRow(importId, row);
      if (step) setSteps((before) => [...before, step]);
      return row;
    },
    [takeRow, importId],
  );
  const form = useForm();
  const shown = (field: string, text: string) => {
    const item = form.data?.groups.flatMap(({ fields }) => fields).find(({ path }) => path === field);
    return item?.classified === false ? text : `${text.slice(0, 2)}****`;
  };
  const last = steps.at(-1);
  const allowed = useMayCall()('PATCH /api/admissions/entrants/:id');
  return {
    allowed,
    mend: async (row, field, text, before) => {
      const next = await mendEntrant(row.id, { [field]: text }, row.version);
      const back = () => mendEntrant(row.id, { [field]: before }, next.version);
      return keep({ ...next, value: shown(field, text) }, { words: `${row.name}的改动`, back });
    },
    leave: async (row, out) =>
      keep(await leaveOut(row.id, out), {
        words: out ? `${row.name}暂不导入` : `${row.name}重新导入`,
        back: () => leaveOut(row.id, !out),
      }),
    confirm: async (row, found) => keep(await confirmFinding(row.id, found)),
    fetchAnew: async ({ id }) => {
      keep(await readEntrant(id));
    },
    last,
    takeBack: async () => {
      if (!last) return;
      keep(await last.back());
      setSteps((before) => before.slice(0, -1));
    },
  };
}

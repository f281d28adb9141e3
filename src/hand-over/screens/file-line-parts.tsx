/** 纸质档案: what a case that is over says of the paper file: until when, on its way, or there. */
import type { ReactNode } from 'react';
import { useSession } from '../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../kernel/civil-date.ts';
import { dayWords } from '../../web/format.ts';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import { FileActs } from './file-acts.tsx';
import { useHandOverOfCase } from './hand-over-queries.tsx';
import { fileState, fileWords, missingWords } from './hand-over-words.screen.ts';
import './hand-over.css';

/** Nothing where no file is owed. */
export function FileLine({ caseId }: { caseId: string }): ReactNode {
  const { data } = useHandOverOfCase(caseId);
  const today = civilDate(useSession().today);
  const file = data?.handOver;
  if (!file) return null;
  const { sent, received, dueOn } = file;
  const facts = received
    ? `${dayWords(civilDate(received.on), today)}${file.toName}签收${missingWords(received)}`
    : sent
      ? `${dayWords(civilDate(sent.on), today)}转出，${[sent.wayWords, sent.parcel].filter(Boolean).join('，')}`
      : dueOn
        ? `由${file.fromName}在${dayWords(civilDate(dueOn), today)}前转出`
        : `由${file.fromName}转出`;
  return (
    <section className="file-line" aria-label="纸质档案">
      <h3 className="fields-heading">纸质档案</h3>
      <p className="file-facts">
        <StatusChip kind={fileState(file)}>{fileWords(file)}</StatusChip>
        <span>{facts}</span>
        {!sent && data.breach && (
          <span className="tone-red">
            {data.breach.sentence} <span className="no-autospace">{data.breach.chip}</span>
          </span>
        )}
        {!sent && data.term && <span className="quiet no-autospace">{data.term.chip}</span>}
      </p>
      <FileActs file={file} />
    </section>
  );
}

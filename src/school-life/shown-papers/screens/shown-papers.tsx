/** 凭证: pictures that were shown, to be opened, and a way to add one: from the telephone's camera or a scan. */
import { useQueryClient } from '@tanstack/react-query';
import { Camera } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { uploadFile } from '../../../web/api-client.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { type EntryKind, PAPERS_OF, SHOWN_PAPERS, type ShownPaperCode } from '../paper-words.api.ts';
import './shown-papers.css';

const ACCEPT = 'image/jpeg,image/png,image/webp,application/pdf';

/** Sends one picture. Throws ApiProblem. */
export const sendPaper = (of: { entryKind: EntryKind; entryId: string; paper: ShownPaperCode }, file: File) =>
  uploadFile<{ id: string }>(`/shown-papers?${new URLSearchParams(of)}`, { file });

export interface ShownPapersProps {
  entryKind: EntryKind;
  entryId: string;
  /** Whose: 安静的请假. */
  words: string;
  papers: readonly { id: string; words: string }[];
  /** May a picture be added now? */
  mayAdd: boolean;
  /** What is not shown for this entry: a diagnosis for who is not ill. */
  without?: readonly ShownPaperCode[] | undefined;
}

/** Links to the pictures, and a button for each paper that may be shown. */
export function ShownPapers({ entryKind, entryId, words, papers, mayAdd, without = [] }: ShownPapersProps): ReactNode {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const add = async (paper: ShownPaperCode, file: File) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await sendPaper({ entryKind, entryId, paper }, file);
      await client.invalidateQueries({ queryKey: [entryKind === 'AWARD' ? 'conduct' : 'attendance'] });
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const codes: readonly ShownPaperCode[] = PAPERS_OF[entryKind];
  return (
    <span className="shown-papers">
      {papers.map((one) => (
        <a key={one.id} href={`/api/shown-papers/${one.id}`} target="_blank" rel="noreferrer">
          {one.words}
        </a>
      ))}
      {mayAdd &&
        codes
          .filter((code) => !without.includes(code))
          .map((code) => (
            <PictureButton
              key={code}
              busy={busy}
              label={`${words}：上传${SHOWN_PAPERS[code]}`}
              words={`上传${SHOWN_PAPERS[code]}`}
              onFile={(file) => void add(code, file)}
            />
          ))}
      <ProblemLine problem={problem} />
    </span>
  );
}

interface PictureButtonProps {
  label: string;
  words: string;
  busy?: boolean;
  onFile: (file: File) => void;
}

/** Opens the camera or the files of the device. */
export function PictureButton({ label, words, busy = false, onFile }: PictureButtonProps): ReactNode {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button tone="quiet" icon={Camera} busy={busy} onPress={() => chooser.current?.click()}>
        {words}
      </Button>
      <input
        ref={chooser}
        className="unseen"
        type="file"
        accept={ACCEPT}
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}

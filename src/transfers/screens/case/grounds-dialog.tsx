/** 拒收理由: the lawful grounds to choose from, the others locked, each with its article; and what the ground means here. */
import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { api } from '../../../web/api-client.ts';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { ArticleChip, useArticleSource } from '../../../web/parts/findings/article.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { RefusalGroundView } from '../../transfers.api.ts';
import './grounds-dialog.css';

export interface GroundsDialogProps {
  title: string;
  /** Where the grounds are read, and how the answer is told apart from others. */
  path: string;
  version: number | string;
  /** Said beside the buttons. */
  note: string;
  /** Words on the button that acts. */
  act: string;
  /** What is written already. */
  opinion: string;
  /** What to do instead, where there is no ground at all. */
  instead: string;
  busy: boolean;
  problem: unknown;
  onGive: (reason: string, opinion: string) => void;
  onClose: () => void;
}

/** Nothing is sent before a ground is chosen and said in the family's own case. */
export function GroundsDialog(props: GroundsDialogProps): ReactNode {
  const { title, path, version, note, act, instead, busy, problem, onGive, onClose } = props;
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState(props.opinion);
  const [tried, setTried] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['refusal-grounds', path, version],
    queryFn: ({ signal }) => api.get<{ grounds: RefusalGroundView[] }>(path, { signal }),
    placeholderData: () => undefined,
    retry: false,
  });
  const grounds = data?.grounds ?? [];
  const lawful = grounds.filter((one) => one.lawful);
  const missing = said.trim() === '' ? '请写明具体情况，家长据此补正或申诉' : undefined;
  const give = () => {
    setTried(true);
    if (reason !== '' && !missing) onGive(reason, said.trim());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={title}
      foot={
        <>
          <span className="dialog-note">{note}</span>
          <Button onPress={onClose}>返回</Button>
          {lawful.length > 0 && (
            <Button tone="danger" busy={busy} onPress={give}>
              {act}
            </Button>
          )}
        </>
      }
    >
      <ProblemLine problem={error} />
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <div className="grounds-form">
          {lawful.length > 0 ? (
            <>
              <Grounds title="法定理由" grounds={lawful} chosen={reason} onChoose={setReason} />
              {tried && reason === '' && (
                <p className="tone-red" role="alert">
                  请选择一项理由
                </p>
              )}
              <TextField
                label="具体情况"
                required
                value={said}
                onChange={setSaid}
                lines={3}
                maxLength={450}
                problem={tried ? missing : undefined}
              />
            </>
          ) : (
            <p>{instead}</p>
          )}
          <ProblemLine problem={problem} />
          <Grounds title="不是理由，不得据此拒收" grounds={grounds.filter((one) => !one.lawful)} />
        </div>
      )}
    </Dialog>
  );
}

interface GroundsProps {
  title: string;
  grounds: readonly RefusalGroundView[];
  chosen?: string;
  /** Absent where they are locked. */
  onChoose?: (reason: string) => void;
}

function Grounds({ title, grounds, chosen, onChoose }: GroundsProps): ReactNode {
  const name = useId();
  if (grounds.length === 0) return null;
  return (
    <fieldset className="grounds">
      <legend>{title}</legend>
      {grounds.map(({ reason, words, sentence, chip }) => (
        <div key={reason} className="ground">
          {onChoose ? (
            <label className="check">
              <input type="radio" name={name} checked={chosen === reason} onChange={() => onChoose(reason)} />
              {words}
            </label>
          ) : (
            <span className="ground-locked">
              <Lock size={14} aria-label="不能选" />
              {words}
            </span>
          )}
          {chip !== null && <Chip chip={chip} />}
          {sentence !== null && <p className="ground-law">{sentence}</p>}
        </div>
      ))}
    </fieldset>
  );
}

function Chip({ chip }: { chip: string }): ReactNode {
  const source = useArticleSource();
  const [place = '', ...rest] = chip.split('·');
  const article = { place, name: rest.join('·') };
  return <ArticleChip article={article} load={source ? () => source.load(article) : undefined} />;
}

/** 不同意转学: which ground the law knows, which it does not, and what the family is told. */
import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import type { ActDialogProps } from '../../../cases/pages/case/case-content-parts.tsx';
import { api } from '../../../web/api-client.ts';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { ArticleChip, useArticleSource } from '../../../web/parts/findings/article.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { RefusalGroundView } from '../../transfers.api.ts';
import './refuse-dialog.css';

/** The lawful grounds to choose from; the others locked, each with its article. */
export function RefuseDialog({ view, opinion, onSend, busy, problem, onClose }: ActDialogProps): ReactNode {
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState(opinion);
  const [tried, setTried] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['refusal-grounds', view.id, view.seq],
    queryFn: ({ signal }) =>
      api.get<{ grounds: RefusalGroundView[] }>(`/transfers/${view.id}/refusal-grounds`, { signal }),
    retry: false,
  });
  const grounds = data?.grounds ?? [];
  const lawful = grounds.filter((one) => one.lawful);
  const unlawful = grounds.filter((one) => !one.lawful);
  const missing = said.trim() === '' ? '请写明具体情况，家长据此补正或申诉' : undefined;
  const send = () => {
    setTried(true);
    if (reason === '' || missing) return;
    const body = { reason, opinion: said.trim() };
    onSend((seq, idempotencyKey) => api.post(`/transfers/${view.id}/refusals`, { ...body, seq }, { idempotencyKey }));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title="不同意转学"
      foot={
        <>
          <span className="dialog-note">提出后由主管领导签署，决定通知书载明理由和条款</span>
          <Button onPress={onClose}>返回</Button>
          {lawful.length > 0 && (
            <Button tone="danger" busy={busy} onPress={send}>
              提出不同意
            </Button>
          )}
        </>
      }
    >
      <ProblemLine problem={error} />
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <div className="refuse-form">
          {lawful.length > 0 ? (
            <Grounds title="法定理由" grounds={lawful} chosen={reason} onChoose={setReason} />
          ) : (
            <p className="refuse-none">此件没有可以不同意的理由：依下列规定应予转学，材料有缺的请退回补正。</p>
          )}
          {tried && reason === '' && (
            <p className="tone-red" role="alert">
              请选择一项理由
            </p>
          )}
          {lawful.length > 0 && (
            <TextField
              label="具体情况"
              required
              value={said}
              onChange={setSaid}
              lines={3}
              maxLength={450}
              problem={tried ? missing : undefined}
            />
          )}
          <ProblemLine problem={problem} />
          <Grounds title="不是理由，不得据此拒收" grounds={unlawful} />
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
    <fieldset className="refuse-grounds">
      <legend>{title}</legend>
      {grounds.map(({ reason, words, sentence, chip }) => (
        <div key={reason} className={`refuse-ground${onChoose ? '' : ' is-locked'}`}>
          {onChoose ? (
            <label className="check">
              <input type="radio" name={name} checked={chosen === reason} onChange={() => onChoose(reason)} />
              {words}
            </label>
          ) : (
            <span className="refuse-words">
              <Lock size={14} aria-label="不能选" />
              {words}
            </span>
          )}
          {chip !== null && <Chip chip={chip} />}
          {sentence !== null && <p className="refuse-law">{sentence}</p>}
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

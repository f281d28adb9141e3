/** 救济告知: what notices of decision tell of review and suit; the terms are those that the place makes known. */
import { type ReactNode, useState } from 'react';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';

export interface RemedyDraft {
  review: string;
  reviewBy?: string;
  suit: string;
}

interface RemedyFormProps {
  /** Undefined while a term is missing. */
  onChange: (remedy: RemedyDraft | undefined) => void;
}

export function RemedyForm({ onChange }: RemedyFormProps): ReactNode {
  const [open, setOpen] = useState(false);
  const [filled, setFilled] = useState({ review: '', reviewBy: '', suit: '' });
  const change = (next: typeof filled) => {
    setFilled(next);
    const [review, reviewBy, suit] = [next.review.trim(), next.reviewBy.trim(), next.suit.trim()];
    onChange(review && suit ? { review, suit, ...(reviewBy ? { reviewBy } : {}) } : undefined);
  };
  if (!open) return <Button onPress={() => setOpen(true)}>设定救济告知</Button>;
  return (
    <fieldset className="setting-line">
      <legend>救济告知</legend>
      <TextField
        label="复议期限"
        required
        value={filled.review}
        onChange={(review) => change({ ...filled, review })}
        maxLength={20}
        hint="自知道决定之日起，按当地告知的期限填写"
      />
      <TextField
        label="复议机关"
        value={filled.reviewBy}
        onChange={(reviewBy) => change({ ...filled, reviewBy })}
        maxLength={40}
      />
      <TextField
        label="起诉期限"
        required
        value={filled.suit}
        onChange={(suit) => change({ ...filled, suit })}
        maxLength={20}
        hint="印在不予办理的决定通知书上"
      />
    </fieldset>
  );
}

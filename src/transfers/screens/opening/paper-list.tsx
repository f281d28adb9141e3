/** 转学材料: what the law of each side asks for, ticked as the school has seen it. */
import type { ReactNode } from 'react';
import { CheckField } from '../../../web/parts/form/choice-field.tsx';
import { Tag } from '../../../web/parts/state/tag.tsx';
import type { TransferPreview } from '../../transfers.api.ts';
import '../transfers.css';

type Paper = Pick<TransferPreview['papers'][number], 'code' | 'words' | 'asked'>;

/** 转入地 or 转出地; where both ask the same there is nothing to tell apart. */
export const SIDE_WORDS = { RECEIVING: '转入地', SENDING: '转出地' } as const;

interface PaperListProps {
  papers: readonly Paper[];
  shown: readonly string[];
  /** Absent where nobody ticks any more. */
  onChange?: ((shown: string[]) => void) | undefined;
}

/** One line a paper, with the articles that ask for it. */
export function PaperList({ papers, shown, onChange }: PaperListProps): ReactNode {
  return (
    <ul className="transfer-papers" aria-label="转学材料">
      {papers.map(({ code, words, asked }) => (
        <li key={code} className="transfer-paper">
          <CheckField
            checked={shown.includes(code)}
            disabled={onChange === undefined}
            onChange={(has) => onChange?.(has ? [...shown, code] : shown.filter((one) => one !== code))}
          >
            {words}
          </CheckField>
          <span className="transfer-chips">
            {asked.map(({ chip, side }) => (
              <Tag key={`${chip}/${side}`}>{side === null ? chip : `${SIDE_WORDS[side]} ${chip}`}</Tag>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** 格: an item of a row as it stands: plain, at fault, or put right. */
import type { ReactNode } from 'react';
import { MarkedCell } from '../../../web/parts/lists/marked-cell.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import type { FoundView } from '../../entrants/entrants.api.ts';
import { type CellState, faultPlace } from '../import/import-state.screen.ts';

export interface RowCellProps {
  state: CellState;
  text: string;
  /** Opens the cell to be mended. */
  onOpen: (() => void) | undefined;
}

/** Plain text cannot be pressed: what is right is not put at risk here. */
export function RowCell({ state, text, onOpen }: RowCellProps): ReactNode {
  if ('found' in state) {
    return <MarkedCell kind={state.kind} value={text} fault={faultOf(text, state.found)} onOpen={onOpen} />;
  }
  if (state.kind === 'mended') return <MarkedCell kind="mended" value={text} onOpen={onOpen} />;
  if (state.kind === 'confirmed') {
    return (
      <span className="confirmed-cell">
        {text}
        <span className="confirmed-said">
          <StateIcon kind="DONE" size={12} />
          属实
        </span>
      </span>
    );
  }
  return text === '' ? <span className="quiet">未填</span> : text;
}

/** Characters are marked where they are known; what concerns the whole text, or another child, tints the cell. */
function faultOf(text: string, { at, field, studentId }: FoundView): readonly [number, number] | undefined {
  return field === '' || studentId !== null ? [0, 0] : (faultPlace(text, at) ?? [0, 0]);
}

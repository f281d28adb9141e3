/** 证书状态: where a certificate is, as a chip. */
import type { ReactNode } from 'react';
import type { StateKind } from '../../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import type { Stub } from '../certificates.api.ts';

const KINDS: Readonly<Record<Stub['state'], StateKind>> = {
  MADE: 'IN_PROCESS',
  HANDED: 'DONE',
  CALLED_BACK: 'DRAFT',
  FALLEN: 'REFUSED',
};

export const StubState = ({ stub: { state, stateWords } }: { stub: Pick<Stub, 'state' | 'stateWords'> }): ReactNode => (
  <StatusChip kind={KINDS[state]}>{stateWords}</StatusChip>
);

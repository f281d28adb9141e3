/** 办件页头: what it is, where it stands, its place in my list, what happened, print. */
import { ChevronLeft, ChevronRight, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useKeys } from '../../../web/frame/keyboard.ts';
import { PageHead } from '../../../web/frame/page.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button, IconButton } from '../../../web/parts/surface/button.tsx';
import { Dot } from '../../../web/parts/surface/dot.tsx';
import type { CaseView } from '../../cases.api.ts';
import { caseAddress } from '../workbench/work-lines.tsx';
import { type PlaceInList, stateKindOf } from './case-words.screen.ts';
import { PrintMenu } from './print-menu.tsx';

interface CaseHeadProps {
  view: CaseView;
  place: PlaceInList | undefined;
  /** The kind to which the reader's list is narrowed. */
  kind: string;
  onEvents: () => void;
}

/** The head with its keys: n and p go through my list. */
export function CaseHead({ view, place, kind, onEvents }: CaseHeadProps): ReactNode {
  const navigate = useNavigate();
  const go = (id: string | undefined) => () => id !== undefined && navigate(caseAddress(id, kind));
  useKeys(
    place && [
      { key: 'n', words: '下一件', group: '办件', run: go(place.next) },
      { key: 'p', words: '上一件', group: '办件', run: go(place.previous) },
    ],
  );
  return (
    <PageHead
      trail={[
        { to: '/workbench', words: '工作台' },
        { to: `/workbench?kind=${encodeURIComponent(view.kind)}`, words: view.kindTitle },
      ]}
      title={view.title}
      tab={`${view.title} ${view.kindTitle}`}
      chip={<StatusChip kind={stateKindOf(view)}>{view.stateWords}</StatusChip>}
      facts={
        <>
          {view.schoolName}
          <Dot />
          <span className="no-autospace">{view.number}</span>
        </>
      }
      side={
        <>
          {place && (
            <>
              <span>
                待我办第{place.at}件，共{place.total}件
              </span>
              <IconButton icon={ChevronLeft} label="上一件" onPress={go(place.previous)} disabled={!place.previous} />
              <IconButton icon={ChevronRight} label="下一件" onPress={go(place.next)} disabled={!place.next} />
            </>
          )}
          <span className="case-tools">
            <Button icon={Clock} onPress={onEvents}>
              办理经过{view.events.length}
            </Button>
            <PrintMenu view={view} />
          </span>
        </>
      }
    />
  );
}

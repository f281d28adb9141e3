/** 办件分栏: content, findings and events side by side, as tabs, or one under another, by the room there is. */
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { FindingsList } from '../../../web/parts/findings/findings-list.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Columns, Stack } from '../../../web/parts/surface/layout.tsx';
import { Tabs } from '../../../web/parts/surface/tabs.tsx';
import type { CaseView } from '../../cases.api.ts';
import { type CaseContent, countsNothing } from './case-content-parts.tsx';
import { CaseEvents } from './case-events.tsx';
import { basisWords, findingsOf } from './case-words.screen.ts';

/** Which pane is chosen beside or among the others. */
export const FINDINGS = 'findings';
export const EVENTS = 'events';

/** How the panes stand: side by side, as tabs, or one under another, as on the phone and on paper. */
export type CaseLayout = 'BESIDE' | 'TABS' | 'STACK';

interface CasePanesProps {
  view: CaseView;
  content: CaseContent;
  today: CivilDate;
  renew: () => Promise<void>;
  layout: CaseLayout;
  shown: string;
  onShow: (pane: string) => void;
}

/** Everything between the track and the decision bar. */
export function CasePanes({ view, content, today, renew, layout, shown, onShow }: CasePanesProps): ReactNode {
  const fill = layout !== 'STACK';
  const findings = (
    <FindingsList
      findings={findingsOf(view, content.countOf ?? countsNothing)}
      basis={basisWords(view, today)}
      fill={fill}
    />
  );
  const close = layout === 'BESIDE' ? () => onShow(FINDINGS) : undefined;
  const events = <CaseEvents events={view.events} today={today} fill={fill} onClose={close} />;
  const panes = content.panes.map(({ key, Pane }) => <Pane key={key} view={view} renew={renew} fill={fill} />);
  if (layout === 'TABS') return <Tabbed {...{ view, content, shown, onShow, panes, findings, events }} />;
  if (layout === 'BESIDE') {
    return (
      <Columns template={`${content.columns} 372px`} wide={`${content.wide ?? content.columns} 480px`} fill>
        {panes}
        {shown === EVENTS ? events : findings}
      </Columns>
    );
  }
  return (
    <Stack>
      {findings}
      {panes}
      {events}
    </Stack>
  );
}

interface TabbedProps {
  view: CaseView;
  content: CaseContent;
  shown: string;
  onShow: (pane: string) => void;
  panes: ReactNode[];
  findings: ReactNode;
  events: ReactNode;
}

function Tabbed({ view, content, shown, onShow, panes, findings, events }: TabbedProps): ReactNode {
  const items = [
    ...content.panes.map(({ key, words }) => ({ key, words })),
    { key: FINDINGS, words: '法规核对', missing: view.findings.some(({ verdict }) => verdict === 'REFUSE') },
    { key: EVENTS, words: '办理经过', count: view.events.length },
  ];
  const all = [...panes, findings, events];
  return (
    <Stack fill>
      <Card label="分栏" flush>
        <Tabs label="办件" items={items} current={shown} onChange={onShow} />
      </Card>
      {/* A pane that is not chosen stays as it was left: what is selected in it is not lost. */}
      {items.map(({ key }, at) => (
        <div key={key} className="case-pane" hidden={key !== shown}>
          {all[at]}
        </div>
      ))}
    </Stack>
  );
}

/** The layout for the room there is. */
export function useCaseLayout(): CaseLayout {
  const onPaper = useMedia('print');
  const tabs = useMedia('(min-width: 720px)');
  const beside = useMedia('(min-width: 1180px)');
  if (onPaper || !tabs) return 'STACK';
  return beside ? 'BESIDE' : 'TABS';
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (tell) => {
      const media = matchMedia(query);
      media.addEventListener('change', tell);
      return () => media.removeEventListener('change', tell);
    },
    () => matchMedia(query).matches,
  );
}

/** The pane that is chosen; findings at first. */
export const useShownPane = (): [shown: string, show: (pane: string) => void] => useState(FINDINGS);

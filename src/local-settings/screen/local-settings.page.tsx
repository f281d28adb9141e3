/** 地方设定: what the law leaves to this authority, what it has set, and a draft of what it sets next. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useMayCall, useSession } from '../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../kernel/civil-date.ts';
import { Page, PageHead } from '../../web/frame/page.tsx';
import { Skeleton } from '../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../web/parts/feedback/states.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Tag } from '../../web/parts/state/tag.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Columns, Stack } from '../../web/parts/surface/layout.tsx';
import type { SettableParameter, SettingsView } from '../local-settings.api.ts';
import { TrialPane } from '../trial/trial-pane.tsx';
import { type DraftLine, keyOf, limitsWords, lineOf, trialOf } from './draft.screen.ts';
import { DrawUp } from './draw-up.tsx';
import { useLocalSettings } from './setting-queries.tsx';
import './local-settings.css';

export function Component(): ReactNode {
  const { today } = useSession();
  const mayPropose = useMayCall()('POST /api/local-settings');
  const query = useLocalSettings('');
  const [lines, setLines] = useState<DraftLine[]>([]);
  return (
    <Page>
      <PageHead title="地方设定" facts={query.data && <span>{query.data.place.name}</span>} />
      {query.error && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton rows={10} />}
      {query.data && (
        <Columns template={mayPropose ? 'minmax(0, 1fr) minmax(0, 1fr)' : 'minmax(0, 1fr)'}>
          <Stack>
            <Settable
              settable={query.data.settable}
              chosen={new Set(lines.map(({ parameter }) => keyOf(parameter)))}
              onChoose={mayPropose ? (parameter) => setLines([...lines, lineOf(parameter)]) : undefined}
            />
            <SetItems settings={query.data.settings} />
          </Stack>
          {mayPropose && (
            <Stack>
              <DrawUp
                today={civilDate(today)}
                matters={query.data.matters}
                kinds={query.data.kinds}
                lines={lines}
                onLines={setLines}
              />
              <TrialPane items={trialOf(lines)} />
            </Stack>
          )}
        </Columns>
      )}
    </Page>
  );
}

interface SettableProps {
  settable: readonly SettableParameter[];
  chosen: ReadonlySet<string>;
  onChoose: ((parameter: SettableParameter) => void) | undefined;
}

function Settable({ settable, chosen, onChoose }: SettableProps): ReactNode {
  const [search, setSearch] = useState('');
  const shown = settable.filter(({ label, ruleTitle, questionTitle }) =>
    [label, ruleTitle, questionTitle].some((words) => words.includes(search.trim())),
  );
  const open = shown.filter(({ words }) => words === null);
  const narrowable = shown.filter(({ words }) => words !== null);
  return (
    <Card title="可设参数" note={`尚未规定${open.length}项，可从严${narrowable.length}项`}>
      <TextField label="查找" type="search" value={search} onChange={setSearch} placeholder="转学、班额、期限" />
      <ul className="settable-list" aria-label="可设参数">
        {[...open, ...narrowable].map((parameter) => (
          <li key={keyOf(parameter)}>
            <div>
              <strong>{parameter.label}</strong>
              <span className="settable-facts">
                {parameter.questionTitle}·{limitsWords(parameter)}
                {parameter.chip && ` ${parameter.chip}`}
              </span>
            </div>
            {parameter.words === null && <Tag>未规定</Tag>}
            {onChoose && (
              <Button
                tone="quiet"
                onPress={() => onChoose(parameter)}
                locked={chosen.has(keyOf(parameter)) ? { reason: '已在拟定中' } : undefined}
              >
                设定
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function SetItems({ settings }: Pick<SettingsView, 'settings'>): ReactNode {
  return (
    <Card title="已设定">
      {settings.length === 0 ? (
        <EmptyState words="还没有设定" why="拟定并经签署后列在这里" />
      ) : (
        <ul className="settable-list" aria-label="已设定">
          {settings.map(({ label, words, notice, validFrom, validTo, caseId }) => (
            <li key={`${label} ${validFrom}`}>
              <div>
                <strong>
                  {label}：{words}
                </strong>
                <span className="settable-facts">
                  {notice.title}，自{validFrom}起{validTo ? `至${validTo}` : ''}
                </span>
              </div>
              <Link to={`/cases/${caseId}`}>办件</Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

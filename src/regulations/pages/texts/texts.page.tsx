/** 法规文本: every text by its level, and how much of it the product carries out. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Page } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../../web/parts/feedback/states.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Facts } from '../../../web/parts/surface/dot.tsx';
import { Stack } from '../../../web/parts/surface/layout.tsx';
import type { InstrumentsView } from '../../regulations.api.ts';
import { LawHead } from '../frame/law-head.tsx';
import { inForceWords, LEVEL_WORDS } from '../frame/law-words.screen.ts';
import { useInstruments } from '../law-queries.tsx';
import './texts.css';

type Listed = InstrumentsView['instruments'][number];

export function Component(): ReactNode {
  const { data, error, refetch } = useInstruments();
  return (
    <Page>
      <LawHead tab="法规文本" />
      {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={8} rowHeight={56} />}
      <Stack>
        {data &&
          [...Map.groupBy(data.instruments, ({ level }) => level)].map(([level, listed]) => (
            <Card key={level} title={LEVEL_WORDS[level]} note={`${listed.length}部`} flush>
              <ul className="texts">
                {listed.map((one) => (
                  <TextLine key={one.id} text={one} />
                ))}
              </ul>
            </Card>
          ))}
      </Stack>
    </Page>
  );
}

function TextLine({ text }: { text: Listed }): ReactNode {
  const { EXECUTED = 0, DUTY = 0, RECORD = 0 } = text.states;
  const carried = EXECUTED + DUTY + RECORD;
  return (
    <li>
      <Link to={`/law/texts/${text.id}`}>{text.title}</Link>
      <p className="text-facts">
        <Facts>
          <span>{text.issuer}</span>
          <span>{inForceWords(text)}</span>
          {text.clauses > 0 && (
            <span>
              {text.clauses}款，系统执行{carried}款
            </span>
          )}
        </Facts>
      </p>
      {text.note !== null && <p className="text-note">{text.note}</p>}
    </li>
  );
}

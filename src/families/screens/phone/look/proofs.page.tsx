/** 在籍证明: drawn by the guardian with as little as is wanted, seen with how often it was verified, taken back. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { PROOF_DAYS, PROOF_ITEMS } from '../../../../documents/issued/proof/proof-words.api.ts';
import { civilDate } from '../../../../kernel/civil-date.ts';
import { api, downloadFile } from '../../../../web/api-client.ts';
import { dayWords } from '../../../../web/format.ts';
import { EmptyState, ErrorState, ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { CheckField, ChoiceField } from '../../../../web/parts/form/choice-field.tsx';
import { FormRow } from '../../../../web/parts/form/form-row.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { FamilyPage, useFamily } from '../family-frame.tsx';

interface Paper {
  paperId: string;
  kindWords: string;
  issuedOn: string;
  validUntil: string | null;
  state: 'VALID' | 'EXPIRED' | 'REVOKED';
  looks: number;
  own: boolean;
}

const DAYS = [PROOF_DAYS.least, PROOF_DAYS.usual, 90].map((days) => ({ value: String(days), words: `${days}天` }));
const STATES = { VALID: ['DONE', '有效'], EXPIRED: ['DRAFT', '已过期'], REVOKED: ['REFUSED', '已撤销'] } as const;
const PAPERS = ['family', 'papers-issued'];

/** /family/proofs */
export function Component(): ReactNode {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: PAPERS,
    queryFn: ({ signal }) => api.get<{ items: Paper[] }>('/family/papers-issued', { signal }),
  });
  return (
    <FamilyPage title="在籍证明">
      <Draw onDrawn={() => void client.invalidateQueries({ queryKey: PAPERS })} />
      {query.error && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <Card title="已开的文书" note={`${query.data.items.length}份`}>
          {query.data.items.length === 0 ? (
            <EmptyState words="还没有开过" why="开出后可在这里看被核验的次数，也可随时撤销" />
          ) : (
            <ul className="family-course">
              {query.data.items.map((paper) => (
                <Line key={paper.paperId} paper={paper} onDone={(items) => client.setQueryData(PAPERS, { items })} />
              ))}
            </ul>
          )}
        </Card>
      )}
    </FamilyPage>
  );
}

function Draw({ onDrawn }: { onDrawn: () => void }): ReactNode {
  const [days, setDays] = useState(String(PROOF_DAYS.usual));
  const [items, setItems] = useState<readonly string[]>([]);
  const [purpose, setPurpose] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const draw = async () => {
    setBusy(true);
    setProblem(undefined);
    const body = { days: Number(days), items, ...(purpose.trim() === '' ? {} : { purpose: purpose.trim() }) };
    try {
      await downloadFile('/family/proofs-of-registration', { post: true, body });
      onDrawn();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title="开一份">
      <div className="family-form">
        <TextField
          label="用途"
          layout="above"
          value={purpose}
          onChange={setPurpose}
          maxLength={40}
          hint="印在证明上，可不填"
        />
        <ChoiceField label="有效期" layout="above" value={days} onChange={setDays} options={DAYS} />
        <FormRow label="另外写明" layout="above" group hint="姓名、学校、年级和学籍状态一定写明，其余不选不写">
          {() => (
            <div className="family-stack">
              {Object.entries(PROOF_ITEMS).map(([item, words]) => (
                <CheckField
                  key={item}
                  checked={items.includes(item)}
                  onChange={(on) => setItems(on ? [...items, item] : items.filter((one) => one !== item))}
                >
                  {words}
                </CheckField>
              ))}
            </div>
          )}
        </FormRow>
        <ProblemLine problem={problem} />
        <Button tone="primary" large busy={busy} onPress={() => void draw()}>
          开具并下载
        </Button>
      </div>
    </Card>
  );
}

function Line({ paper, onDone }: { paper: Paper; onDone: (items: Paper[]) => void }): ReactNode {
  const { day } = useFamily();
  const [problem, setProblem] = useState<unknown>();
  const [kind, words] = STATES[paper.state];
  const revoke = async () => {
    try {
      onDone((await api.post<{ items: Paper[] }>(`/family/papers-issued/${paper.paperId}/revocation`)).items);
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <li>
      <div className="family-row">
        <b>{paper.kindWords}</b>
        <StatusChip kind={kind}>{words}</StatusChip>
      </div>
      <p className="small quiet">
        {`${dayWords(civilDate(paper.issuedOn), day)}${paper.own ? '由您开具' : '由学校或教育局开具'}`}
        {paper.validUntil !== null && `，有效至${dayWords(civilDate(paper.validUntil), day)}`}
        {`，被核验${paper.looks}次`}
      </p>
      <ProblemLine problem={problem} />
      {paper.own && paper.state === 'VALID' && (
        <Button tone="danger" onPress={() => void revoke()}>
          撤销此份
        </Button>
      )}
    </li>
  );
}

/** 证书: what waits for numbers, the batches with their marks, the stubs, and the proofs that stand for lost certificates. */
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMayCall, useSession } from '../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { useAddressState } from '../../../web/address-state.ts';
import { api, newIdempotencyKey } from '../../../web/api-client.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Select } from '../../../web/parts/form/select-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Tabs } from '../../../web/parts/surface/tabs.tsx';
import type { CertificateOverview } from '../certificates.api.ts';
import { BatchTable } from './batch-table.tsx';
import { useCertificates, useProofs } from './certificate-queries.tsx';
import { ProofTable } from './proofs/proof-table.tsx';
import { StubSearch } from './stub-search.tsx';
import './certificates.css';

type Waiting = CertificateOverview['waiting'][number];

const YEARS_BACK = 6;

/** /certificates */
export function Component(): ReactNode {
  const [{ tab, year }, setAddress] = useAddressState({ tab: 'batches', year: '' });
  const query = useCertificates(year);
  const proofs = useProofs();
  const mayCall = useMayCall();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>();
  const { data } = query;
  const today = civilDate(useSession().today);
  const apply = async ({ stage, year: of, outcome }: Waiting) => {
    setProblem(undefined);
    try {
      const body = { stage, year: of, outcome };
      const key = { idempotencyKey: newIdempotencyKey() };
      navigate(`/cases/${(await api.post<{ caseId: string }>('/certificate-batches', body, key)).caseId}`);
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  const waiting = (data?.waiting ?? []).filter(({ underWay }) => underWay === null);
  const batches = (data?.batches.length ?? 0) + (data?.cases.length ?? 0);
  return (
    <Page fill>
      <PageHead
        title="证书"
        facts={data && `${data.year}年`}
        side={
          <>
            <Select
              aria-label="毕业年度"
              value={year}
              onChange={(chosen) => setAddress({ year: chosen })}
              options={yearsFrom(today, year)}
            />
            {mayCall('POST /api/certificate-batches') &&
              waiting.map((one, place) => (
                <Button
                  key={`${one.stage} ${one.outcome}`}
                  tone={place === 0 && tab === 'batches' ? 'primary' : 'plain'}
                  onPress={() => void apply(one)}
                >
                  {`为${one.title}编号（${one.students}人）`}
                </Button>
              ))}
          </>
        }
      />
      <ProblemLine problem={problem} />
      <Card label="证书" fill flush>
        <Tabs
          label="证书"
          items={[
            { key: 'batches', words: '批次', count: batches },
            { key: 'stubs', words: '存根' },
            { key: 'proofs', words: '学历证明', count: proofs.data?.items.length ?? 0 },
          ]}
          current={tab}
          onChange={(chosen) => setAddress({ tab: chosen })}
        />
        {tab === 'stubs' ? (
          <StubSearch />
        ) : tab === 'proofs' ? (
          <ProofTable query={proofs} />
        ) : (
          <BatchTable query={query} />
        )}
      </Card>
    </Page>
  );
}

/** This year first; the address may name an older one. */
function yearsFrom(today: CivilDate, asked: string) {
  const newest = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS_BACK }, (_, back) => newest - back);
  if (asked !== '' && !years.includes(Number(asked))) years.push(Number(asked));
  return [{ value: '', words: '本年度' }, ...years.map((one) => ({ value: String(one), words: `${one}年` }))];
}

/** 一批证书: its marks, its papers to print, and each certificate into the hands of its student. */
import { useQueryClient } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { downloadFile, sentenceOf } from '../../../../web/api-client.ts';
import { useKeys } from '../../../../web/frame/keyboard.ts';
import { Page, PageHead } from '../../../../web/frame/page.tsx';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { Menu } from '../../../../web/parts/floating/menu.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Stack } from '../../../../web/parts/surface/layout.tsx';
import type { BatchView } from '../../certificates.api.ts';
import { CERTIFICATE_KEYS, openPaper, useBatch } from '../certificate-queries.tsx';
import { CertificateTable } from './certificate-table.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { MarksCard } from './marks-card.tsx';
import '../certificates.css';

/** /certificates/batches/:id */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const query = useBatch(id);
  const client = useQueryClient();
  const mayCall = useMayCall();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [handing, setHanding] = useState(false);
  const batch = query.data;
  const lying = batch?.certificates.filter(({ state }) => state === 'MADE') ?? [];
  const ready = batch?.marks.every(({ on }) => on !== null) ?? false;
  const mayHand = Boolean(batch?.mayHandOver) && mayCall('POST /api/certificates/hand-overs');
  const renew = () => client.invalidateQueries(CERTIFICATE_KEYS);
  const picked = lying.filter(({ id: one }) => chosen.has(one));
  useKeys(
    mayHand && ready && picked.length > 0 && !handing
      ? [{ key: 'f', words: '发放选中的证书', group: '证书', run: () => setHanding(true) }]
      : undefined,
  );
  if (query.error && !batch) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  if (!batch) return <Skeleton rows={12} />;
  return (
    <Page fill>
      <PageHead
        trail={[{ to: '/certificates', words: '证书' }]}
        title={batch.title}
        facts={`${batch.schoolName}，${batch.certificates.length}张，待发放${lying.length}张`}
        side={<PrintMenu batch={batch} lying={lying.length} />}
      />
      <Stack fill>
        <MarksCard batch={batch} onMarked={renew} />
        <CertificateTable
          batch={batch}
          chosen={chosen}
          onChoose={setChosen}
          onHandOver={mayHand ? () => setHanding(true) : undefined}
          ready={ready}
          onRenew={renew}
        />
      </Stack>
      {handing && picked.length > 0 && (
        <HandOverDialog
          certificates={picked}
          onClose={() => setHanding(false)}
          onDone={async () => {
            setChosen(new Set());
            await renew();
            setHanding(false);
          }}
        />
      )}
    </Page>
  );
}

function PrintMenu({ batch, lying }: { batch: BatchView; lying: number }): ReactNode {
  const copies = batch.rosterFor.length;
  const [problem, setProblem] = useState<string>();
  return (
    <>
      <Menu
        icon={Printer}
        items={[
          {
            key: 'certificates',
            words: `证书（未发放${lying}张）`,
            onPress: () => openPaper(`/certificate-batches/${batch.id}/certificates.pdf`),
          },
          {
            key: 'roster',
            words: `毕业生花名册（一式${copies}份：${batch.rosterFor.join('、')}）`,
            onPress: () => openPaper(`/certificate-batches/${batch.id}/roster.pdf`),
          },
          {
            key: 'workbook',
            words: '导出毕业生花名册工作簿',
            onPress: () =>
              void downloadFile(`/certificate-batches/${batch.id}/roster.xlsx`).catch((thrown: unknown) =>
                setProblem(sentenceOf(thrown)),
              ),
          },
        ]}
      >
        打印
      </Menu>
      <Dialog
        open={problem !== undefined}
        onClose={() => setProblem(undefined)}
        title="未能导出"
        foot={<Button onPress={() => setProblem(undefined)}>知道了</Button>}
      >
        <p>{problem}</p>
      </Dialog>
    </>
  );
}

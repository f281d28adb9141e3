/** 签章: each mark that makes the certificates valid, who set it and when; each office records its own. */
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { findingOf } from '../../../../changes/screens/application-parts.tsx';
import { FindingLine } from '../../../../web/parts/findings/finding-line.tsx';
import { StateIcon } from '../../../../web/parts/state/state-icon.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import type { BatchView } from '../../certificates.api.ts';
import { MarkDialog } from './mark-dialog.tsx';

type Mark = BatchView['marks'][number];

interface MarksCardProps {
  batch: BatchView;
  onMarked: () => Promise<void>;
}

export function MarksCard({ batch, onMarked }: MarksCardProps): ReactNode {
  const mayCall = useMayCall();
  const [marking, setMarking] = useState<Mark>();
  const may = mayCall('POST /api/certificate-batches/:id/marks');
  return (
    <Card title="签章" note={`编号：${batch.makerName}，${batch.numberedOn}（${batch.basis}）`} flush>
      <ul className="certificate-marks">
        {batch.marks.map((one) => (
          <li key={one.mark}>
            <StateIcon kind={one.on ? 'DONE' : 'DRAFT'} />
            <span>{one.words}</span>
            <span className="quiet">
              {one.on ? `${one.on}，${one.by}${one.reason ? `，${one.reason}` : ''}` : one.mine ? '' : '由签章单位登记'}
            </span>
            {may && one.mine && one.on === null && (
              <Button opens="dialog" onPress={() => setMarking(one)}>
                {`登记${one.words}`}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {batch.findings.length > 0 && (
        <ul className="findings" aria-label="法规核对">
          {batch.findings.map((one) => (
            <FindingLine key={`${one.chip} ${one.sentence}`} finding={findingOf(one)} />
          ))}
        </ul>
      )}
      {marking && (
        <MarkDialog
          batch={batch}
          mark={marking}
          onClose={() => setMarking(undefined)}
          onDone={async () => {
            await onMarked();
            setMarking(undefined);
          }}
        />
      )}
    </Card>
  );
}

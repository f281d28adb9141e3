/** 证书名单: a batch in the order of its roster; those that lie here are chosen and handed over, others say where they went. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { api, newIdempotencyKey } from '../../../../web/api-client.ts';
import { EmptyState } from '../../../../web/parts/feedback/states.tsx';
import { ReasonDialog } from '../../../../web/parts/floating/reason-dialog.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import type { BatchView, Stub } from '../../certificates.api.ts';
import { StubState } from '../stub-state.tsx';

interface CertificateTableProps {
  batch: BatchView;
  chosen: ReadonlySet<string>;
  onChoose: (keys: ReadonlySet<string>) => void;
  /** Undefined for whoever hands nothing over. */
  onHandOver: (() => void) | undefined;
  /** Does every mark stand? */
  ready: boolean;
  onRenew: () => Promise<void>;
}

const USUAL = ['毕业结果撤销', '印制有误', '姓名用字有误'];

export function CertificateTable(props: CertificateTableProps): ReactNode {
  const { batch, chosen, onChoose, onHandOver, ready, onRenew } = props;
  const mayCall = useMayCall();
  const [calling, setCalling] = useState<Stub>();
  const callBack = async (reason: string) => {
    const key = { idempotencyKey: newIdempotencyKey() };
    await api.post(`/certificates/${calling!.id}/call-backs`, { reason }, key);
    await onRenew();
  };
  const locked = ready ? undefined : { reason: '签章齐全并登记后才能发放' };
  return (
    <>
      <Card label="证书名单" fill flush>
        <DataTable
          label="证书名单"
          fill
          remember="certificates-of-batch"
          columns={columnsFor(mayCall('POST /api/certificates/:id/call-backs') ? setCalling : undefined)}
          rows={batch.certificates}
          rowKey={({ id }) => id}
          rowWords={({ name }) => name}
          state={{ kind: 'READY' }}
          selection={
            onHandOver && {
              keys: chosen,
              onChange: onChoose,
              unit: '张',
              acts: (
                <Button tone="primary" keyHint="F" opens="dialog" locked={locked} onPress={onHandOver}>
                  发放
                </Button>
              ),
            }
          }
          empty={<EmptyState words="这批没有证书" />}
        />
      </Card>
      <ReasonDialog
        open={calling !== undefined}
        onClose={() => setCalling(undefined)}
        title={`收回${calling?.name ?? ''}的证书`}
        label="收回原因"
        usual={USUAL}
        act="收回"
        danger
        onGive={callBack}
      >
        {`编号${calling?.number ?? ''}作废，存根保留，持证核验时答复已撤销`}
      </ReasonDialog>
    </>
  );
}

const columnsFor = (onCallBack: ((one: Stub) => void) | undefined): Column<Stub>[] => [
  { key: 'serial', title: '序号', width: 56, align: 'right', stuck: 'start', cell: ({ serial }) => serial },
  {
    key: 'name',
    title: '姓名',
    cell: ({ name, studentId }) => <Link to={`/students/${studentId}`}>{name}</Link>,
  },
  { key: 'class', title: '班级', width: 96, optional: true, cell: ({ classWords }) => classWords },
  {
    key: 'number',
    title: '证书编号',
    width: 208,
    cell: ({ number }) => <span className="no-autospace">{number}</span>,
  },
  { key: 'state', title: '状态', width: 168, cell: (one) => <StubState stub={one} /> },
  {
    key: 'handed',
    title: '发放、收回',
    width: 208,
    cell: ({ handedOn, handedTo, callBackReason }) => callBackReason ?? (handedOn ? `${handedOn} ${handedTo}` : null),
  },
  ...(onCallBack ? [callBackColumn(onCallBack)] : []),
];

const callBackColumn = (onCallBack: (one: Stub) => void): Column<Stub> => ({
  key: 'acts',
  title: '办理',
  width: 88,
  cell: (one) =>
    one.state === 'MADE' || one.state === 'FALLEN' ? (
      <Button tone="quiet" opens="dialog" onPress={() => onCallBack(one)}>
        收回
      </Button>
    ) : null,
});

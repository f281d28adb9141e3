/** 疑似比对: the child of the workbook beside the students who may be the same, with what speaks for and against it. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../../web/api-client.ts';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../../web/parts/feedback/states.tsx';
import { CompareTwo } from '../../../web/parts/fields/compare-two.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { EntrantRow, SuspicionsView } from '../../entrants/entrants.api.ts';
import './suspicion.css';

export interface SuspicionDialogProps {
  row: Pick<EntrantRow, 'id' | 'name' | 'rowNo'>;
  /** Already looked at, or not to be decided here: shown only. */
  onConfirm: (() => void) | undefined;
  busy: boolean;
  onClose: () => void;
}

/** Both sides masked: what can be told here is told without opening anybody's numbers. */
export function SuspicionDialog({ row, busy, onClose, onConfirm }: SuspicionDialogProps): ReactNode {
  const { data, error, refetch } = useQuery({
    queryKey: ['suspicions', row.id],
    queryFn: ({ signal }) => api.get<SuspicionsView>(`/admissions/entrants/${row.id}/suspicions`, { signal }),
    gcTime: 0,
    placeholderData: () => undefined,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={`疑似已有学籍：${row.name}`}
      foot={
        <>
          <span className="dialog-note">确认人和时间将留痕；确为同一人的，暂不导入，改办转学</span>
          <Button onPress={onClose}>返回</Button>
          {onConfirm && data && (
            <Button tone="primary" busy={busy} onPress={onConfirm}>
              确非同一人
            </Button>
          )}
        </>
      }
    >
      {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data?.pairs.length === 0 && <p>按现在的填写，已没有疑似同一人的学籍。</p>}
      {data?.pairs.map((pair) => (
        <SuspicionPair key={pair.studentId} entrant={data.entrant} pair={pair} rowNo={row.rowNo} />
      ))}
    </Dialog>
  );
}

type PairProps = {
  entrant: SuspicionsView['entrant'];
  pair: SuspicionsView['pairs'][number];
  rowNo: number | null;
};

export function SuspicionPair({ entrant, pair: { student, score, reasons }, rowNo }: PairProps): ReactNode {
  return (
    <section className="suspicion">
      <p className="suspicion-reasons">
        <b>{score}分</b>
        {reasons.map(({ code, sentence, weight }) => (
          <span key={code} className={weight > 0 ? 'tone-amber' : 'quiet'}>
            {sentence}
            {weight > 0 ? `+${weight}` : weight}
          </span>
        ))}
      </p>
      <CompareTwo
        label="新生与已有学籍"
        sides={[
          { key: 'entrant', title: rowNo === null ? '本校登记' : `报名表第${rowNo}行` },
          { key: 'student', title: '已有学籍' },
        ]}
        rows={[
          { key: 'name', label: '姓名', values: [entrant.name, student.name] },
          { key: 'gender', label: '性别', values: [entrant.gender, student.gender] },
          { key: 'born', label: '出生日期', values: [entrant.bornOn, student.bornOn] },
          { key: 'identity', label: '身份证件号', values: [entrant.identityMasked, student.identityMasked] },
          { key: 'guardian', label: '监护人', values: [entrant.guardian, student.guardian] },
          { key: 'school', label: '学校', values: [entrant.schoolName, student.schoolName], differs: false },
          { key: 'number', label: '学籍号', values: [undefined, student.numberMasked], differs: false },
        ]}
      />
    </section>
  );
}

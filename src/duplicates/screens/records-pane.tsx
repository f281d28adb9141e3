/** 两条记录栏: both records of the case side by side, what the first school says, and what is to be corrected. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import type { CasePaneProps } from '../../cases/pages/case/case-content-parts.tsx';
import { Skeleton } from '../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../web/parts/feedback/states.tsx';
import { CompareTwo } from '../../web/parts/fields/compare-two.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import type { DisputeData } from '../dispute.ts';
import { CorrectionDialog } from './correction-dialog.tsx';
import { useRecords } from './duplicate-queries.tsx';
import { BASIS_WORDS, STATEMENT_WORDS } from './duplicate-words.screen.ts';
import { SideBySide, type SideHead } from './side-by-side.tsx';

/** The card; the school that must correct fills in its values here. */
export function RecordsPane({ view, renew, fill }: CasePaneProps): ReactNode {
  const { basis, score, reasons, statement, words, correction } = view.data as unknown as DisputeData;
  const query = useRecords(view.id, view.seq);
  const mayCorrect = useMayCall()('PUT /api/duplicates/:id/correction');
  const [filling, setFilling] = useState(false);
  const { data, error } = query;
  const mustCorrect = mayCorrect && view.actions.some(({ action }) => action === 'SUBMIT_CORRECTION');
  const own = data && view.state.endsWith('SECOND') ? data.second : data?.first;
  const headOf = (side: 'first' | 'second'): SideHead => {
    const one = data![side];
    return {
      role: side === 'first' ? '甲方' : '乙方',
      schoolName: one.schoolName,
      photo: one.hasPhoto ? `/api/duplicates/${view.id}/photos/${side}` : undefined,
      link: one.studentId && <Link to={`/students/${one.studentId}`}>打开学籍</Link>,
    };
  };
  return (
    <Card
      title="两条记录"
      note={BASIS_WORDS[basis]}
      side={mustCorrect && own?.studentId && <Button onPress={() => setFilling(true)}>填报变更内容</Button>}
      fill={fill}
    >
      {error && <ErrorState problem={error} onRetry={() => void query.refetch()} />}
      {!data && !error && <Skeleton rows={10} />}
      {data && (
        <SideBySide heads={[headOf('first'), headOf('second')]} rows={data.rows} score={score} reasons={reasons} />
      )}
      <p className="dispute-words">
        <b>甲方陈述：{STATEMENT_WORDS[statement].words}</b>　{words}
      </p>
      {correction && (
        <div>
          <h3 className="fields-heading">{correction.side === 'first' ? '甲方' : '乙方'}变更内容</h3>
          <CompareTwo
            label="变更内容"
            sides={[
              { key: 'before', title: '现记载' },
              { key: 'after', title: '变更为' },
            ]}
            rows={correction.items.map(({ label, before, after }) => ({
              ...{ key: label, label },
              values: [before || undefined, after || undefined],
            }))}
          />
        </div>
      )}
      {filling && own?.studentId && (
        <CorrectionDialog
          caseId={view.id}
          studentId={own.studentId}
          onClose={() => setFilling(false)}
          onSaved={async () => {
            await renew();
            setFilling(false);
          }}
        />
      )}
    </Card>
  );
}

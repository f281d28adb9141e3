/** 一名新生的核对: what the law says of the child, what was found on the record, and whom it may be the same as. */
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { useMayCall, useSession } from '../../authorities/sessions/session-parts.tsx';
import { Skeleton } from '../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../web/parts/feedback/states.tsx';
import { PhotoFrame } from '../../web/parts/fields/photo-frame.tsx';
import { ArticleChip } from '../../web/parts/findings/article.tsx';
import { StateIcon, type StateKind } from '../../web/parts/state/state-icon.tsx';
import { Facts } from '../../web/parts/surface/dot.tsx';
import type { CaseEntrant } from '../registering/registering.api.ts';
import { SuspicionPair } from '../screens/entrant/suspicion-dialog.tsx';
import { kindOf } from './case-entrants.screen.ts';
import { useSuspicions } from './entrant-queries.tsx';

interface EntrantDetailProps {
  one: CaseEntrant;
  /** State of the case: returned, the child is the school's again. */
  caseState: string;
}

/** The row under a child's row. */
export function EntrantDetail({ one, caseState }: EntrantDetailProps): ReactNode {
  const mayCall = useMayCall();
  const suspected = one.findings.some(({ studentId }) => studentId !== null);
  const photo = one.photoId === null ? undefined : `/api/admissions/entrants/${one.id}/photo`;
  return (
    <div className="entrant-detail">
      <PhotoFrame name={one.name} src={photo} width={39} />
      <div className="entrant-said">
        <ul>
          {one.law.map(({ verdict, sentence, remedy, chip }) => (
            <Said key={sentence} kind={kindOf(verdict)} sentence={sentence} remedy={remedy} chip={chip} />
          ))}
          {one.findings.map(({ code, field, severity, confirmed, sentence, remedy, chip, studentId }) => (
            <Said
              key={`${code}/${field}/${studentId}`}
              kind={confirmed ? 'DONE' : severity === 'red' ? 'REFUSED' : 'JUDGEMENT'}
              sentence={confirmed ? `${sentence}学校已核对并确认。` : sentence}
              remedy={confirmed ? null : remedy}
              chip={chip}
            />
          ))}
          {one.law.length + one.findings.length === 0 && (
            <Said kind="DONE" sentence="各项与法规、查重相符" remedy={null} chip={null} />
          )}
        </ul>
        {suspected && <Suspicions entrantId={one.id} />}
        <p className="entrant-links">
          <span>基本信息表：{one.signedBy}</span>
          {one.guardian !== '' && (
            <Facts>
              <span>监护人：{one.guardian}</span>
              <span className="no-autospace">{one.phoneMasked}</span>
            </Facts>
          )}
          {one.state === 'REGISTERED' && mayCall('GET /api/students/:id') && (
            <Link to={`/students/${one.id}`}>看学籍（将留痕）</Link>
          )}
          {mayCall('GET /api/admissions/entrants/:id') && <FormLink id={one.id} returned={caseState === 'RETURNED'} />}
        </p>
      </div>
    </div>
  );
}

/** A returned child is mended by its school's registrar; everybody else looks, which leaves a trace. */
function FormLink({ id, returned }: { id: string; returned: boolean }): ReactNode {
  const { role } = useSession();
  const mends = returned && role === 'SCHOOL_REGISTRAR';
  return <Link to={`/admissions/entrants/${id}`}>{mends ? '补正此人的登记' : '看登记表（将留痕）'}</Link>;
}

interface SaidProps {
  kind: StateKind;
  sentence: string;
  remedy: string | null;
  chip: string | null;
}

function Said({ kind, sentence, remedy, chip }: SaidProps): ReactNode {
  const [place = '', ...name] = chip?.split('·') ?? [];
  return (
    <li>
      <StateIcon kind={kind} />
      <span>
        {sentence}
        {remedy !== null && <span className="entrant-remedy">{remedy}</span>}
      </span>
      {chip !== null && <ArticleChip article={{ place, name: name.join('·') }} />}
    </li>
  );
}

function Suspicions({ entrantId }: { entrantId: string }): ReactNode {
  const { data, error, refetch } = useSuspicions(entrantId);
  const id = useId();
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={6} rowHeight={28} />;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="unseen">
        疑似同一人
      </h3>
      {data.pairs.map((pair) => (
        <SuspicionPair key={pair.studentId} entrant={data.entrant} pair={pair} rowNo={null} />
      ))}
      {data.pairs.length === 0 && <p className="quiet">现在已没有疑似同一人的学籍</p>}
    </section>
  );
}

/** 一名旷课学生: how long, what the law asks next, every contact and every report; and the acts for each. */
import { FilePenLine, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { Page, PageHead } from '../../../../web/frame/page.tsx';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../../web/parts/feedback/states.tsx';
import { FieldGrid } from '../../../../web/parts/fields/field-grid.tsx';
import { FindingsList } from '../../../../web/parts/findings/findings-list.tsx';
import { StateIcon } from '../../../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { Columns, Stack } from '../../../../web/parts/surface/layout.tsx';
import type { TruantStanding } from '../../truancy/truancy.api.ts';
import { useTruantStanding } from '../attendance-queries.tsx';
import { ContactForm } from './contact-form.tsx';
import { ReportsCard } from './reports-card.tsx';
import { findingOf, LEVELS, runWords } from './truancy-words.screen.ts';
import '../attendance.css';
import './truancy.css';

const TRAIL = [{ to: '/attendance?view=truancy', words: '旷课' }];

/** /truancy/:id */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const query = useTruantStanding(id);
  const mayCall = useMayCall();
  const standing = query.data;
  const truant = standing?.truant;
  return (
    <Page>
      <PageHead
        trail={TRAIL}
        title={standing?.name ?? '旷课学生'}
        chip={truant && <StatusChip kind={LEVELS[truant.level].kind}>{LEVELS[truant.level].words}</StatusChip>}
        side={
          standing && (
            <>
              <Button icon={Printer} to={`/truancy/${id}/notice`}>
                打印告知书
              </Button>
              {mayCall('POST /api/changes') && (
                <Button icon={FilePenLine} to={`/changes/students/${id}?kind=${changeFor(standing)}`}>
                  {CHANGES[changeFor(standing)]}
                </Button>
              )}
            </>
          )
        }
      />
      {query.error && !standing && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton rows={12} />}
      {standing && <Body standing={standing} />}
    </Page>
  );
}

const CHANGES = { DROPOUT: '报告辍学', DROPOUT_RETURN: '办理复学', AUTOMATIC_WITHDRAWAL: '提出自动退学' } as const;

/** Which change of the registration comes next for a student who stays away. */
const changeFor = ({ senior, stateWords }: TruantStanding): keyof typeof CHANGES =>
  stateWords === '辍学' ? 'DROPOUT_RETURN' : senior ? 'AUTOMATIC_WITHDRAWAL' : 'DROPOUT';

function Body({ standing }: { standing: TruantStanding }): ReactNode {
  const { truant } = standing;
  const mayLog = useMayCall()('POST /api/truancy/students/:id/contacts');
  return (
    <Columns template="minmax(0, 360px) minmax(0, 1fr)" stackUnder={960}>
      <Stack>
        <Card title="旷课情况">
          <FieldGrid
            labelWidth={84}
            rows={[
              { key: 'number', label: '学籍号', value: standing.numberMasked },
              { key: 'school', label: '学校', value: standing.schoolName },
              {
                key: 'group',
                label: '年级班级',
                value: truant ? `${standing.gradeWords} ${truant.classGroupName}` : standing.gradeWords,
              },
              { key: 'state', label: '学籍状态', value: standing.stateWords },
              ...(truant
                ? [
                    { key: 'run', label: '连续旷课', value: runWords(truant) },
                    { key: 'sum', label: '本学期累计', value: `${truant.periods}节，整天${truant.days}天` },
                  ]
                : [{ key: 'none', label: '本学期', value: '没有旷课记录' }]),
            ]}
          />
        </Card>
        {truant && <Steps steps={truant.steps} />}
        {truant && truant.findings.length > 0 && (
          <FindingsList title="本地规定" findings={truant.findings.map(findingOf)} />
        )}
      </Stack>
      <Stack>
        <Card title="联系记录" note={`${standing.contacts.length}次`} flush>
          {mayLog && <ContactForm studentId={standing.studentId} />}
          {standing.contacts.length === 0 && (
            <EmptyState words="还没有联系记录" why="每次电话、家访后登记联系的是谁、说了什么" />
          )}
          <ul className="attendance-list">
            {standing.contacts.map(({ id, on, wayWords, who, outcome, madeByName }) => (
              <li key={id}>
                <div className="attendance-line">
                  <b>{on}</b>
                  <span>
                    {wayWords}，{who}
                  </span>
                  <span className="quiet">{madeByName}登记</span>
                </div>
                <p>{outcome}</p>
              </li>
            ))}
          </ul>
        </Card>
        <ReportsCard standing={standing} />
      </Stack>
    </Columns>
  );
}

type Truant = NonNullable<TruantStanding['truant']>;

function Steps({ steps }: { steps: Truant['steps'] }): ReactNode {
  if (steps.length === 0) return null;
  return (
    <Card title="接下来怎么办" flush>
      <ol className="attendance-list">
        {steps.map(({ byWords, what, chip, done }) => (
          <li key={`${byWords} ${what}`} className="attendance-line">
            <StateIcon kind={done ? 'DONE' : 'DUE_SOON'} />
            <span>
              <b>{byWords}</b>
              {what}
              <span className="quiet no-autospace">（{chip}）</span>
            </span>
            <span className="unseen">{done ? '已办' : '待办'}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

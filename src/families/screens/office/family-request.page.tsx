/** 一件家长申请: what is asked beside what is held, the photographs, and the answer or the case that comes of it. */
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useMayCall, useSession } from '../../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../../kernel/civil-date.ts';
import { dayWords } from '../../../web/format.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { FieldGrid } from '../../../web/parts/fields/field-grid.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Columns, Line, Stack } from '../../../web/parts/surface/layout.tsx';
import type { Answered, OfficeDetail } from '../../requests/requests.api.ts';
import { REQUEST_KINDS } from './family-requests.page.tsx';
import { answerRequest, useRenewRequests, useRequest } from './request-queries.tsx';
import './office.css';

const TRAIL = [{ to: '/family-requests', words: '家长申请' }];

/** /family-requests/:id */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useRequest(id);
  return (
    <Page>
      <PageHead
        trail={TRAIL}
        title={data ? `${data.childName}：${data.kindWords}` : '家长申请'}
        chip={data && <StatusChip kind={REQUEST_KINDS[data.state]}>{data.stateWords}</StatusChip>}
        facts={data && `${data.schoolName} ${data.classWords ?? ''}${data.registered ? '' : ' 新生，尚未建立学籍'}`}
      />
      {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton rows={10} />}
      {data && <Request one={data} />}
    </Page>
  );
}

function Request({ one }: { one: OfficeDetail }): ReactNode {
  const day = civilDate(useSession().today);
  const mayCall = useMayCall();
  return (
    <Columns template="minmax(0, 1fr) minmax(0, 380px)">
      <Stack>
        <Card title="家长提出" note={`${one.guardianWords}，${dayWords(civilDate(one.sentOn), day)}`}>
          <div className="family-request-form">
            {one.lines.length > 0 && (
              <FieldGrid
                labelWidth={120}
                rows={one.lines.map(({ label, before, value }) => ({
                  key: label,
                  label,
                  value: value === '' ? '（清空）' : value,
                  ...(before === null ? {} : { note: `现为${before === '' ? '未填' : before}` }),
                }))}
              />
            )}
            <p className="family-said">{one.said}</p>
          </div>
        </Card>
        <Card title="材料照片" note={`${one.papers.length}份`}>
          {one.papers.length === 0 ? (
            <EmptyState words="没有附照片" why="须核验材料的，可请家长补充后重新提出" />
          ) : (
            <div className="family-scans">
              {one.papers.map(({ id, what, mediaType, pages }) => {
                const at = `/api/family-requests/${one.id}/papers/${id}`;
                return (
                  <figure key={id}>
                    {mediaType === 'image/jpeg' ? (
                      <img src={at} alt={what} />
                    ) : (
                      <a href={at}>{`打开文件，${pages}页`}</a>
                    )}
                    <figcaption>{what}</figcaption>
                  </figure>
                );
              })}
            </div>
          )}
        </Card>
      </Stack>
      <Stack>
        {one.answer && <AnswerCard answer={one.answer} />}
        {!one.registered && mayCall('GET /api/admissions/entrants/:id') && (
          <Card title="新生登记">
            <Link to={`/admissions/entrants/${one.studentId}`}>看此人的登记表（将留痕）</Link>
          </Card>
        )}
        {one.caseId !== null && (
          <Card title="办件">
            <Link to={`/cases/${one.caseId}`}>看由此申请所立的办件</Link>
          </Card>
        )}
        {one.may.length > 0 ? (
          <Answering key={one.id} one={one} />
        ) : (
          one.state === 'OPEN' && (
            <Card title="答复">
              <EmptyState
                words="不由您的岗位答复"
                why={
                  one.registered
                    ? '学校的由班主任、学籍管理员答复，向主管部门提出的由其答复'
                    : '新生填报的内容由学籍管理员采用'
                }
              />
            </Card>
          )
        )}
      </Stack>
    </Columns>
  );
}

function AnswerCard({ answer }: { answer: NonNullable<OfficeDetail['answer']> }): ReactNode {
  return (
    <Card title="答复">
      <FieldGrid
        rows={[
          { key: 'by', label: '答复人', value: answer.byName },
          { key: 'on', label: '日期', value: answer.on },
          ...(answer.opinion === null ? [] : [{ key: 'opinion', label: '说明', value: answer.opinion }]),
          ...(answer.basis === null ? [] : [{ key: 'basis', label: '依据', value: answer.basis }]),
        ]}
      />
    </Card>
  );
}

function Answering({ one }: { one: OfficeDetail }): ReactNode {
  const renew = useRenewRequests();
  const [opinion, setOpinion] = useState('');
  const [basis, setBasis] = useState('');
  const [found, setFound] = useState<Answered['findings']>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const answer = async (accept: boolean) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { done, findings } = await answerRequest(one.id, { accept, opinion: opinion.trim(), basis: basis.trim() });
      setFound(findings);
      if (done) renew();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const draft = !one.registered;
  const no = draft ? '不予采用' : '不予受理';
  const red = found.filter(({ severity }) => severity === 'red');
  const may = (act: OfficeDetail['may'][number]) => one.may.includes(act);
  return (
    <Card title="答复家长" note={`期限${one.answerBy}`}>
      <div className="family-request-form">
        {may('OPEN_CASE') && one.opensAt !== null && (
          <>
            <p>此事须立案办理。立案页面已按家长所填预填，所附照片随案作为佐证。</p>
            <Button tone="primary" large to={one.opensAt}>
              去立案
            </Button>
          </>
        )}
        <TextField
          label="说明"
          layout="above"
          lines={3}
          maxLength={300}
          value={opinion}
          onChange={setOpinion}
          required={may('ANSWER')}
          hint={may('ANSWER') ? '家长在手机上看到的答复' : `${no}须写明理由；${draft ? '采用' : '受理'}可不填`}
        />
        {!draft && <Basis articles={one.articles} value={basis} onChange={setBasis} />}
        {red.map(({ field, sentence, remedy }) => (
          <ProblemLine key={`${field} ${sentence}`} problem={`${sentence}${remedy}`} />
        ))}
        <ProblemLine problem={problem} />
        <Line
          end={
            may('ACCEPT') || may('ANSWER') ? (
              <Button tone="primary" large busy={busy} onPress={() => void answer(true)}>
                {may('ANSWER') ? '答复' : draft ? '采用，写入新生登记' : '核对无误，予以更正'}
              </Button>
            ) : undefined
          }
        >
          {may('DECLINE') && (
            <Button tone="danger" large busy={busy} onPress={() => void answer(false)}>
              {may('ANSWER') ? '不予支持' : no}
            </Button>
          )}
        </Line>
      </div>
    </Card>
  );
}

const OTHER = 'OTHER';

interface BasisProps {
  articles: OfficeDetail['articles'];
  value: string;
  onChange: (basis: string) => void;
}

/** 所依规定: chosen among what the law of the place says of this request; another text is named by hand. */
function Basis({ articles, value, onChange }: BasisProps): ReactNode {
  const [other, setOther] = useState(articles.length === 0);
  const chosen = articles.find(({ chip }) => chip === value);
  return (
    <>
      {articles.length > 0 && (
        <SelectField
          label="依据"
          layout="above"
          value={other ? OTHER : value}
          onChange={(next) => {
            setOther(next === OTHER);
            onChange(next === OTHER ? '' : next);
          }}
          empty="不予受理时选所依条款"
          options={[
            ...articles.map(({ chip, verdict }) => ({ value: chip, words: `${chip}${AGAINST[verdict]}` })),
            { value: OTHER, words: '其他规定，自行填写' },
          ]}
          hint={chosen?.sentence ?? '列出的是当地规定对此申请的核对结果'}
        />
      )}
      {other && (
        <TextField
          label={articles.length > 0 ? '规定和条款' : '依据'}
          layout="above"
          maxLength={60}
          value={value}
          onChange={onChange}
          hint="不予受理须写明规定和条款，如“四川·第二十五条”"
        />
      )}
    </>
  );
}

const AGAINST = { REFUSE: '（不符）', DISCRETIONARY: '（酌定）', ALLOW: '' } as const;

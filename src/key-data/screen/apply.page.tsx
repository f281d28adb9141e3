/** 申请变更关键数据: the new values beside those held, papers and reason; the same form mends a returned case. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useSession } from '../../authorities/sessions/session-parts.tsx';
import type { CaseView } from '../../cases/cases.api.ts';
import {
  isOfflineIncomplete,
  NOT_OFFLINE,
  OfflineFields,
  offlineOf,
} from '../../cases/pages/offline/offline-parts.tsx';
import { civilDate } from '../../kernel/civil-date.ts';
import type { Areas, RegistrationForm } from '../../students/api/form.api.ts';
import type { StudentView } from '../../students/api/students.api.ts';
import { FieldInput } from '../../students/pages/field-parts.tsx';
import { api, newIdempotencyKey } from '../../web/api-client.ts';
import { Page, PageHead } from '../../web/frame/page.tsx';
import { Skeleton } from '../../web/parts/feedback/skeleton.tsx';
import { ErrorState, ProblemLine } from '../../web/parts/feedback/states.tsx';
import { CompareTwo } from '../../web/parts/fields/compare-two.tsx';
import { CheckField } from '../../web/parts/form/choice-field.tsx';
import { FormRow } from '../../web/parts/form/form-row.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Columns } from '../../web/parts/surface/layout.tsx';
import type { Application, Outcome } from '../key-data.api.ts';
import type { KeyDataChangeData } from '../key-data-change.ts';
import { PAPER_WORDS } from '../papers.api.ts';
import { changesOf, itemsOf, NUMBER, startOf } from './application.screen.ts';
import './apply.css';

type Paper = Application['papers'][number];
const PAPERS = Object.entries(PAPER_WORDS) as [Paper, string][];

/** The page at /students/:id/key-data-change, with ?case= where a case is mended, ?request= where a family asks for it. */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const [caseId, request] = [search.get('case'), search.get('request')];
  const student = useQuery({
    queryKey: ['students', 'one', id],
    queryFn: ({ signal }) => api.get<StudentView>(`/students/${id}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const form = useQuery({
    queryKey: ['students', 'form'],
    queryFn: ({ signal }) => api.get<RegistrationForm>('/students/fields', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const mended = useQuery({
    queryKey: ['cases', 'one', caseId, 'mending'],
    queryFn: ({ signal }) => api.get<CaseView>(`/cases/${caseId}`, { signal }),
    enabled: caseId !== null,
    gcTime: 0,
  });
  const asked = useQuery({
    queryKey: ['key-data', 'asked', request],
    queryFn: ({ signal }) => api.get<Asked>(`/family-requests/${request}`, { signal }),
    enabled: request !== null,
    gcTime: 0,
  });
  const failed = [student, form, mended, asked].find(({ error }) => error);
  const ready = student.data && form.data && (caseId === null || mended.data) && (request === null || asked.data);
  return (
    <Page>
      <PageHead
        trail={[{ to: `/students/${id}`, words: student.data?.name ?? '学籍档案' }]}
        title="申请变更关键数据"
        facts={student.data && <span>学籍号{student.data.numberMasked}，变更后不变</span>}
      />
      {failed && <ErrorState problem={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && !ready && <Skeleton rows={10} />}
      {student.data && form.data && ready && (
        <Apply
          student={student.data}
          form={form.data}
          asked={asked.data && { ...asked.data, id: request ?? '' }}
          mending={mended.data && { caseId: mended.data.id, data: mended.data.data as unknown as KeyDataChangeData }}
        />
      )}
    </Page>
  );
}

/** What a family proposes. */
interface Asked {
  values: Record<string, string>;
  said: string;
}

interface ApplyProps {
  asked: (Asked & { id: string }) | undefined;
  student: StudentView;
  form: RegistrationForm;
  mending: { caseId: string; data: KeyDataChangeData } | undefined;
}

function Apply({ student, form, mending, asked }: ApplyProps): ReactNode {
  const navigate = useNavigate();
  const [{ wanted, keepNumber }, setWanted] = useState(() =>
    asked ? { wanted: asked.values, keepNumber: false } : startOf(mending?.data),
  );
  const [papers, setPapers] = useState<readonly Paper[]>(mending?.data.papers ?? []);
  const today = civilDate(useSession().today);
  const [offline, setOffline] = useState(NOT_OFFLINE);
  const [reason, setReason] = useState(mending?.data.reason ?? asked?.said ?? '');
  const [found, setFound] = useState<Outcome['findings']>([]);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(newIdempotencyKey);
  const items = itemsOf(student);
  const fields = form.groups.flatMap((group) => group.fields).filter((field) => field.keyData);
  const values = changesOf(wanted, items);
  const keeps = keepNumber && values[NUMBER] === undefined;
  const areas = useQuery({
    queryKey: ['students', 'areas'],
    queryFn: ({ signal }) => api.get<Areas>('/students/areas', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: values['householdPlace'] !== undefined,
  });
  const nothing = Object.keys(values).length === 0 && !keeps;

  const type = (path: string, text: string) => {
    setWanted({ wanted: { ...wanted, [path]: text }, keepNumber });
    setFound(found.filter(({ field }) => field !== path));
    setProblem(undefined);
    setKey(newIdempotencyKey());
  };
  const send = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const application = { values, papers: [...papers], reason: reason.trim() };
      const outcome = mending
        ? await api.put<Outcome>(`/key-data-changes/${mending.caseId}`, { ...application, keepNumber: keeps })
        : await api.post<Outcome>(
            '/key-data-changes',
            {
              ...{ ...application, studentId: student.studentId, ...offlineOf(offline) },
              ...(asked ? { familyRequestId: asked.id } : {}),
            },
            { idempotencyKey: key },
          );
      setFound(outcome.findings);
      if (outcome.caseId !== null) return void navigate(`/cases/${outcome.caseId}`);
      setProblem('标红的各项改好后再提交');
    } catch (thrown) {
      setProblem(thrown);
      setKey(newIdempotencyKey());
    } finally {
      setBusy(false);
    }
  };
  const problemAt = (path: string) => {
    const red = found.find(({ field, severity }) => field === path && severity === 'red');
    return red && `${red.sentence}${red.remedy}`;
  };
  const others = found.filter(
    ({ field, severity }) => severity === 'red' && !fields.some(({ path }) => path === field),
  );
  const wordsOf = (path: string, text: string) => {
    const table = fields.find((field) => field.path === path)?.table;
    const choices = path === 'householdPlace' ? areas.data?.items : table ? form.tables[table] : undefined;
    return choices?.find(({ value }) => value === text)?.words ?? text;
  };
  const incomplete = nothing
    ? '还没有要变更的项目'
    : reason.trim().length < 2
      ? '请写明变更缘由'
      : isOfflineIncomplete(offline)
        ? '请填实际受理日和脱机原因'
        : undefined;
  return (
    <Columns template="minmax(0, 1fr) minmax(0, 1fr)">
      <Card title="变更为" note="只改有变动的项目">
        <div className="key-data-form">
          {fields.map((field) => {
            const { path } = field;
            const item = items.get(path);
            return (
              <FieldInput
                key={path}
                field={item?.masked ? { ...field, required: false, hint: `现为${item.value}，不变更的留空` } : field}
                hinted={item?.masked}
                tables={form.tables}
                value={wanted[path] ?? item?.raw ?? ''}
                onChange={(text) => type(path, text)}
                problem={problemAt(path)}
              />
            );
          })}
          <FormRow label="已核验材料" group>
            {() => (
              <span className="key-data-papers">
                {PAPERS.map(([paper, words]) => (
                  <CheckField
                    key={paper}
                    checked={papers.includes(paper)}
                    onChange={(has) => {
                      setPapers(has ? [...papers, paper] : papers.filter((one) => one !== paper));
                      setProblem(undefined);
                    }}
                  >
                    {words}
                  </CheckField>
                ))}
              </span>
            )}
          </FormRow>
          <TextField
            label="变更缘由"
            required
            lines={3}
            maxLength={500}
            value={reason}
            onChange={setReason}
            placeholder="户口簿上已更名，家长申请变更"
          />
          {!mending && <OfflineFields today={today} draft={offline} onChange={setOffline} tried />}
        </div>
      </Card>
      <Card
        title="新旧对照"
        note="提交前先查重"
        foot={
          <>
            <ProblemLine problem={problem} />
            <Button
              tone="primary"
              large
              busy={busy}
              locked={incomplete ? { reason: incomplete } : undefined}
              onPress={() => void send()}
            >
              {mending ? '保存修改' : '提交主管领导签署'}
            </Button>
          </>
        }
      >
        {nothing ? (
          <p className="quiet">改填后，这里列出原值和新值</p>
        ) : (
          <CompareTwo
            label="新旧对照"
            sides={[
              { key: 'before', title: '现记载' },
              { key: 'after', title: '申请变更为' },
            ]}
            rows={fields
              .filter(({ path }) => values[path] !== undefined || (path === NUMBER && keeps))
              .map(({ path, label }) => ({
                key: path,
                label,
                values: [
                  items.get(path)?.value || undefined,
                  values[path] === undefined ? '沿用此件已填的新证件号' : wordsOf(path, values[path]),
                ],
                differs: true,
              }))}
          />
        )}
        {others.map(({ field, sentence, remedy }) => (
          <ProblemLine key={`${field} ${sentence}`} problem={`${sentence}${remedy}`} />
        ))}
      </Card>
    </Columns>
  );
}

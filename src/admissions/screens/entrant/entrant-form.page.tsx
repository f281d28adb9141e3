/** 登记一人: the form of one entrant, kept as a draft with everything found on it, until the school submits. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMayCall, useSession } from '../../../authorities/sessions/session-parts.tsx';
import type { CaseView } from '../../../cases/cases.api.ts';
import type { RegistrationForm } from '../../../students/api/form.api.ts';
import { api, newIdempotencyKey, sentenceOf } from '../../../web/api-client.ts';
import { useLeavingGuard } from '../../../web/frame/leaving-guard.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ErrorState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { ActionBar, ActionBarActs } from '../../../web/parts/findings/decision-bar.tsx';
import type { StateKind } from '../../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Columns, Stack } from '../../../web/parts/surface/layout.tsx';
import type { EntrantView, FoundView } from '../../entrants/entrants.api.ts';
import { confirmFinding, makeEntrant, mendEntrant, submitEntrants } from '../acts.screen.ts';
import { readEntrant, useEntrant, useForm, useOverview, useRenewAdmissions } from '../admission-queries.tsx';
import { SubmitDialog } from '../submit/submit-dialog.tsx';
import { DeleteDraft } from './delete-draft.tsx';
import { FormFindings } from './form-findings.tsx';
import { FormSection } from './form-section.tsx';
import { changedValues, gradeOfClass, itemId, sectionsOf, usualValues, type Values } from './form-values.screen.ts';
import { PhotoPlace } from './photo-place.tsx';
import './entrant.css';

const KINDS: Record<string, StateKind> = {
  DRAFT: 'DRAFT',
  SKIPPED: 'DRAFT',
  SUBMITTED: 'IN_PROCESS',
  REGISTERED: 'DONE',
  REFUSED: 'REFUSED',
};
const EMPTY: Values = {};
const CLOSED: Record<string, string> = {
  SUBMITTED: '正在核办，更正须先撤回或请核办机关退回',
  REGISTERED: '已建立学籍，更正在学生页办理',
  REFUSED: '已不予注册',
};

/** `/admissions/entrants/new` and `/admissions/entrants/:id`. */
export function Component(): ReactNode {
  const { id } = useParams();
  const wanted = id === 'new' ? undefined : id;
  const { data, error, refetch } = useEntrant(wanted);
  const form = useForm();
  const failed = error ?? form.error;
  const ready = form.data !== undefined && (wanted === undefined || data !== undefined);
  if (failed && !ready) {
    return (
      <Page>
        <PageHead trail={TRAIL} title="登记新生" />
        <ErrorState problem={failed} onRetry={() => void Promise.all([refetch(), form.refetch()])} />
      </Page>
    );
  }
  if (!ready) return <Skeleton rows={10} />;
  return <EntrantForm key={id} one={wanted === undefined ? undefined : data} />;
}

const TRAIL = [{ to: '/admissions', words: '入学注册' }];

/** Where the family of this child is let in, and what it has signed. */
function FamilyLinks({ one }: { one: EntrantView }): ReactNode {
  const mayCall = useMayCall();
  if (!mayCall('POST /api/family-links')) return null;
  return <Button to={`/family-links?${one.importId ? `import=${one.importId}` : 'group=alone'}`}>家长链接</Button>;
}

function EntrantForm({ one }: { one: EntrantView | undefined }): ReactNode {
  const navigate = useNavigate();
  const client = useQueryClient();
  const renew = useRenewAdmissions();
  const overview = useOverview();
  const form = useForm().data!;
  const { schoolYear } = useSession();
  const [saved, setSaved] = useState<Values>(one?.values ?? EMPTY);
  const [values, setValues] = useState<Values>(saved);
  const [made, setMade] = useState<EntrantView>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [gone, setGone] = useState(false);
  const key = useRef(newIdempotencyKey());
  const changed = changedValues(values, saved);
  const dirty = Object.keys(changed).length > 0;
  const sections = useMemo(() => sectionsOf(form, saved), [form, saved]);
  const findings = one?.findings ?? NOTHING_FOUND;
  const mayMend = useMayMend(one);
  const closed = one !== undefined && !mayMend;
  useLeavingGuard(dirty && !gone);
  useEffect(() => {
    if (!gone) return;
    void renew();
    navigate('/admissions', { replace: true });
  }, [gone, renew, navigate]);
  useEffect(() => {
    if (!made) return;
    client.setQueryData(['entrant', made.id], made);
    if (!one) navigate(`/admissions/entrants/${made.id}`, { replace: true });
  }, [made, one, client, navigate]);

  const set = (path: string, value: string) =>
    setValues((before) => {
      const grade = path === 'classGroup' && !before['grade'] ? gradeOfClass(value, gradesOf(form)) : undefined;
      return { ...before, [path]: value, ...(grade === undefined ? {} : { grade }) };
    });
  const save = async (): Promise<EntrantView | undefined> => {
    if (!dirty) return one;
    setBusy(true);
    setProblem(undefined);
    try {
      const next = one ? await mended(one, changed) : await makeEntrant(changed, key.current);
      setSaved(next.values);
      setValues(next.values);
      setMade(next);
      void renew();
      return next;
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  const renewOne = async () => {
    if (one) setMade(await readEntrant(one.id));
    void renew();
  };
  const confirm = async (found: FoundView) => {
    if (!one) return;
    setProblem(undefined);
    try {
      await confirmFinding(one.id, found);
      await renewOne();
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
    }
  };
  const submit = async () => {
    const next = await save();
    if (next && next.red === 0) setAsking(true);
    else if (next) setProblem(`还有${next.red}处须改，改好才能提交`);
  };
  const jump = (path: string) => {
    const row = document.getElementById(itemId(path));
    row?.closest('details')?.setAttribute('open', '');
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('input,select,textarea,button')?.focus();
  };
  const usual = usualValues(form, values);
  const classGroups = overview.data?.classGroups ?? [];
  return (
    <Page fill>
      <PageHead
        trail={TRAIL}
        title={one ? one.name || '姓名未填' : '登记一人'}
        chip={
          one && (
            <StatusChip kind={KINDS[one.state] ?? 'DRAFT'} to={one.caseId ? `/cases/${one.caseId}` : undefined}>
              {one.stateWords}
            </StatusChip>
          )
        }
        facts={one?.rowNo != null && one.importId ? `报名表第${one.rowNo}行` : undefined}
        side={
          <>
            {one && one.state !== 'REGISTERED' && one.state !== 'REFUSED' && <FamilyLinks one={one} />}
            {!closed && Object.keys(usual).length > 0 && (
              <Button onPress={() => setValues((before) => ({ ...before, ...usual }))}>
                未填的{Object.keys(usual).length}项按多数情形填
              </Button>
            )}
          </>
        }
      />
      <Columns template="minmax(0, 1fr) 300px" fill>
        <div className="form-sections">
          {sections.map((section) => (
            <FormSection
              key={section.key}
              section={section}
              values={values}
              findings={findings}
              form={form}
              classGroups={classGroups.map(({ name }) => name)}
              locked={closed}
              onChange={set}
              onConfirm={one && !closed ? confirm : undefined}
            />
          ))}
        </div>
        <Stack fill>
          <Card title="照片">
            <PhotoPlace one={one} closed={closed} onDone={renewOne} />
          </Card>
          <Card title="核对结果" fill flush>
            <FormFindings one={one} onJump={jump} onConfirm={closed ? undefined : confirm} />
          </Card>
        </Stack>
      </Columns>
      <ActionBar>
        <span className="bar-note">
          {closed
            ? (CLOSED[one.state] ?? '仅供查看')
            : dirty
              ? `有${Object.keys(changed).length}项尚未保存`
              : one
                ? '已保存'
                : '填一部分也可先存为草稿'}
        </span>
        <ProblemLine problem={problem} />
        {!closed && (
          <ActionBarActs>
            {one && one.state !== 'SUBMITTED' && <DeleteDraft one={one} onDone={() => setGone(true)} />}
            <Button large busy={busy} onPress={() => void save()}>
              存为草稿
            </Button>
            {(!one || one.state === 'DRAFT') && (
              <Button large tone="primary" busy={busy} onPress={() => void submit()}>
                保存并提交注册
              </Button>
            )}
            {one?.state === 'SUBMITTED' && one.caseId && (
              <Button large tone="primary" to={`/cases/${one.caseId}`}>
                回办件再次提交
              </Button>
            )}
          </ActionBarActs>
        )}
      </ActionBar>
      {asking && one && (
        <SubmitDialog
          title={`提交注册：${one.name}`}
          facts={`${one.name}，${one.gradeWords}，提交主管部门核办。`}
          count={1}
          among={({ entrantId }) => entrantId === one.id}
          intakeYear={overview.data?.intakeYear ?? schoolYear}
          onClose={() => setAsking(false)}
          onSubmit={async (declaration, submitKey) => {
            await submitEntrants([one.id], declaration, submitKey);
            await renew();
            navigate('/admissions?state=SUBMITTED');
          }}
        />
      )}
    </Page>
  );
}

const gradesOf = ({ groups, tables }: RegistrationForm) =>
  tables[groups.flatMap(({ fields }) => fields).find(({ path }) => path === 'grade')?.table ?? ''] ?? [];

/** The school's own until it is handed in, and again once its case has come back. */
function useMayMend(one: EntrantView | undefined): boolean {
  const mayCall = useMayCall()('PATCH /api/admissions/entrants/:id');
  const held = useQuery({
    queryKey: ['case', one?.caseId],
    queryFn: ({ signal }) => api.get<CaseView>(`/cases/${one?.caseId}`, { signal }),
    enabled: one?.state === 'SUBMITTED' && one.caseId !== null,
  });
  if (!mayCall) return false;
  if (!one || one.state === 'DRAFT' || one.state === 'SKIPPED') return true;
  return one.state === 'SUBMITTED' && held.data?.state === 'RETURNED';
}

const NOTHING_FOUND: readonly FoundView[] = [];

/** The draft after the change, with its values: the act itself answers only what lists show. */
async function mended(one: EntrantView, changed: Values): Promise<EntrantView> {
  await mendEntrant(one.id, changed, one.version);
  return readEntrant(one.id);
}

/** 学校变动: which school, what becomes of it, who would go where and what stands in the way; then it is drawn up. */
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { type SchoolKind, SchoolKindFields } from '../../authorities/pages/institutions/forms/school-kind-parts.tsx';
import { SchoolPicker } from '../../authorities/pages/institutions/school-picker-parts.tsx';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { findingOf } from '../../changes/screens/application-parts.tsx';
import { newIdempotencyKey, sentenceOf } from '../../web/api-client.ts';
import { countWords } from '../../web/format.ts';
import { Page, PageHead } from '../../web/frame/page.tsx';
import { EmptyState, ProblemLine } from '../../web/parts/feedback/states.tsx';
import { FindingsList } from '../../web/parts/findings/findings-list.tsx';
import { ChoiceField } from '../../web/parts/form/choice-field.tsx';
import { SelectField } from '../../web/parts/form/select-field.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Columns, Stack } from '../../web/parts/surface/layout.tsx';
import type { PlanView, SchoolBefore } from '../restructuring.api.ts';
import { KeeperFields } from './keeper-fields.tsx';
import { PlanBlockers, PlanFiles, PlanTable } from './plan-parts.tsx';
import { drawUp, useRehearsal, useSchoolBefore } from './restructuring-queries.tsx';
import { BLANK, type Filled, KINDS, wishOf } from './wish.screen.ts';
import './restructuring.css';

/** /restructurings/draw */
export function Component(): ReactNode {
  const navigate = useNavigate();
  const [filled, setFilled] = useState<Filled>(BLANK);
  const [opinion, setOpinion] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const before = useSchoolBefore(filled.schoolId);
  const wish = wishOf(filled);
  const rehearsal = useRehearsal(wish);
  const plan = wish && rehearsal.data;
  const fill = (change: Partial<Filled>) => setFilled({ ...filled, ...change });
  const send = async () => {
    if (!wish) return;
    setBusy(true);
    setProblem(undefined);
    try {
      navigate(`/cases/${(await drawUp(wish, opinion, newIdempotencyKey())).caseId}`);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page>
      <PageHead trail={[{ to: '/restructurings', words: '学校变动' }]} title="拟定学校变动" />
      <ProblemLine problem={problem} />
      <Columns template="minmax(0, 432px) minmax(0, 1fr)">
        <Card title="变动事项">
          <WishForm filled={filled} fill={fill} before={before.data} receiving={receivingOf(plan)} />
          <TextField label="变动依据" layout="above" required lines={2} value={opinion} onChange={setOpinion} />
          <Draw busy={busy} ready={wish !== undefined && opinion.trim().length >= 4} onDraw={() => void send()} />
        </Card>
        <Stack>
          {rehearsal.error && wish && <ProblemLine problem={sentenceOf(rehearsal.error)} />}
          {plan && (
            <>
              <PlanBlockers plan={plan} />
              <Card title="学生去向" note={`${countWords(plan.students)}人，学籍号不变`} flush>
                <PlanTable plan={plan} schoolId={filled.schoolId} />
              </Card>
              {(plan.files.former || plan.files.withStudents.length > 0) && (
                <Card title="档案去向" flush>
                  <PlanFiles files={plan.files} />
                </Card>
              )}
              {plan.findings.length > 0 && <FindingsList findings={plan.findings.map(findingOf)} />}
            </>
          )}
          {!(wish && (plan || rehearsal.error)) && (
            <Card label="预演">
              <EmptyState words="选定学校和去向后预演" why="先看每个班去哪里、有无未办结的办件，拟定前不会变动" />
            </Card>
          )}
        </Stack>
      </Columns>
    </Page>
  );
}

/** Schools to which somebody goes, each once. */
const receivingOf = (plan: PlanView | undefined): { id: string; name: string }[] => [
  ...new Map(
    (plan?.moves ?? []).flatMap(({ toId, toName }) => (toId && toName ? [[toId, { id: toId, name: toName }]] : [])),
  ).values(),
];

function Draw({ busy, ready, onDraw }: { busy: boolean; ready: boolean; onDraw: () => void }): ReactNode {
  const mayCall = useMayCall();
  if (!mayCall('POST /api/restructurings')) return <p className="quiet">由经办人拟定，您可以预演</p>;
  return (
    <div className="restructuring-draw">
      <Button
        tone="primary"
        busy={busy}
        locked={ready ? undefined : { reason: '选定学校和去向、写明依据后拟定' }}
        onPress={onDraw}
      >
        拟定，待主管领导签署
      </Button>
    </div>
  );
}

const kindBefore = ({ schoolType, stages, years, provincialConsent }: SchoolBefore): SchoolKind => ({
  schoolType: (schoolType ?? '') as SchoolKind['schoolType'],
  ...{ stages, years, provincialConsent },
});

interface WishFormProps {
  filled: Filled;
  fill: (change: Partial<Filled>) => void;
  before: SchoolBefore | undefined;
  receiving: readonly { id: string; name: string }[];
}

function WishForm({ filled, fill, before, receiving }: WishFormProps): ReactNode {
  const { kind } = filled;
  const standing = before?.grades.filter(({ students }) => students > 0) ?? [];
  return (
    <div className="restructuring-form">
      <SchoolPicker
        value={filled.schoolId}
        name={before?.name}
        onChange={(schoolId) => fill({ schoolId, classGroupId: '', destinations: {}, schoolKind: undefined })}
      />
      <ChoiceField
        label="事项"
        value={kind}
        options={KINDS}
        onChange={(value) => fill({ kind: value as Filled['kind'], toId: '' })}
      />
      {kind === 'WHOLE_CLASS' && (
        <SelectField
          label="班级"
          required
          value={filled.classGroupId}
          onChange={(classGroupId) => fill({ classGroupId })}
          options={(before?.classGroups ?? []).map(({ id, words, students }) => ({
            value: id,
            words: `${words} ${students}人`,
          }))}
        />
      )}
      {(kind === 'MERGER' || kind === 'WHOLE_CLASS') && (
        <SchoolPicker
          label={kind === 'MERGER' ? '并入' : '转入'}
          value={filled.toId}
          name={undefined}
          onChange={(toId) => fill({ toId })}
        />
      )}
      {kind === 'SCHOOLING' && (
        <>
          <TextField
            label="新校名"
            value={filled.name}
            onChange={(name) => fill({ name })}
            maxLength={60}
            hint="不改名的空着"
          />
          {before && (
            <SchoolKindFields
              value={filled.schoolKind ?? kindBefore(before)}
              onChange={(change) => fill({ schoolKind: { ...(filled.schoolKind ?? kindBefore(before)), ...change } })}
            />
          )}
        </>
      )}
      {kind === 'CLOSURE' && (
        <>
          <KeeperFields {...{ filled, fill, before, receiving }} />
          {standing.map(({ grade, words, students }) => (
            <SchoolPicker
              key={grade}
              label={`${words}${students}人去`}
              value={filled.destinations[grade] ?? ''}
              name={undefined}
              onChange={(id) => fill({ destinations: { ...filled.destinations, [grade]: id } })}
            />
          ))}
        </>
      )}
    </div>
  );
}

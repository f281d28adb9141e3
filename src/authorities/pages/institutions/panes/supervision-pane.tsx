/** 学籍主管: who decides for each stage, and from which day somebody else will. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { addDays, type CivilDate, civilDate } from '../../../../kernel/civil-date.ts';
import { api } from '../../../../web/api-client.ts';
import { EmptyState, ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { DateField } from '../../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { Tag } from '../../../../web/parts/state/tag.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { InstitutionView } from '../../../institutions/institutions.api.ts';
import { STAGES } from '../../../institutions/school-types.api.ts';
import { useMayCall, useSession } from '../../../sessions/session-parts.tsx';
import { fieldProblem, formProblem, useAct } from '../../act.tsx';
import { submitForm } from '../forms/profile-dialog.tsx';
import { useRenewing } from '../institution-queries.tsx';

type Supervision = InstitutionView['supervisions'][number];
const keyOf = ({ stage, validFrom }: Supervision) => `${stage}/${validFrom}`;

/** A change begins on a day and leaves the days before it as they were. */
export function SupervisionPane({ institution }: { institution: InstitutionView }): ReactNode {
  const session = useSession();
  const mayCall = useMayCall();
  const [changing, setChanging] = useState(false);
  const { supervisions, inScope } = institution;
  const isOwn = institution.id === session.institution.id;
  const columns: Column<Supervision>[] = [
    { key: 'stage', title: '学段', width: 80, cell: ({ stageWords }) => stageWords },
    { key: 'authority', title: '学籍主管部门', width: 220, cell: ({ authority }) => <b>{authority.name}</b> },
    {
      key: 'reviewer',
      title: '先由谁审核',
      cell: ({ reviewer }) => reviewer?.name ?? <span className="quiet">不须审核</span>,
    },
    {
      key: 'from',
      title: '生效',
      width: 180,
      cell: ({ validFrom }) => (
        <>
          {validFrom}
          {validFrom > session.today && <Tag>尚未生效</Tag>}
        </>
      ),
    },
    { key: 'to', title: '止于', width: 100, cell: ({ validTo }) => validTo ?? '' },
  ];
  return (
    <div className="pane">
      <div className="pane-head">
        <h3>学籍主管部门</h3>
        <span className="quiet">核办本校此学段的学籍</span>
        {inScope && !isOwn && mayCall('POST /api/institutions/:id/supervisions') && (
          <Button onPress={() => setChanging(true)}>设定</Button>
        )}
      </div>
      <DataTable
        label="学籍主管部门"
        plain
        columns={columns}
        rows={supervisions}
        rowKey={keyOf}
        state={{ kind: 'READY' }}
        empty={<EmptyState words="还没有设定学籍主管部门" why="由管理本校的教育行政部门设定" />}
      />
      {changing && <Setting institution={institution} onClose={() => setChanging(false)} />}
    </div>
  );
}

function Setting({ institution, onClose }: { institution: InstitutionView; onClose: () => void }): ReactNode {
  const form = useId();
  const { today: now } = useSession();
  const today = civilDate(now);
  const renewing = useRenewing();
  const [stage, setStage] = useState<string>(institution.stages[0] ?? '');
  const [authorityId, setAuthorityId] = useState('');
  const [reviewerId, setReviewerId] = useState('');
  const [from, setFrom] = useState<CivilDate | undefined>(addDays(today, 1));
  const { busy, problem, run } = useAct();
  const said = (field: string) => fieldProblem(problem, field);
  const offices = institution.above.map(({ id, name }) => ({ value: id, words: name })).reverse();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { stage, authorityId, from, ...(reviewerId === '' ? {} : { reviewerId }) };
    if (await run(() => renewing(api.post(`/institutions/${institution.id}/supervisions`, body)))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`设定学籍主管部门：${institution.name}`}
      foot={
        <>
          <span className="dialog-note">在办的件仍由原主管部门办完</span>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => submitForm(form)}>
            设定
          </Button>
        </>
      }
    >
      <form id={form} className="institution-form" onSubmit={(event) => void submit(event)} noValidate>
        <ProblemLine problem={formProblem(problem)} />
        <SelectField
          label="学段"
          value={stage}
          onChange={setStage}
          options={institution.stages.map((one) => ({ value: one, words: STAGES[one] }))}
          empty={null}
        />
        <SelectField
          label="学籍主管部门"
          value={authorityId}
          onChange={setAuthorityId}
          options={offices}
          required
          problem={said('authorityId')}
        />
        <SelectField
          label="先由谁审核"
          value={reviewerId}
          onChange={setReviewerId}
          options={offices}
          empty="不须审核"
          hint="当地规定须先由县级审核的才选"
          problem={said('reviewerId')}
        />
        <DateField label="生效日期" value={from} onChange={setFrom} today={today} required problem={said('from')} />
      </form>
    </Dialog>
  );
}

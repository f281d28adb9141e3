/** 任职: who answers for the institution today, and who did before. */
import { Plus } from 'lucide-react';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { type CivilDate, civilDate } from '../../../../kernel/civil-date.ts';
import { api } from '../../../../web/api-client.ts';
import { EmptyState, ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { DateField } from '../../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { listState } from '../../../../web/query.ts';
import type { InstitutionView } from '../../../institutions/institutions.api.ts';
import type { OfficeView } from '../../../offices/offices.api.ts';
import { useMayCall, useSession } from '../../../sessions/session-parts.tsx';
import { fieldProblem, formProblem, useAct } from '../../act.tsx';
import { submitForm } from '../forms/profile-dialog.tsx';
import { useOffices, useRenewing } from '../institution-queries.tsx';

const NONE: OfficeView[] = [];
const keyOf = ({ id }: OfficeView) => id;

/** Registrars and leaders come and go with their accounts; the principal and the vice-principal are entered here. */
export function OfficesPane({ institution }: { institution: InstitutionView }): ReactNode {
  const mayCall = useMayCall();
  const query = useOffices(institution.id);
  const [appointing, setAppointing] = useState(false);
  const [leaving, setLeaving] = useState<OfficeView>();
  const keeps = institution.kind !== 'AUTHORITY' && mayCall('POST /api/institutions/:id/offices');
  const columns: Column<OfficeView>[] = [
    { key: 'post', title: '岗位', width: 110, cell: ({ postWords }) => postWords },
    { key: 'duty', title: '责任', width: 90, cell: ({ dutyWords }) => dutyWords },
    { key: 'name', title: '姓名', width: 90, cell: ({ personName }) => <b>{personName}</b> },
    {
      key: 'state',
      title: '状态',
      width: 90,
      cell: ({ validTo }) => <StatusChip kind={validTo ? 'DRAFT' : 'DONE'}>{validTo ? '已离任' : '在任'}</StatusChip>,
    },
    { key: 'from', title: '到任', width: 96, cell: ({ validFrom }) => validFrom },
    { key: 'to', title: '离任', width: 96, cell: ({ validTo }) => validTo ?? '' },
    { key: 'phone', title: '办公电话', cell: ({ workPhone }) => workPhone ?? <span className="quiet">未填</span> },
    {
      key: 'acts',
      title: '办理',
      width: 96,
      cell: (office) =>
        keeps && office.accountId === null && office.validTo === null ? (
          <Button tone="quiet" onPress={() => setLeaving(office)}>
            登记离任
          </Button>
        ) : (
          office.accountId && <span className="quiet">随账号</span>
        ),
    },
  ];
  return (
    <div className="pane">
      <div className="pane-head">
        <h3>任职</h3>
        <span className="quiet">学籍管理员、主管领导随账号任职</span>
        {keeps && (
          <Button icon={Plus} onPress={() => setAppointing(true)}>
            登记到任
          </Button>
        )}
      </div>
      <DataTable
        label="任职"
        plain
        columns={columns}
        rows={query.data?.offices ?? NONE}
        rowKey={keyOf}
        state={listState(query)}
        empty={<EmptyState words="还没有登记任职" why="开设账号并登记培训后，学籍管理员即到任" />}
      />
      {appointing && <Appointing institution={institution} onClose={() => setAppointing(false)} />}
      {leaving && <Leaving office={leaving} onClose={() => setLeaving(undefined)} />}
    </div>
  );
}

const POSTS = [
  { value: 'PRINCIPAL', words: '校长（第一责任人）' },
  { value: 'VICE_PRINCIPAL', words: '主管副校长（主管责任人）' },
];

function Appointing({ institution, onClose }: { institution: InstitutionView; onClose: () => void }): ReactNode {
  const form = useId();
  const today = civilDate(useSession().today);
  const renewing = useRenewing();
  const [post, setPost] = useState('PRINCIPAL');
  const [personName, setPersonName] = useState('');
  const [workPhone, setWorkPhone] = useState('');
  const [from, setFrom] = useState<CivilDate | undefined>(today);
  const { busy, problem, run } = useAct();
  const said = (field: string) => fieldProblem(problem, field);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { post, personName, from, ...(workPhone === '' ? {} : { workPhone }) };
    if (await run(() => renewing(api.post(`/institutions/${institution.id}/offices`, body)))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`登记到任：${institution.name}`}
      foot={
        <>
          <span className="dialog-note">前任同日离任</span>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => submitForm(form)}>
            登记
          </Button>
        </>
      }
    >
      <form id={form} className="institution-form" onSubmit={(event) => void submit(event)} noValidate>
        <ProblemLine problem={formProblem(problem)} />
        <SelectField label="岗位" value={post} onChange={setPost} options={POSTS} empty={null} />
        <TextField
          label="姓名"
          value={personName}
          onChange={setPersonName}
          required
          autoFocus
          problem={said('personName')}
        />
        <TextField label="办公电话" type="tel" value={workPhone} onChange={setWorkPhone} problem={said('workPhone')} />
        <DateField label="到任日期" value={from} onChange={setFrom} today={today} required problem={said('from')} />
      </form>
    </Dialog>
  );
}

function Leaving({ office, onClose }: { office: OfficeView; onClose: () => void }): ReactNode {
  const today = civilDate(useSession().today);
  const renewing = useRenewing();
  const [on, setOn] = useState<CivilDate | undefined>(today);
  const { busy, problem, run } = useAct();
  const leave = async () => {
    if (on && (await run(() => renewing(api.post(`/offices/${office.id}/end`, { on }))))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width="narrow"
      title={`登记离任：${office.postWords}${office.personName}`}
      foot={
        <>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => void leave()}>
            登记离任
          </Button>
        </>
      }
    >
      <ProblemLine problem={problem} />
      <DateField
        label="离任日期"
        value={on}
        onChange={setOn}
        today={today}
        from={civilDate(office.validFrom)}
        required
      />
    </Dialog>
  );
}

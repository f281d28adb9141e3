/** 困难认定和资助: who is recognised, and what was received. */
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMayCall, useSession } from '../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { EmptyState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { ReasonDialog } from '../../../web/parts/floating/reason-dialog.tsx';
import { ChoiceField } from '../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Columns } from '../../../web/parts/surface/layout.tsx';
import { listState } from '../../../web/query.ts';
import type { AidEntry, AidList } from '../../aid/aid.api.ts';
import { SCHEMES } from '../../pasting/class-entry/screens/aid-fields.tsx';
import { useSending } from './award-dialogs.tsx';
import { ChooseStudents } from './choose-students.tsx';
import { useAids, useConductActs } from './conduct-queries.tsx';

type Poor = AidList['poor'][number];
type Aid = AidList['items'][number];

const TERMS = [
  { value: '1', words: '第一学期' },
  { value: '2', words: '第二学期' },
];

export function AidsView(): ReactNode {
  const query = useAids();
  const navigate = useNavigate();
  const mayCall = useMayCall();
  const acts = useConductActs();
  const [entering, setEntering] = useState(false);
  const [wrong, setWrong] = useState<Aid>();
  const { poor = [], items = [] } = query.data ?? {};
  const enters = mayCall('POST /api/aids');
  return (
    <Columns template="minmax(0, 5fr) minmax(0, 7fr)" stackUnder={960}>
      <Card
        title="家庭经济困难学生"
        note={poor.length > 0 ? `${poor.length}人` : undefined}
        side={enters && <Button onPress={() => navigate('/changes/apply')}>申请认定</Button>}
        flush
      >
        <DataTable
          label="家庭经济困难学生"
          plain
          columns={poorColumns(enters)}
          rows={poor}
          rowKey={({ studentId }) => studentId}
          rowWords={({ name }) => name}
          state={listState(query)}
          empty={<EmptyState words="没有在效的认定" why="由学籍管理员提出申请，审批单位审核后生效，不直接填写" />}
        />
      </Card>
      <Card
        title="本学年资助"
        side={
          enters && (
            <div className="conduct-acts">
              <Button to="/class-entry?table=AIDS">整班登记</Button>
              <Button tone="primary" onPress={() => setEntering(true)}>
                登记资助
              </Button>
            </div>
          )
        }
        flush
      >
        <DataTable
          label="资助"
          plain
          columns={aidColumns(enters ? setWrong : undefined)}
          rows={items}
          rowKey={({ id }) => id}
          rowWords={({ name, schemeWords }) => `${name}${schemeWords}`}
          state={listState(query)}
          empty={<EmptyState words="本学年还没有资助" why="发放后按班级登记，记入学籍档案的享受资助信息" />}
        />
      </Card>
      {entering && <EnterAids onClose={() => setEntering(false)} />}
      {wrong && (
        <ReasonDialog
          open
          onClose={() => setWrong(undefined)}
          title={`更正：${wrong.name}${wrong.schemeWords}`}
          act="取消此项登记"
          least={4}
          danger
          onGive={(reason) => acts.takeOutAid(wrong.id, reason).then(() => setWrong(undefined))}
        />
      )}
    </Columns>
  );
}

function EnterAids({ onClose }: { onClose: () => void }): ReactNode {
  const today = civilDate(useSession().today);
  const acts = useConductActs();
  const [studentIds, setStudentIds] = useState<readonly string[]>([]);
  const [scheme, setScheme] = useState('LIVING');
  const [term, setTerm] = useState('1');
  const [amount, setAmount] = useState('');
  const [note, setNote] = useState('');
  const [givenOn, setGivenOn] = useState<CivilDate | undefined>(today);
  const { busy, problem, tried, send } = useSending(onClose);
  const yuan = Number(amount);
  const right = /^\d{1,6}(\.\d{1,2})?$/.test(amount.trim()) && yuan > 0;
  const amounts = studentIds.map((studentId) => ({ studentId, amount: yuan }));
  const submit = () =>
    send(
      right && givenOn && studentIds.length > 0
        ? () => acts.enterAids({ scheme, term: Number(term), givenOn, amounts, ...(note ? { note } : {}) } as AidEntry)
        : undefined,
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title="登记资助"
      foot={
        <>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={submit}>
            登记
          </Button>
        </>
      }
    >
      <div className="conduct-form">
        <ProblemLine problem={problem} />
        <ChooseStudents
          chosen={studentIds}
          onChange={setStudentIds}
          problem={tried && studentIds.length === 0 ? '请选学生' : undefined}
        />
        <SelectField label="项目" required value={scheme} onChange={setScheme} options={SCHEMES} empty={null} />
        <ChoiceField label="学期" value={term} onChange={setTerm} options={TERMS} />
        <TextField
          label="每人金额（元）"
          required
          value={amount}
          onChange={setAmount}
          maxLength={9}
          hint="金额不同的用“整班登记”"
          problem={tried && !right ? '请填写金额，最多两位小数' : undefined}
        />
        <DateField label="发放日期" required value={givenOn} onChange={setGivenOn} today={today} to={today} />
        <TextField label="说明" value={note} onChange={setNote} maxLength={100} />
      </div>
    </Dialog>
  );
}

const poorColumns = (applies: boolean): Column<Poor>[] => [
  {
    key: 'name',
    title: '姓名',
    stuck: 'start',
    cell: ({ studentId, name }) => <Link to={`/students/${studentId}`}>{name}</Link>,
  },
  { key: 'group', title: '班级', width: 80, cell: ({ classGroupName }) => classGroupName },
  { key: 'degree', title: '程度', width: 88, cell: ({ degreeWords }) => degreeWords },
  { key: 'from', title: '认定日期', width: 104, cell: ({ from }) => from },
  ...(applies
    ? [
        {
          key: 'act',
          title: '',
          width: 64,
          cell: ({ studentId }: Poor) => <Link to={`/changes/students/${studentId}?kind=HARDSHIP_REMOVAL`}>取消</Link>,
        },
      ]
    : []),
];

const aidColumns = (onWrong: ((aid: Aid) => void) | undefined): Column<Aid>[] => [
  {
    key: 'name',
    title: '姓名',
    width: 128,
    stuck: 'start',
    cell: ({ studentId, name }) => <Link to={`/students/${studentId}`}>{name}</Link>,
  },
  { key: 'scheme', title: '项目', cell: ({ schemeWords }) => schemeWords },
  { key: 'term', title: '学期', width: 80, cell: ({ termWords }) => termWords },
  { key: 'amount', title: '金额（元）', width: 96, align: 'right', cell: ({ amount }) => amount.toFixed(2) },
  { key: 'day', title: '发放日期', width: 104, cell: ({ givenOn }) => givenOn },
  ...(onWrong
    ? [
        {
          key: 'act',
          title: '',
          width: 64,
          cell: (aid: Aid) => (
            <Button tone="quiet" onPress={() => onWrong(aid)}>
              更正
            </Button>
          ),
        },
      ]
    : []),
];

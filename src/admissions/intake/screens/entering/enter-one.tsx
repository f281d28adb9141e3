/** 逐人登记: one child after another; the form is checked as a workbook's line is, and empties for the next. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { LineField } from '../../../../web/parts/workbook/line-field.tsx';
import { filled, isSound } from '../../../../web/parts/workbook/lines.ts';
import type { CheckedRollLine, ReadRoll } from '../../roll/roll.api.ts';
import { type Stage, useRollActs, useRunning } from '../roll-queries.tsx';

type Column = ReadRoll['columns'][number];
type Values = CheckedRollLine['values'];

const WAYS = ['划片入学', '随迁子女', '统一招生', '指标到校', '民办招生', '政策照顾'];
const REGISTRATIONS = ['正式学籍', '借读或临时学籍'];
const column = (key: Column['key'], heading: string, more: Partial<Column> = {}): Column => ({
  ...{ key, heading, required: false, choices: [], hint: '' },
  ...more,
});

/** The items of the workbook, in the order in which they are asked at the counter. */
const itemsOf = (stage: Stage, school: boolean): Column[] => [
  ...(school ? [] : [column('schoolCode', '学校标识码', { required: true, hint: '录取学校的10位代码' })]),
  column('name', '姓名', { required: true }),
  column('identityNumber', '身份证件号', {
    required: stage === 'SENIOR',
    hint: stage === 'SENIOR' ? '' : '没有的留空',
  }),
  column('way', '录取方式', { required: true, choices: WAYS }),
  column('noticeNumber', '通知书编号'),
  ...(stage === 'PRIMARY'
    ? []
    : [
        column('registrationNumber', '原学籍号', { hint: '已有学籍的填写，升学后沿用' }),
        column('formerSchool', '原就读学校'),
        column('sourceArea', '生源地代码', { required: stage === 'SENIOR', hint: '原学校所在县（区）的6位代码' }),
      ]),
  column('householdArea', '户籍所在地代码', { hint: '6位县级行政区划代码；非本地户籍同等录取' }),
  column('migrantPapers', '随迁子女材料', { hint: '随迁子女填写，用顿号隔开：居住证、户口簿…' }),
  column('registration', '拟建学籍', { choices: REGISTRATIONS, hint: '不填为正式学籍' }),
  column('phone', '联系电话'),
];

export function EnterOne({ stage }: { stage: Stage }): ReactNode {
  const school = useSession().institution.level === 'SCHOOL';
  const acts = useRollActs();
  const { busy, problem, run } = useRunning();
  const [values, setValues] = useState<Values>({});
  const [findings, setFindings] = useState<CheckedRollLine['findings']>([]);
  const [last, setLast] = useState<string>();
  const send = (event: FormEvent) => {
    event.preventDefault();
    const rows = [{ row: 1, values: filled(values) }];
    void run(async () => {
      const [line] = (await acts.check(stage, rows)).rows;
      setFindings(line?.findings ?? []);
      if (!line || !isSound(line)) return;
      await acts.enter(stage, rows);
      setLast(values.name ?? '');
      // The next child usually comes the same way, to the same school.
      setValues({
        ...(values.way ? { way: values.way } : {}),
        ...(values.schoolCode ? { schoolCode: values.schoolCode } : {}),
      });
      setFindings([]);
    });
  };
  return (
    <Card title="逐人登记" note={last && `${last}已列入名册`}>
      <form className="line-fields" onSubmit={send} noValidate>
        {itemsOf(stage, school).map((one) => (
          <LineField
            key={one.key}
            column={one}
            value={values[one.key] ?? ''}
            onChange={(text) => setValues({ ...values, [one.key]: text })}
            findings={findings.filter(({ column }) => column === one.key)}
          />
        ))}
        <ProblemLine problem={problem} />
        <div className="line-acts">
          <Button type="submit" tone="primary" busy={busy}>
            列入名册
          </Button>
        </div>
      </form>
    </Card>
  );
}

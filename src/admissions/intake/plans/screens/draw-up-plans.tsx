/** 拟定招生计划: the paper, and the places of each chosen school; handed to the leader as a case. */
import { type ReactNode, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { CivilDate } from '../../../../kernel/civil-date.ts';
import { newIdempotencyKey } from '../../../../web/api-client.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { DateField } from '../../../../web/parts/form/date-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import type { PlanList } from '../admission-plans.api.ts';
import { proposePlans } from './plan-queries.tsx';
import './draw-up-plans.css';

type Row = PlanList['items'][number];

interface Line {
  places: string;
  catchment: string;
  /** 跨市招生计划, of senior schools only. */
  crossCity: string;
}

const keyOf = ({ schoolId, stage }: Row) => `${schoolId} ${stage}`;
const lineOf = ({ places, catchment, crossCityPlaces }: Row): Line => ({
  places: places?.toString() ?? '',
  catchment: catchment ?? '',
  crossCity: crossCityPlaces?.toString() ?? '',
});
const isCount = (text: string): boolean => /^\d{1,4}$/.test(text.trim());

interface DrawUpProps {
  today: CivilDate;
  intakeYear: number;
  picked: readonly Row[];
}

export function DrawUpPlans({ today, intakeYear, picked }: DrawUpProps): ReactNode {
  const navigate = useNavigate();
  const [paper, setPaper] = useState({ title: '', number: '' });
  const [issuedOn, setIssuedOn] = useState<CivilDate>();
  const [lines, setLines] = useState<Record<string, Line>>({});
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const key = useMemo(newIdempotencyKey, []);
  const filled = picked.map((row) => ({ row, line: lines[keyOf(row)] ?? lineOf(row) }));
  const foreign = picked.find(({ maySet }) => !maySet);
  const incomplete = paper.title.trim().length < 4 || !issuedOn || filled.some(({ line }) => !isCount(line.places));

  const send = async () => {
    setTried(true);
    if (incomplete) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const { caseId } = await proposePlans(
        {
          intakeYear,
          paper: {
            title: paper.title.trim(),
            issuedOn: issuedOn!,
            ...(paper.number.trim() ? { number: paper.number.trim() } : {}),
          },
          items: filled.map(({ row: { schoolId, stage }, line }) => ({
            schoolId,
            stage,
            places: Number(line.places),
            ...(line.catchment.trim() ? { catchment: line.catchment.trim() } : {}),
            ...(stage === 'SENIOR' && isCount(line.crossCity) ? { crossCityPlaces: Number(line.crossCity) } : {}),
          })),
          ...(reason.trim() ? { reason: reason.trim() } : {}),
        },
        key,
      );
      void navigate(`/cases/${caseId}`);
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };

  const lock =
    picked.length === 0
      ? { reason: '请先在各校计划中选择学校' }
      : foreign && { reason: `${foreign.schoolName}${foreign.stageWords}计划由${foreign.setter}下达，请不选` };
  return (
    <Card
      title="拟定"
      note="经办人拟定，主管领导签署后下达"
      foot={
        <>
          <ProblemLine problem={problem} />
          <Button tone="primary" busy={busy} onPress={() => void send()} locked={lock || undefined}>
            提交签署
          </Button>
        </>
      }
    >
      <div className="plan-form">
        <TextField
          label="计划文件"
          required
          value={paper.title}
          onChange={(title) => setPaper({ ...paper, title })}
          placeholder={`${intakeYear}年招生计划`}
          maxLength={120}
          problem={tried && paper.title.trim().length < 4 ? '请写计划文件的全名' : undefined}
        />
        <TextField
          label="文号"
          value={paper.number}
          onChange={(number) => setPaper({ ...paper, number })}
          maxLength={60}
        />
        <DateField
          label="发布日期"
          required
          value={issuedOn}
          onChange={setIssuedOn}
          today={today}
          to={today}
          problem={tried && !issuedOn ? '请填写发布日期' : undefined}
        />
        {picked.length === 0 && <p className="quiet">在各校计划中选择学校，逐校填写计划和服务范围</p>}
        {filled.map(({ row, line }) => {
          const change = (more: Partial<Line>) => setLines({ ...lines, [keyOf(row)]: { ...line, ...more } });
          return (
            <fieldset key={keyOf(row)} className="plan-line">
              <legend>{`${row.schoolName} ${row.stageWords}`}</legend>
              <TextField
                label="计划人数"
                required
                inputMode="numeric"
                value={line.places}
                onChange={(places) => change({ places })}
                maxLength={4}
                problem={tried && !isCount(line.places) ? '请填0至9999的整数' : undefined}
              />
              {row.stage === 'SENIOR' && (
                <TextField
                  label="其中跨市"
                  inputMode="numeric"
                  value={line.crossCity}
                  onChange={(crossCity) => change({ crossCity })}
                  maxLength={4}
                  hint="省列入的跨市（州）招生计划，没有的留空"
                />
              )}
              <TextField
                label="服务范围"
                value={line.catchment}
                onChange={(catchment) => change({ catchment })}
                maxLength={300}
              />
            </fieldset>
          );
        })}
        <TextField
          label="说明"
          value={reason}
          onChange={setReason}
          lines={2}
          maxLength={500}
          hint="计划少于已录取人数的，须写明理由"
        />
      </div>
    </Card>
  );
}

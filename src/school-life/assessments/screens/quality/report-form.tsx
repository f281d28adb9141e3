/** 一份报告: a rating for each dimension and the class teacher's words. */
import { type ReactNode, useState } from 'react';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { ReasonDialog } from '../../../../web/parts/floating/reason-dialog.tsx';
import { ChoiceField } from '../../../../web/parts/form/choice-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { useLeaveWarning } from '../../../while-typing.tsx';
import type { ReportRow, ReportsView } from '../../api/further.api.ts';
import { RATINGS } from '../../assessment.api.ts';
import { useAssessmentActs } from '../assessment-queries.tsx';

export interface ReportFormProps {
  view: ReportsView;
  row: ReportRow;
  may: boolean;
  onNext: () => void;
}

const CHOICES = Object.entries(RATINGS).map(([value, words]) => ({ value, words }));

/** Begin it anew for another student or version. */
export function ReportForm({ view, row, may, onNext }: ReportFormProps): ReactNode {
  const acts = useAssessmentActs();
  const [ratings, setRatings] = useState<Record<string, string>>(row.ratings as Record<string, string>);
  const [words, setWords] = useState(row.teacherWords);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const changed = words !== row.teacherWords || JSON.stringify(ratings) !== JSON.stringify(row.ratings);
  useLeaveWarning(changed);
  const save = async (reason?: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { schoolYear, term } = view.term;
      await acts.writeReports(view.classGroup.id, {
        ...{ schoolYear, term, occasion: view.occasion },
        reports: [
          {
            ...{ studentId: row.studentId, seenVersion: row.version, teacherWords: words.trim() },
            ratings: ratings as ReportRow['ratings'],
          },
        ],
        ...(reason ? { reason } : {}),
      });
      if (!reason) onNext();
    } catch (thrown) {
      setProblem(thrown);
      if (reason) throw thrown;
    } finally {
      setBusy(false);
    }
  };
  if (!may) return <ReadReport view={view} row={row} />;
  return (
    <div className="quality-form">
      <h3>
        {row.name}
        {row.signed && (
          <span className="quiet">
            {row.signed.byName}
            {row.signed.at}签署
          </span>
        )}
      </h3>
      {view.dimensions.map(({ code, words: label }) => (
        <ChoiceField
          key={code}
          label={label}
          value={ratings[code] ?? ''}
          onChange={(chosen) => setRatings({ ...ratings, [code]: chosen })}
          options={CHOICES}
        />
      ))}
      <TextField
        label="评语"
        lines={5}
        value={words}
        onChange={setWords}
        maxLength={500}
        hint="如实写明学生的发展情况，学生和家长都会看到"
      />
      <ProblemLine problem={problem} />
      <div className="quality-acts">
        <Button
          tone="primary"
          large
          busy={busy}
          onPress={() => (row.signed ? setAsking(true) : void save())}
          locked={changed ? undefined : { reason: '没有更改' }}
        >
          {row.signed ? '更正' : '保存，填下一名'}
        </Button>
        <Button onPress={onNext}>下一名</Button>
      </div>
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`更正${row.name}已签署的报告`}
        usual={['漏记事项', '等级填错', '家长反映后核实']}
        act="更正并签署"
        onGive={(reason) => save(reason)}
      >
        更正后成为新的一版，原来的一份留存
      </ReasonDialog>
    </div>
  );
}

function ReadReport({ view, row }: Pick<ReportFormProps, 'view' | 'row'>): ReactNode {
  return (
    <div className="quality-form">
      <h3>{row.name}</h3>
      <dl className="quality-read">
        {view.dimensions.map(({ code, words }) => {
          const rating = (row.ratings as Record<string, keyof typeof RATINGS>)[code];
          return (
            <div key={code}>
              <dt>{words}</dt>
              <dd>{rating ? RATINGS[rating] : <span className="quiet">未填</span>}</dd>
            </div>
          );
        })}
        <div>
          <dt>评语</dt>
          <dd>{row.teacherWords || <span className="quiet">未填</span>}</dd>
        </div>
      </dl>
      <p className="quiet">
        {row.signed ? `${row.signed.byName}${row.signed.at}签署` : '本岗位只看报告，由班主任填写并签署'}
      </p>
    </div>
  );
}

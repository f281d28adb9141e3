/** 成批打印: a whole grade or school, class group by class group, with its progress; fetched as one file when done. */
import { Layers } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { api, downloadFile, followProgress, sentenceOf } from '../../../web/api-client.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { ProgressBar } from '../../../web/parts/progress/progress-bar.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { FormLine, FormsView, RunView } from '../forms.api.ts';

interface PrintRunProps {
  view: FormsView;
  line: FormLine;
  numbers: { full?: boolean; reason?: string };
}

/** The line under a form that is made for each student. */
export function PrintRun({ view, line, numbers }: PrintRunProps): ReactNode {
  const [grade, setGrade] = useState('');
  const [run, setRun] = useState<RunView>();
  const [problem, setProblem] = useState<string>();
  const runId = run?.runId;
  useEffect(() => {
    if (runId === undefined) return;
    return followProgress<RunView>(`/api/print-runs/${runId}/progress`, (next) =>
      // A run that is gone has no title of its own any more.
      setRun((held) => (next.title === '' && held ? { ...held, state: next.state, words: next.words } : next)),
    );
  }, [runId]);
  useEffect(() => {
    // Whoever comes back to the page finds the run that goes on meanwhile.
    api.get<{ run: RunView | null }>('/print-runs').then(
      ({ run: current }) => setRun((held) => held ?? current ?? undefined),
      () => undefined,
    );
  }, []);
  const attempt = async (work: () => Promise<unknown>) => {
    setProblem(undefined);
    await work().catch((thrown: unknown) => setProblem(sentenceOf(thrown)));
  };
  const start = () =>
    attempt(async () => {
      const of = grade === '' ? {} : { grade: Number(grade) };
      setRun(await api.post<RunView>('/print-runs', { form: line.form, schoolId: view.school.id, ...of, ...numbers }));
    });
  const stop = () => attempt(async () => setRun(await api.delete<RunView>(`/print-runs/${runId}`)));
  const grades = [...new Map(view.classGroups.map((one) => [one.grade, one.name.replace(/\(.*$/, '')]))];
  if (run && run.state !== 'CANCELLED') {
    return (
      <div className="forms-run">
        <ProgressBar words={`成批打印${run.title}`} progress={run} unit="个班" onCancel={() => void stop()} />
        {run.state === 'DONE' && (
          <Button icon={Layers} onPress={() => void attempt(() => downloadFile(`/print-runs/${runId}/papers.zip`))}>
            下载压缩包
          </Button>
        )}
        {run.state !== 'RUNNING' && <Button onPress={() => setRun(undefined)}>另打一批</Button>}
        <ProblemLine problem={problem} />
      </div>
    );
  }
  return (
    <div className="forms-run">
      <SelectField
        label="成批打印"
        value={grade}
        empty="全校"
        options={grades.map(([one, words]) => ({ value: String(one), words }))}
        onChange={setGrade}
      />
      <Button icon={Layers} onPress={() => void start()}>
        逐班打印
      </Button>
      <ProblemLine problem={problem} />
    </div>
  );
}

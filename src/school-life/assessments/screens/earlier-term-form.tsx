/** 补录转入前学期: marks and report of a term spent elsewhere, from the papers that the student brought along. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../../web/api-client.ts';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { RATINGS } from '../assessment.api.ts';
import type { EarlierSave, EarlierView } from '../earlier/earlier.api.ts';

const RATED = Object.entries(RATINGS).map(([value, words]) => ({ value, words }));
type Kind = EarlierView['kind'];

/** The dialog. */
export function EarlierTermForm({ studentId, onClose }: { studentId: string; onClose: () => void }): ReactNode {
  const [asked, setAsked] = useState<{ term: string; kind: Kind }>({ term: '', kind: 'FINAL' });
  const [schoolYear, term] = asked.term.split('-');
  const query = useQuery({
    queryKey: ['assessments', 'earlier', studentId, asked],
    queryFn: ({ signal }) =>
      api.get<EarlierView>(`/students/${studentId}/earlier-term`, {
        signal,
        query: { kind: asked.kind, ...(schoolYear && term ? { schoolYear, term } : {}) },
      }),
    refetchOnWindowFocus: false,
  });
  const view = query.data;
  return view?.term ? (
    <Filling
      key={`${view.term.words} ${view.kind} ${view.report.version}`}
      {...{ studentId, view, onClose }}
      onAsk={(wish) => setAsked({ term: `${view.term!.schoolYear}-${view.term!.term}`, kind: asked.kind, ...wish })}
    />
  ) : (
    <Dialog open onClose={onClose} title="补录转入前学期" foot={<Button onPress={onClose}>知道了</Button>}>
      {query.error ? (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      ) : view ? (
        <EmptyState words="没有要补录的学期" why="本学段各学期都在本校就读，成绩在“考核”中登记" />
      ) : (
        <Skeleton rows={8} />
      )}
    </Dialog>
  );
}

interface FillingProps {
  studentId: string;
  view: EarlierView;
  onAsk: (wish: { term?: string; kind?: Kind }) => void;
  onClose: () => void;
}

function Filling({ studentId, view, onAsk, onClose }: FillingProps): ReactNode {
  const client = useQueryClient();
  const [from, setFrom] = useState(view.from);
  const [marks, setMarks] = useState<Readonly<Record<string, string>>>({});
  const [ratings, setRatings] = useState<Readonly<Record<string, string>>>(view.report.ratings);
  const [words, setWords] = useState(view.report.teacherWords);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const cells = view.columns
    .filter(({ code, text }) => marks[code] !== undefined && marks[code].trim() !== text)
    .map(({ code, text }) => ({ subject: code, was: text, text: marks[code]!.trim() }));
  const told = JSON.stringify(ratings) !== JSON.stringify(view.report.ratings) || words !== view.report.teacherWords;
  const corrects = view.columns.some(({ code, earlier }) => earlier && cells.some(({ subject }) => subject === code));
  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await api.put(`/students/${studentId}/earlier-term`, {
        ...{ schoolYear: view.term!.schoolYear, term: view.term!.term, kind: view.kind, from: from.trim(), cells },
        ...(told ? { report: { seenVersion: view.report.version, ratings, teacherWords: words.trim() } } : {}),
        ...(reason.trim() ? { reason: reason.trim() } : {}),
      } as EarlierSave);
      await client.invalidateQueries({ queryKey: ['assessments'] });
      onClose();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="补录转入前学期"
      width="wide"
      foot={
        <>
          <span className="dialog-note">照原件填写，记入学籍档案并注明来自原学校</span>
          <Button onPress={onClose}>取消</Button>
          <Button
            tone="primary"
            busy={busy}
            onPress={() => void save()}
            locked={cells.length === 0 && !told ? { reason: '还没有填写' } : undefined}
          >
            补录
          </Button>
        </>
      }
    >
      <div className="assessments-form">
        <SelectField
          label="学期"
          value={`${view.term!.schoolYear}-${view.term!.term}`}
          empty={null}
          hint={view.gradeWords ?? undefined}
          onChange={(chosen) => onAsk({ term: chosen })}
          options={view.terms.map((one) => ({ value: `${one.schoolYear}-${one.term}`, words: one.words }))}
        />
        {view.kinds.length > 1 && (
          <SelectField
            label="考核"
            value={view.kind}
            empty={null}
            onChange={(chosen) => onAsk({ kind: chosen as Kind })}
            options={view.kinds.map(({ kind, words: said }) => ({ value: kind, words: said }))}
          />
        )}
        <TextField label="原学校" required value={from} onChange={setFrom} maxLength={60} hint="与成绩单上的校名一致" />
        <div className="earlier-marks">
          {view.columns.map(({ code, name, text, allowed }) => (
            <TextField
              key={code}
              label={name}
              value={marks[code] ?? text}
              onChange={(typed) => setMarks({ ...marks, [code]: typed })}
              maxLength={20}
              hint={allowed}
            />
          ))}
        </div>
        <h3>{view.report.name}</h3>
        <div className="earlier-marks">
          {view.report.dimensions.map(({ code, words: label }) => (
            <SelectField
              key={code}
              label={label}
              value={ratings[code] ?? ''}
              empty="原件没有"
              onChange={(chosen) => {
                const { [code]: _gone, ...others } = ratings;
                setRatings(chosen ? { ...others, [code]: chosen } : others);
              }}
              options={RATED}
            />
          ))}
        </div>
        <TextField label="评语" lines={3} value={words} onChange={setWords} maxLength={500} />
        {(corrects || view.report.version > 0) && (
          <TextField label="更正理由" value={reason} onChange={setReason} maxLength={200} hint="更正以前的补录时填写" />
        )}
        <ProblemLine problem={problem} />
      </div>
    </Dialog>
  );
}

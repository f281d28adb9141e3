/** 设定科目: grades, scale, and for a module its category and credits. */
import { type ReactNode, useState } from 'react';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { CheckField, ChoiceField } from '../../../../web/parts/form/choice-field.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { SubjectView } from '../../api/assessments.api.ts';
import { CATEGORIES, type Category, type Scale } from '../../assessment.api.ts';
import { useAssessmentActs } from '../assessment-queries.tsx';

export interface SubjectFormProps {
  stage: SubjectView['stage'];
  /** Grades of the stage. */
  grades: readonly { grade: number; words: string }[];
  /** Undefined for a new module of the school. */
  subject: SubjectView | undefined;
  onClose: () => void;
}

const SCALES = { POINTS: '分数', RATING: '等级', CREDITS: '学分模块' } as const;

/** The dialog. */
export function SubjectForm({ stage, grades, subject, onClose }: SubjectFormProps): ReactNode {
  const acts = useAssessmentActs();
  const [name, setName] = useState(subject?.name ?? '');
  const [taught, setTaught] = useState<readonly number[]>(subject?.grades ?? grades.map(({ grade }) => grade));
  const [scale, setScale] = useState<Scale>(subject?.scale ?? (stage === 'SENIOR' ? 'CREDITS' : 'RATING'));
  const [fullPoints, setFullPoints] = useState(String(subject?.fullPoints ?? 100));
  const [category, setCategory] = useState<Category>(subject?.category ?? 'SCHOOL_ELECTIVE');
  const [credits, setCredits] = useState(String(subject?.credits ?? 2));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const whole = Number(fullPoints);
  const soundPoints = scale !== 'POINTS' || (Number.isInteger(whole) && whole >= 1 && whole <= 300);
  const given = Number(credits);
  const soundCredits = scale !== 'CREDITS' || (given >= 0.5 && given <= 30);
  const send = async () => {
    setTried(true);
    if (name.trim().length < 2 || !soundPoints || !soundCredits) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await acts.setSubject({
        ...{ stage, name: name.trim(), grades: [...taught], scale },
        ...(subject ? { code: subject.code } : {}),
        fullPoints: scale === 'POINTS' ? whole : null,
        category: scale === 'CREDITS' ? category : null,
        credits: scale === 'CREDITS' ? given : null,
      });
      onClose();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const scales = Object.entries(SCALES).filter(([one]) => one !== 'CREDITS' || stage === 'SENIOR');
  return (
    <Dialog
      open
      onClose={onClose}
      title={subject ? `设定${subject.name}` : '增设本校模块'}
      foot={
        <>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => void send()}>
            {subject ? '保存' : '增设'}
          </Button>
        </>
      }
    >
      <div className="assessments-form">
        <TextField
          label="名称"
          required
          value={name}
          onChange={setName}
          maxLength={30}
          readOnly={subject !== undefined && !subject.own}
          problem={tried && name.trim().length < 2 ? '请填科目名称，不少于2个字' : undefined}
        />
        <fieldset className="practice-students">
          <legend>开设年级，全不勾选为不开设</legend>
          {grades.map(({ grade, words }) => (
            <CheckField
              key={grade}
              checked={taught.includes(grade)}
              onChange={(on) => setTaught(on ? [...taught, grade] : taught.filter((one) => one !== grade))}
            >
              {words}
            </CheckField>
          ))}
        </fieldset>
        <ChoiceField
          label="计分"
          value={scale}
          onChange={(one) => setScale(one as Scale)}
          options={scales.map(([value, words]) => ({ value, words }))}
        />
        {scale === 'POINTS' && (
          <TextField
            label="满分"
            required
            value={fullPoints}
            onChange={setFullPoints}
            inputMode="numeric"
            problem={tried && !soundPoints ? '请填1至300的整数' : undefined}
          />
        )}
        {scale === 'CREDITS' && (
          <>
            <SelectField
              label="类别"
              value={category}
              empty={null}
              onChange={(one) => setCategory(one as Category)}
              options={Object.entries(CATEGORIES).map(([value, words]) => ({ value, words }))}
            />
            <TextField
              label="学分"
              required
              value={credits}
              onChange={setCredits}
              inputMode="decimal"
              problem={tried && !soundCredits ? '请填0.5至30的学分' : undefined}
            />
          </>
        )}
        <ProblemLine problem={problem} />
      </div>
    </Dialog>
  );
}

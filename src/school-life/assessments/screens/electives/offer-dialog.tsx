/** 开设模块: which module, for how many, taught by whom. */
import { type ReactNode, useState } from 'react';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { ElectivesView } from '../../electives/electives.api.ts';
import { useElectiveActs } from './elective-queries.tsx';

export function OfferDialog({ view, onClose }: { view: ElectivesView; onClose: () => void }): ReactNode {
  const acts = useElectiveActs();
  const [subject, setSubject] = useState('');
  const [places, setPlaces] = useState('40');
  const [teacherName, setTeacherName] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const count = Number(places);
  const soundPlaces = /^\d{1,4}$/.test(places.trim()) && count >= 1 && count <= 2000;
  const short = teacherName.trim().length < 2;
  const send = async () => {
    setTried(true);
    if (!subject || !soundPlaces || short) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const { schoolYear, term } = view.term;
      await acts.offer({ schoolYear, term, subject, places: count, teacherName: teacherName.trim() });
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
      title={`${view.term.words}开设选修模块`}
      foot={
        <>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => void send()}>
            开设
          </Button>
        </>
      }
    >
      <div className="assessments-form">
        <SelectField
          label="模块"
          required
          value={subject}
          onChange={setSubject}
          options={view.modules.map((one) => ({
            value: one.subject,
            words: `${one.name}，${one.categoryWords}，${one.credits}学分`,
          }))}
          problem={tried && !subject ? '请选模块' : undefined}
        />
        <TextField
          label="名额"
          required
          value={places}
          onChange={setPlaces}
          inputMode="numeric"
          maxLength={4}
          problem={tried && !soundPlaces ? '请填1至2000的人数' : undefined}
        />
        <TextField
          label="任课教师"
          required
          value={teacherName}
          onChange={setTeacherName}
          maxLength={40}
          problem={tried && short ? '请填写任课教师' : undefined}
        />
        <ProblemLine problem={problem} />
      </div>
    </Dialog>
  );
}

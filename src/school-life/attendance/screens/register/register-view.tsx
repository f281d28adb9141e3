/** 点名: the register of one class group; a week on a wide screen, a day on a phone. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useMayCall, useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { addDays, type CivilDate, civilDate, weekdayOf } from '../../../../kernel/civil-date.ts';
import { weekdayWords } from '../../../../web/format.ts';
import { keepDraft, keptDraft } from '../../../../web/kept-drafts.ts';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState, ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { ReasonDialog } from '../../../../web/parts/floating/reason-dialog.tsx';
import { DateField } from '../../../../web/parts/form/date-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import type { Fitted, Start } from '../../../pasting/fit-table.screen.ts';
import { PasteReport } from '../../../pasting/paste-report.tsx';
import { readTable } from '../../../pasting/read-table.screen.ts';
import { useIsWide, useLeaveWarning } from '../../../while-typing.tsx';
import { ABSENCE_KINDS, type AbsenceKind } from '../../absence.api.ts';
import type { RegisterView as Register } from '../../attendance.api.ts';
import { useAttendanceActs, useRegister } from '../attendance-queries.tsx';
import { awayOn, changedDays, type Draft, draftOf, putMarks, reachedCell, rollCallOf } from './draft.screen.ts';
import { fitMarks } from './paste-marks.screen.ts';
import { PeriodsLine } from './periods-line.tsx';
import { RegisterGrid } from './register-grid.tsx';
import './register.css';

interface RegisterViewProps {
  classGroupId: string;
  /** The day that is shown, or a day of the week that is. */
  on: CivilDate;
  onDay: (day: CivilDate) => void;
}

/** Loads and frames; the draft is begun anew with each span. */
export function RegisterView({ classGroupId, on, onDay }: RegisterViewProps): ReactNode {
  const today = civilDate(useSession().today);
  const week = useIsWide();
  const from = week ? addDays(on, 1 - weekdayOf(on)) : on;
  const to = week ? addDays(from, 6) : on;
  const query = useRegister(classGroupId, from, to);
  const step = week ? 7 : 1;
  const view = query.data;
  return (
    <Card
      label="考勤表"
      flush
      fill
      title={week ? `${weekdayWords(from)}至${weekdayWords(to)}` : weekdayWords(on)}
      note={view?.term ? view.term.words : undefined}
      side={
        <div className="register-moves">
          <Button onPress={() => onDay(addDays(on, -step))}>{week ? '上一周' : '前一天'}</Button>
          <Button
            onPress={() => onDay(addDays(on, step))}
            locked={addDays(from, step) > today ? { reason: '还没有到' } : undefined}
          >
            {week ? '下一周' : '后一天'}
          </Button>
          <span className="register-date">
            <DateField label="日期" value={on} onChange={(day) => day && onDay(day)} today={today} to={today} />
          </span>
        </div>
      }
    >
      {query.error && !view && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton rows={12} rowHeight={40} />}
      {view && view.students.length === 0 && (
        <EmptyState words="班里还没有学生" why="学籍管理员在“班级”中编入学生后再点名" />
      )}
      {view && view.students.length > 0 && <Entry key={stampOf(view)} view={view} on={on} week={week} />}
    </Card>
  );
}

/** What was saved: a draft goes on while nothing of it has changed. */
const stampOf = ({ days, students }: Register): string =>
  JSON.stringify([days, students.map(({ studentId, marks }) => [studentId, marks])]);

interface Kept {
  stamp: string;
  draft: Draft;
  days: Register['days'];
}

function Entry({ view, on, week }: { view: Register; on: CivilDate; week: boolean }): ReactNode {
  const may = useMayCall()('PUT /api/class-groups/:id/register');
  const acts = useAttendanceActs();
  const saved = useMemo(() => draftOf(view), [view]);
  const { accountId } = useSession();
  const key = `register ${view.classGroup.id} ${view.from} ${view.to}`;
  const stamp = stampOf(view);
  // What was marked before a reload goes on while nothing of the register has changed since.
  const [kept] = useState(() => {
    const found = keptDraft<Kept>(accountId, key);
    return found?.stamp === stamp ? found : undefined;
  });
  const [draft, setDraft] = useState<Draft>(kept?.draft ?? saved);
  const [days, setDays] = useState(kept?.days ?? view.days);
  const [brush, setBrush] = useState<AbsenceKind>('TRUANT');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [asking, setAsking] = useState(false);
  const [reached, setReached] = useState('');
  const [pasted, setPasted] = useState<{ fitted: Fitted; before: Draft; after: Draft }>();
  const shown = { ...view, days };
  const open = days.filter((day) => day.open);
  const mayMark = may && open.length > 0;
  const changed = changedDays(saved, draft);
  for (const [at, day] of days.entries()) {
    const before = view.days[at]!;
    if (day.morningPeriods !== before.morningPeriods || day.afternoonPeriods !== before.afternoonPeriods) {
      changed.add(day.on);
    }
  }
  // A day that is looked at is called with the press, also where nobody is away.
  const called = open.filter((day) => !day.taken && (week ? day.on === on || day.on === view.today : true));
  const due = new Set([...changed, ...called.map((day) => day.on)]);
  const corrected = days.some((day) => day.taken?.earlier && changed.has(day.on));
  useLeaveWarning(changed.size > 0);
  const dirty = changed.size > 0;
  useEffect(
    () => keepDraft(accountId, key, dirty ? { stamp, draft, days } : undefined),
    [accountId, key, stamp, draft, days, dirty],
  );

  const paste = (text: string, start: Start) => {
    const { marks, fitted } = fitMarks(readTable(text), shown, start);
    const after = putMarks(draft, marks);
    setPasted({ fitted, before: draft, after });
    setDraft(after);
  };
  const undo = () => {
    if (!pasted) return;
    setDraft(pasted.before);
    setPasted(undefined);
  };
  const send = async (reason?: string) => {
    setProblem(undefined);
    setBusy(true);
    try {
      await acts.callRoll(view.classGroup.id, {
        days: rollCallOf(shown, draft, due),
        ...(reason ? { reason } : {}),
      });
    } catch (thrown) {
      setProblem(thrown);
      if (reason) throw thrown;
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="register-entry">
      {mayMark && <Brush brush={brush} onChange={setBrush} />}
      <div className="register-scroll">
        <RegisterGrid
          view={shown}
          draft={draft}
          brush={brush}
          onChange={mayMark ? setDraft : undefined}
          onReach={setReached}
          onPaste={paste}
          onUndo={() => draft === pasted?.after && undo()}
        />
      </div>
      <div className="register-foot">
        {pasted && (
          <PasteReport
            fitted={pasted.fitted}
            seats={view.students}
            names={NO_NAMES}
            onGive={() => {}}
            onUndo={undo}
            onClose={() => setPasted(undefined)}
          />
        )}
        <ProblemLine problem={problem} />
        {mayMark && (
          <PeriodsLine
            days={days}
            on={on}
            onChange={setDays}
            reached={reachedCell(shown, draft, reached)}
            onPeriods={(periods) => setDraft({ ...draft, [reached]: { ...draft[reached]!, periods } })}
          />
        )}
        {view.notes.length > 0 && (
          <p className="register-notes tone-amber">
            {view.notes.map(({ name }) => name).join('、')}未办请假：{view.notes[0]!.finding.sentence}
            <span className="no-autospace">（{view.notes[0]!.finding.chip}）</span>，{view.notes[0]!.finding.remedy}
          </p>
        )}
        {!mayMark && <p className="register-notes">{closedWords(view, may)}</p>}
        {mayMark && (
          <div className="register-save">
            <span>
              {view.students.length}人，{week ? '今天' : '当天'}缺勤
              {awayOn(view, draft, week ? view.today : on)}人
            </span>
            <Button
              tone="primary"
              large
              busy={busy}
              onPress={() => (corrected ? setAsking(true) : void send())}
              locked={due.size === 0 ? { reason: '没有更改，已点名' } : undefined}
            >
              {changed.size === 0 && due.size > 0 ? '全到，保存点名' : '保存点名'}
            </Button>
          </div>
        )}
      </div>
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="更正以前的考勤"
        usual={['当天点名记错', '补办了请假', '学生当天到校']}
        act="更正"
        onGive={(reason) => send(reason)}
      >
        原来的登记留有记录，更正人和理由可查
      </ReasonDialog>
    </div>
  );
}

/** A mark says by itself what it is. */
const NO_NAMES: ReadonlyMap<string, string> = new Map();

const closedWords = ({ term, days, today }: Register, may: boolean): string => {
  if (!may) return '本岗位只看考勤，由班主任和学籍管理员登记';
  if (!term) return '放假期间不点名';
  if (days.every(({ on }) => on > today)) return '还没有到，到当天再点名';
  return today > term.endsOn || days.every(({ on }) => on < term.startsOn)
    ? '学期已结束，考勤已封存，只可查看'
    : '这几天不在学期内，不点名';
};

/** 缺勤类别: what a press marks. */
function Brush({ brush, onChange }: { brush: AbsenceKind; onChange: (kind: AbsenceKind) => void }): ReactNode {
  return (
    <div className="register-brush" role="radiogroup" aria-label="点到哪一类">
      {(Object.keys(ABSENCE_KINDS) as AbsenceKind[]).map((kind, at) => (
        <label key={kind} className={`register-kind is-${kind.toLowerCase().replace('_', '-')}`}>
          <input className="unseen" type="radio" name="kind" checked={brush === kind} onChange={() => onChange(kind)} />
          <span>
            {ABSENCE_KINDS[kind]}
            <kbd aria-hidden>{at + 1}</kbd>
          </span>
        </label>
      ))}
    </div>
  );
}

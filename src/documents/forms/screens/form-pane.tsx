/** 出表: for whom a form is made, the paper itself in the page, and what can be done with it. */
import { useQuery } from '@tanstack/react-query';
import { Download, FileSpreadsheet, FileText } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useMayCall, useSession } from '../../../authorities/sessions/session-parts.tsx';
import { ShownPaper } from '../../../evidence/screen/paper-parts.tsx';
import { civilDate } from '../../../kernel/civil-date.ts';
import { api, downloadFile, fetchFile, sentenceOf } from '../../../web/api-client.ts';
import { EmptyState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { CheckField } from '../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { FormLine, FormsView } from '../forms.api.ts';
import { ELSEWHERE, type FormChoice, paperAt, styleOf, workbookAt } from './form-paths.screen.ts';
import { NumberRuleText } from './number-rule-text.tsx';
import { PrintRun } from './print-run.tsx';

interface FormPaneProps {
  view: FormsView;
  line: FormLine;
}

/** One form. Give it school and form as key: another form begins anew. */
export function FormPane({ view, line }: FormPaneProps): ReactNode {
  const elsewhere = ELSEWHERE[line.of];
  const mayCall = useMayCall();
  const style = styleOf(line);
  const facts = `取自${line.source}${line.annex === '' ? '' : `；${line.annex}`}；附件未附式样，式样由本系统设计`;
  return (
    <Card
      title={line.title}
      note={facts}
      side={style && mayCall('GET /api/paper-styles') && <Button to={`/paper-styles?paper=${style}`}>表册样式</Button>}
    >
      {line.rule && <NumberRuleText rule={line.rule} />}
      {elsewhere ? (
        <EmptyState words={elsewhere.words} act={<Button to={elsewhere.to}>{elsewhere.act}</Button>} />
      ) : (
        <Maker view={view} line={line} />
      )}
    </Card>
  );
}

function Maker({ view, line }: FormPaneProps): ReactNode {
  const { today, role, institution } = useSession();
  const [choice, setChoice] = useState<FormChoice>({
    ...{ schoolId: view.school.id, form: line.form, classGroupId: '', studentId: '', grade: '' },
    ...{ from: `${today.slice(0, 4)}-01-01`, to: today },
  });
  const [full, setFull] = useState(false);
  const [reason, setReason] = useState('');
  const [made, setMade] = useState<{ blob?: Blob; problem?: unknown; busy: boolean }>({ busy: false });
  const change = (part: Partial<FormChoice>) => {
    setChoice({ ...choice, ...part });
    setMade({ busy: false });
  };
  const numbers = full ? { full: '1', reason } : {};
  const paper = paperAt(line, choice);
  const workbook = workbookAt(line, choice);
  const mayFull =
    role !== 'CLASS_TEACHER' &&
    (institution.level === 'SCHOOL' || institution.level === 'COUNTY') &&
    (line.form === 'student-base' || line.form === 'registration-card' || line.of === 'ROSTER');
  const make = async () => {
    setMade({ busy: true });
    try {
      setMade({ busy: false, blob: await fetchFile(paper!.path, { query: { ...paper!.query, ...numbers } }) });
    } catch (problem) {
      setMade({ busy: false, problem: sentenceOf(problem) });
    }
  };
  const save = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(made.blob!);
    link.download = `${line.title}.pdf`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  const table = () =>
    downloadFile(workbook!.path, { query: workbook!.query }).catch((problem: unknown) =>
      setMade({ busy: false, problem: sentenceOf(problem) }),
    );
  return (
    <>
      <div className="forms-choice">
        <Choices view={view} line={line} choice={choice} onChange={change} />
        {mayFull && (
          <CheckField checked={full} onChange={setFull}>
            含完整证件号
          </CheckField>
        )}
        {full && <TextField label="事由" value={reason} onChange={setReason} maxLength={200} required layout="above" />}
      </div>
      <div className="forms-acts">
        <Button
          tone="primary"
          icon={FileText}
          busy={made.busy}
          onPress={() => void make()}
          {...(paper ? {} : { locked: { reason: '请先选班级' } })}
        >
          出表
        </Button>
        {made.blob && (
          <Button icon={Download} onPress={save}>
            下载PDF
          </Button>
        )}
        {workbook && (
          <Button icon={FileSpreadsheet} onPress={() => void table()}>
            导出工作簿
          </Button>
        )}
        <span className="quiet">每份带核验码，出表即登记、留痕</span>
      </div>
      {line.of === 'STUDENT' && <PrintRun view={view} line={line} numbers={full ? { full, reason } : {}} />}
      <ProblemLine problem={made.problem} />
      {made.blob && (
        <div className="forms-paper">
          <ShownPaper blob={made.blob} what={line.title} />
        </div>
      )}
    </>
  );
}

interface ChoicesProps extends FormPaneProps {
  choice: FormChoice;
  onChange: (part: Partial<FormChoice>) => void;
}

/** Forms of a school that are made of a time. */
const TIMED = new Set(['increase-decrease', 'certificate-stub', 'proof-stub']);

function Choices({ view, line, choice, onChange }: ChoicesProps): ReactNode {
  const { today } = useSession();
  if (line.of === 'SCHOOL') {
    if (!TIMED.has(line.form)) return null;
    const day = (part: 'from' | 'to', label: string) => (
      <DateField
        label={label}
        layout="above"
        value={civilDate(choice[part])}
        onChange={(value) => value && onChange({ [part]: value })}
        today={civilDate(today)}
        to={civilDate(today)}
      />
    );
    return (
      <>
        {day('from', '自')}
        {day('to', '至')}
      </>
    );
  }
  const grades = [...new Map(view.classGroups.map(({ grade, name }) => [grade, name.replace(/\(.*$/, '')]))];
  return (
    <>
      {line.of === 'ROSTER' && (
        <SelectField
          label="年级"
          layout="above"
          value={choice.grade}
          empty="全校"
          options={grades.map(([grade, words]) => ({ value: String(grade), words }))}
          onChange={(grade) => onChange({ grade, classGroupId: '' })}
        />
      )}
      <SelectField
        label="班级"
        layout="above"
        value={choice.classGroupId}
        empty={line.of === 'ROSTER' ? '全部班级' : '请选择'}
        options={view.classGroups
          .filter(({ grade }) => choice.grade === '' || String(grade) === choice.grade)
          .map(({ id, name, students }) => ({ value: id, words: `${name}，${students}人` }))}
        onChange={(classGroupId) => onChange({ classGroupId, studentId: '' })}
      />
      {line.of === 'STUDENT' && choice.classGroupId !== '' && (
        <StudentField
          classGroupId={choice.classGroupId}
          schoolId={choice.schoolId}
          value={choice.studentId}
          onChange={(studentId) => onChange({ studentId })}
        />
      )}
    </>
  );
}

interface StudentFieldProps {
  schoolId: string;
  classGroupId: string;
  value: string;
  onChange: (studentId: string) => void;
}

/** One of the class group, or all of it. */
function StudentField({ schoolId, classGroupId, value, onChange }: StudentFieldProps): ReactNode {
  const { data } = useQuery({
    queryKey: ['forms', 'students', classGroupId],
    queryFn: ({ signal }) =>
      api.get<{ items: { studentId: string; name: string }[] }>('/students', {
        signal,
        query: { schoolId, classGroupId },
      }),
  });
  return (
    <SelectField
      label="学生"
      layout="above"
      value={value}
      empty="全班"
      options={(data?.items ?? []).map(({ studentId, name }) => ({ value: studentId, words: name }))}
      onChange={onChange}
    />
  );
}

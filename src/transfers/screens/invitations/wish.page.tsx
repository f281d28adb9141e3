/** 登记转学意愿: what the family asks for, told to the school that would take the child. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import type { StudentView } from '../../../students/api/students.api.ts';
import { ApiProblem, api } from '../../../web/api-client.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { AbsentState, EmptyState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Columns } from '../../../web/parts/surface/layout.tsx';
import type { InvitationInput } from '../../transfer-form.ts';
import { useChoices } from '../transfer-queries.tsx';
import { invite } from './invitation-queries.tsx';
import { SchoolField } from './school-field.tsx';
import '../transfers.css';

const TRAIL = [{ to: '/transfers?side=WISHES', words: '转学' }];

/** /transfers/wishes/:id */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const today = civilDate(useSession().today);
  const choices = useChoices();
  const { data: student, error } = useQuery({
    queryKey: ['students', id],
    queryFn: ({ signal }) => api.get<StudentView>(`/students/${id}`, { signal }),
  });
  const [school, setSchool] = useState('');
  const [ground, setGround] = useState('');
  const [moved, setMoved] = useState('');
  const [said, setSaid] = useState('');
  const [askedOn, setAskedOn] = useState<CivilDate | undefined>(today);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const complete = school !== '' && ground !== '' && said.trim() !== '' && askedOn !== undefined;
  const send = async () => {
    setTried(true);
    if (!complete) return;
    setBusy(true);
    setProblem(undefined);
    const body = { studentId: id, toSchoolId: school, ground, said: said.trim(), askedOn };
    try {
      await invite({ ...body, ...(moved === '' ? {} : { moved }) } as InvitationInput);
      void navigate('/transfers?side=WISHES');
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  if (error) {
    return (
      <Page>
        <PageHead trail={TRAIL} title="登记转学意愿" />
        {error instanceof ApiProblem && error.status === 404 ? (
          <AbsentState what="此学生" />
        ) : (
          <ProblemLine problem={error} />
        )}
      </Page>
    );
  }
  return (
    <Page>
      <PageHead trail={TRAIL} title="登记转学意愿" facts={student && `${student.name} ${student.gradeWords}`} />
      <Columns template="minmax(0, 560px) minmax(0, 1fr)">
        <Card title="家长提出">
          <div className="transfer-form">
            <SchoolField
              label="意向学校"
              required
              value={school}
              onChange={setSchool}
              problem={tried && school === '' ? '请输入校名后选择' : undefined}
            />
            <SelectField
              label="转学事由"
              required
              value={ground}
              onChange={setGround}
              options={choices.data?.grounds ?? []}
              problem={tried && ground === '' ? '请选择转学事由' : undefined}
            />
            <SelectField
              label="迁移范围"
              value={moved}
              onChange={setMoved}
              options={choices.data?.moves ?? []}
              empty="尚未提供"
            />
            <TextField
              label="家长说明"
              required
              value={said}
              onChange={setSaid}
              lines={3}
              maxLength={500}
              problem={tried && said.trim() === '' ? '请写明家长的说明' : undefined}
            />
            <DateField label="提出日期" required value={askedOn} onChange={setAskedOn} today={today} to={today} />
            <ProblemLine problem={problem} />
            <Button tone="primary" large busy={busy} onPress={() => void send()}>
              转达意向学校
            </Button>
          </div>
        </Card>
        <Card title="转达以后">
          <EmptyState
            words="由意向学校发起转学"
            why="意向学校在工作台看到后按此办理转入，或依法定理由答复不能接收；学位不足的，由其主管部门安排学校。学籍在办结前仍在本校"
          />
        </Card>
      </Columns>
    </Page>
  );
}

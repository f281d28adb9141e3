/** 休学办件: what a case of leave, extension or return shows beside the findings: the application as it was filled in. */
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { type CaseContent, type CasePaneProps, countsNothing } from '../../cases/pages/case/case-content-parts.tsx';
import { EvidencePane } from '../../evidence/screen/evidence-parts.tsx';
import { FieldGrid } from '../../web/parts/fields/field-grid.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import type { LeaveData } from '../leave.ts';

const HEADINGS = { LEAVE: '休学', LEAVE_EXTENSION: '延长休学', RETURN: '复学' } as const;

function ApplicationPane({ view, fill }: CasePaneProps): ReactNode {
  const { student, schoolName, matter, said } = view.data as unknown as LeaveData;
  const navigate = useNavigate();
  const mayMend = useMayCall()('PUT /api/leaves/:id/form');
  const mendable = mayMend && view.actions.some(({ action, step }) => action === 'SUBMIT' && step === 'PROPOSE');
  return (
    <Card
      title="申请表"
      fill={fill}
      side={
        mendable && (
          <Button onPress={() => navigate(`/leaves/students/${view.subjectId}?case=${view.id}`)}>修改申请</Button>
        )
      }
    >
      <FieldGrid
        heading="学生"
        rows={[
          { key: 'name', label: '姓名', value: student.name },
          { key: 'number', label: '学籍号', value: <span className="no-autospace">{student.numberMasked}</span> },
          { key: 'school', label: '学校', value: schoolName },
        ]}
      />
      <FieldGrid
        heading={HEADINGS[matter.kind]}
        rows={said.map(({ label, words }) => ({ key: label, label, value: words }))}
      />
    </Card>
  );
}

function PapersPane(props: CasePaneProps): ReactNode {
  const { papers } = props.view.data as unknown as LeaveData;
  const asked = papers.map(({ words, chip }) => ({ paper: words, what: words, by: '学生及监护人', chip }));
  return <EvidencePane {...props} papers={asked} />;
}

const content = (role: string, fact: string): CaseContent => ({
  panes: [
    { key: 'application', words: '申请表', Pane: ApplicationPane },
    { key: 'papers', words: '佐证材料', Pane: PapersPane },
  ],
  columns: 'minmax(0, 1fr) minmax(0, 1.15fr)',
  effect: ({ schoolName }) => ({ role, party: schoolName, facts: [fact] }),
  countOf: countsNothing,
});

export const LEAVE_CONTENTS = {
  LEAVE: content('休学', '办结即保留学籍、离开班级'),
  LEAVE_EXTENSION: content('延长', '办结即改期满日'),
  RETURN: content('复学', '办结即编入年级，由学校分班'),
};

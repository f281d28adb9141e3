/** 异动办件: what a case of any of these kinds shows beside the findings: the application as it was filled in, and the papers. */
import type { ReactNode } from 'react';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { type CaseContent, type CasePaneProps, countsNothing } from '../../cases/pages/case/case-content-parts.tsx';
import { EvidencePane } from '../../evidence/screen/evidence-parts.tsx';
import { FieldGrid } from '../../web/parts/fields/field-grid.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import type { ChangeData } from '../change-kind.ts';

/** How a feature shows its application: who may mend it by which call, and at which address. */
export interface ApplicationWords {
  /** Heading over what was filled in. */
  heading: string;
  mend: string;
  mendAt: (view: CasePaneProps['view']) => string;
}

type Shown = Pick<ChangeData, 'student' | 'schoolName' | 'said' | 'papers'>;

/** The application as it was filled in, and the papers that the law lists: of every case that keeps them as changes do. */
export function applicationPanes({ heading, mend, mendAt }: ApplicationWords): CaseContent['panes'] {
  function ApplicationPane({ view, fill }: CasePaneProps): ReactNode {
    const { student, schoolName, said } = view.data as unknown as Shown;
    const mayMend = useMayCall()(mend);
    const mendable = mayMend && view.actions.some(({ action, step }) => action === 'SUBMIT' && step === 'PROPOSE');
    return (
      <Card title="申请表" fill={fill} side={mendable && <Button to={mendAt(view)}>修改申请</Button>}>
        <FieldGrid
          heading="学生"
          rows={[
            { key: 'name', label: '姓名', value: student.name },
            { key: 'number', label: '学籍号', value: <span className="no-autospace">{student.numberMasked}</span> },
            { key: 'school', label: '学校', value: schoolName },
          ]}
        />
        <FieldGrid heading={heading} rows={said.map(({ label, words }) => ({ key: label, label, value: words }))} />
      </Card>
    );
  }
  return [
    { key: 'application', words: '申请表', Pane: ApplicationPane },
    { key: 'papers', words: '佐证材料', Pane: PapersPane },
  ];
}

function PapersPane(props: CasePaneProps): ReactNode {
  const { papers } = props.view.data as unknown as Shown;
  const asked = papers.map(({ words, by, chip }) => ({ paper: words, what: words, by, chip }));
  return <EvidencePane {...props} papers={asked} />;
}

const CONTENT: CaseContent = {
  panes: applicationPanes({
    heading: '申请',
    mend: 'PUT /api/changes/:id/form',
    mendAt: ({ id, subjectId }) => `/changes/students/${subjectId}?case=${id}`,
  }),
  columns: 'minmax(0, 1fr) minmax(0, 1.15fr)',
  effect: ({ schoolName, data }) => {
    const { role, fact } = (data as unknown as ChangeData).after;
    return { role, party: schoolName, facts: [fact] };
  },
  countOf: countsNothing,
};

/** The same content for each of these kinds of case. */
export const changeContents = (...kinds: string[]): Record<string, CaseContent> =>
  Object.fromEntries(kinds.map((kind) => [kind, CONTENT]));

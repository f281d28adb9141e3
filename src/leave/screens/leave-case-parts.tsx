/** 休学办件: what a case of leave, extension or return shows beside the findings: the application as it was filled in. */
import { type CaseContent, countsNothing } from '../../cases/pages/case/case-content-parts.tsx';
import { applicationPanes } from '../../changes/screens/change-case-parts.tsx';

const content = (heading: string, role: string, fact: string): CaseContent => ({
  panes: applicationPanes({
    heading,
    mend: 'PUT /api/leaves/:id/form',
    mendAt: ({ id, subjectId }) => `/leaves/students/${subjectId}?case=${id}`,
  }),
  columns: 'minmax(0, 1fr) minmax(0, 1.15fr)',
  effect: ({ schoolName }) => ({ role, party: schoolName, facts: [fact] }),
  countOf: countsNothing,
});

export const LEAVE_CONTENTS = {
  LEAVE: content('休学', '休学', '办结即保留学籍、离开班级'),
  LEAVE_EXTENSION: content('延长休学', '延长', '办结即改期满日'),
  RETURN: content('复学', '复学', '办结即编入年级，由学校分班'),
};

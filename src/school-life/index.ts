/** 在校生活的门: attendance and what is counted from it, assessments and what they say of a student. */
import type { Route, Services } from '../access/index.ts';
import { assessmentRoutes } from './assessments/api/assessments.routes.ts';
import { attendanceRoutes } from './attendance/attendance.routes.ts';
import { truancyRoutes } from './attendance/truancy/truancy.routes.ts';
import { conductRoutes } from './conduct/conduct.routes.ts';
import { duesRoutes } from './oversight/dues/dues.routes.ts';
import { filingsRoutes } from './oversight/filings/filings.routes.ts';
import { classEntryRoutes } from './pasting/class-entry/class-entry.routes.ts';
import { shownPaperRoutes } from './shown-papers/shown-papers.routes.ts';

export { SCHEMES } from './aid/aid.store.ts';
export { DEGREES } from './aid/hardship.store.ts';
export {
  CATEGORIES,
  isPassed,
  RATINGS,
  RESULT_KINDS,
  type Result,
  type TermOf,
  termWords,
  valueWords,
} from './assessments/assessment.api.ts';
export { PRACTICE_KINDS, type PracticeRecord } from './assessments/practice/practice.api.ts';
export { dimensionsOf, OCCASIONS, type QualityReport, reportName } from './assessments/quality/quality.api.ts';
export { type FoundFacts, resultsFor } from './assessments/results/results-for.ts';
export { listAssessments, practiceOf, qualityReportsOf } from './assessments/student/follow-student.ts';
export { nationalSubjects } from './assessments/subjects/national-subjects.ts';
export { columnsOf, type Subject } from './assessments/subjects/subject.ts';
export { lastTerms } from './assessments/term-in.ts';
export type { Term } from './attendance/absence.api.ts';
export { termOf, usualTerm } from './attendance/term-of.ts';
export { seniorFacts } from './attendance/truancy/ask-truancy.ts';
export { weeksOf } from './attendance/truancy/count-truancy.ts';
export { RECIPIENTS, type Recipient } from './attendance/truancy/reporting.api.ts';
export { listReports, type WrittenReport } from './attendance/truancy/truancy.store.ts';
export { type StayingAway, truancyOf } from './attendance/truancy/truancy-of.ts';
export { conductKinds } from './conduct/conduct-kinds.ts';
export { type ConductOf, conductOf } from './conduct/conduct-of.ts';
export { listDisciplinesOf } from './conduct/discipline.store.ts';
export { listSchoolPaths } from './oversight/dues/dues.store.ts';
export { type Dues, duesOf, isOver } from './oversight/dues/dues.ts';

export { readClassTable, writeClassTable } from './pasting/class-entry/table-workbook.ts';

/** Attendance, leave of absence, the gate, who stays away, and assessments. */
export const schoolLifeRoutes = (services: Services): Route[] => [
  ...attendanceRoutes(services),
  ...truancyRoutes(services),
  ...assessmentRoutes(services),
  ...conductRoutes(services),
  ...classEntryRoutes(services),
  ...duesRoutes(services),
  ...filingsRoutes(services),
  ...shownPaperRoutes(services),
];

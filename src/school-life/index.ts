/** 在校生活的门: attendance and what is counted from it, assessments and what they say of a student. */
import type { Route, Services } from '../access/index.ts';
import { attendanceRoutes } from './attendance/attendance.routes.ts';
import { truancyRoutes } from './attendance/truancy/truancy.routes.ts';

export {
  CATEGORIES,
  isPassed,
  RATINGS,
  RESULT_KINDS,
  type Result,
  termWords,
  valueWords,
} from './assessments/assessment.ts';
export { listAssessments, practiceOf, qualityReportsOf } from './assessments/follow-student.ts';
export { PRACTICE_KINDS, type PracticeRecord } from './assessments/practice/practice.ts';
export { dimensionsOf, OCCASIONS, type QualityReport, reportName } from './assessments/quality/quality.ts';
export type { Term } from './attendance/absence.api.ts';
export { termOf, usualTerm } from './attendance/term-of.ts';
export { seniorFacts } from './attendance/truancy/ask-truancy.ts';
export { weeksOf } from './attendance/truancy/count-truancy.ts';
export { RECIPIENTS, type Recipient } from './attendance/truancy/reporting.api.ts';
export { listReports, type WrittenReport } from './attendance/truancy/truancy.store.ts';
export { type StayingAway, truancyOf } from './attendance/truancy/truancy-of.ts';

/** Attendance, leave of absence, the gate, and who stays away. */
export const schoolLifeRoutes = (services: Services): Route[] => [
  ...attendanceRoutes(services),
  ...truancyRoutes(services),
];

/** 入学注册的门: what main and other features may use of this one. */
export { type Admissions, admissionsOf } from './admissions.routes.ts';
export { ENTRY_CANCELLATION } from './intake/cancelling/cancellation.ts';
export { cancellationKind } from './intake/cancelling/cancellation-case.ts';
export { STAGE_ENTRY } from './intake/entry/stage-entry.ts';
export { stageEntryKind } from './intake/entry/stage-entry-case.ts';
export { ADMISSION_PLAN } from './intake/plans/admission-plan.ts';
export { countBeyondPlan, type OneIntake } from './intake/plans/plan.store.ts';
export { admissionPlanKind } from './intake/plans/plan-case.ts';
export { newStudentOf } from './registering/new-students.ts';
export { REGISTRATION, registrationKind } from './registering/registration-case.ts';

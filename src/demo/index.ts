/** 演示地区的门: a made-up region to try the product with. */
export { DEMO_PASSWORD, DEMO_TOTP_SECRET, type DemoAccount, demoCode, listDemoAccounts } from './accounts.ts';
export type { DemoState } from './demo.store.ts';
export { drawIntakeRows, type IntakeRow } from './intake/intake-rows.ts';
export { findDemo, finishDemo, isFinished, isUntouched, makeDemo, USUAL_SEED, USUAL_STUDENTS } from './make-demo.ts';
export { putIntakeWorkbook, tableOfAccounts } from './newcomer.ts';
export { type Part, type PartPlan, planPart } from './region/plan-part.ts';

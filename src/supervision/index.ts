/** 核查的门: what authorities confirm and report. */

export { confirmationRoutes } from './confirmation/confirmation.routes.ts';
export { confirmationKind } from './confirmation/confirmation-case.ts';
export { ROSTER_CONFIRMATION } from './confirmation/roster-confirmation.ts';
export { increaseDecreaseRoutes } from './increase-decrease/increase-decrease.routes.ts';
export { viewRegister } from './increase-decrease/view-register.ts';

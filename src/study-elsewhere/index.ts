/** 别处就读的门: guest study and the ways of special education; the registration stays where it is. */
import type { AnyChangeKind } from '../changes/index.ts';
import { guestStudy } from './guest/guest-study.ts';
import { specialEducation } from './special/special-education.ts';

export { studyElsewhereRoutes } from './study-elsewhere.routes.ts';

/** In the order in which they are offered. */
export const studyElsewhereKinds: readonly AnyChangeKind[] = [guestStudy, specialEducation];

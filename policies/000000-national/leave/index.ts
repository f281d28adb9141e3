/** 国家 休学复学: what the nation says of guest study and of children taught at home; of leave its text is not transcribed. */
import type { PackPart } from '../../../src/policy/index.ts';
import { guestStudyGround } from './guest-study/ground.ts';
import { guestRegistration } from './guest-study/second-registration.ts';
import { homeDelivery } from './special-education/home-delivery.ts';

export const leave: PackPart = { rules: [guestStudyGround, guestRegistration, homeDelivery] };

/** 国家 招生入学: a compulsory place is kept, and a migrant child is registered like every other. */
import type { PackPart } from '../../../src/policy/index.ts';
import { migrantRegistration } from './migrant-registration.ts';
import { placeKept } from './place-kept.ts';

export const admission: PackPart = { rules: [placeKept, migrantRegistration] };

/** 长葛 建籍: parameters of registration; the logic is the nation's. */
import type { PackPart } from '../../../src/policy/index.ts';
import { settings } from './settings.ts';

export const registration: PackPart = { settings };

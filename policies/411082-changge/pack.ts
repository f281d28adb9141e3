/** 长葛: parameters of registration; the logic is the nation's. */
import { pack } from '../../src/policy/index.ts';
import { provisions } from './instruments.ts';
import { settings } from './settings.ts';

export const changge = pack({ placeCode: '411082', instruments: [provisions], rules: [], settings });

/** 密码套件选择: the suite that a configuration or a stored byte names. */
import { guomi } from './guomi.ts';
import { international } from './international.ts';
import type { CipherSuite, SuiteId } from './suite.ts';

const SUITES: Record<SuiteId, CipherSuite> = { international, guomi };

/** The suite of that name. */
export function suiteOf(id: SuiteId): CipherSuite {
  return SUITES[id];
}

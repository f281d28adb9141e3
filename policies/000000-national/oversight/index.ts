/** 国家 监管: who decides for which school, confidentiality, inspection, responsibility. */
import type { PackPart } from '../../../src/policy/index.ts';
import { accountable } from './breaches/accountable.ts';
import { giveOut, lookUp } from './confidentiality/confidentiality.ts';
import { inspectionReads } from './confidentiality/inspection-reads.ts';
import { duties } from './duties.ts';
import { supervisingAuthority } from './institutions/supervising-authority.ts';
import { territory } from './institutions/territory.ts';
import { withinScope } from './institutions/within-scope.ts';
import { staleCase } from './stale-case.ts';

export const oversight: PackPart = {
  rules: [territory, supervisingAuthority, withinScope, giveOut, lookUp, inspectionReads, accountable, staleCase],
  duties,
};

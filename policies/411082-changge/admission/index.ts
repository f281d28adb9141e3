/** 长葛 招生入学: primary and junior schools take in new students in autumn; their age is a parameter of registration. */
import { cite, type PackPart } from '../../../src/policy/index.ts';
import { autumnEntry } from '../../000000-national/admission/autumn-entry.ts';
import { provisions } from '../instruments.ts';

export const admission: PackPart = {
  rules: [autumnEntry(cite(provisions, '二、1', 'CG-2.1.1'), ['PRIMARY', 'JUNIOR'])],
};

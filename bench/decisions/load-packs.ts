/** 法规包的装入: run in a process of its own: reads every pack from its files, joins them, and prints the milliseconds. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { performance } from 'node:perf_hooks';

enableCompileCache();
const { makeLaw } = await import('../../src/policy/index.ts');
const begun = performance.now();
const { packs } = await import('../../policies/index.ts');
makeLaw(packs);
console.log(performance.now() - begun);
flushCompileCache();

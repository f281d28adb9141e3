/** 拒绝一览: every refusal code with its HTTP status and sentence. */
import { listRefusals } from '../../src/kernel/refusal.ts';

/** The page of all refusals. */
export function refusalsPage(): string {
  const rows = listRefusals().map(({ code, status, sentence }) => `| \`${code}\` | ${status} | ${sentence} |`);
  return [
    '# Refusals (拒绝)',
    '',
    'Everything a caller may not or cannot do: the code in `problem+json`, its HTTP status and the sentence the person reads.',
    'Made from `src/kernel/refusal.ts` by `npm run generate`.',
    '',
    '| Code | Status | Sentence |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

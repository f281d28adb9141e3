/** 计量: `npm run bench [-- import, registrations, search, first-load, decisions, promotion, placement, transfers, workbench, file-packages, papers, family-check]` measures against ceilings of the same run. */
import { measureDecisions } from '../bench/decisions/decisions.ts';
import { measureFamilyCheck } from '../bench/family-check.ts';
import { measureFirstLoad } from '../bench/first-load.ts';
import { measureImport } from '../bench/import.ts';
import { type Line, tell } from '../bench/measure.ts';
import { measureFilePackages } from '../bench/papers/file-packages.ts';
import { measurePapers } from '../bench/papers/papers.ts';
import { measurePlacement } from '../bench/placement.ts';
import { measurePromotion } from '../bench/promotion.ts';
import { measureRegistrations } from '../bench/registrations.ts';
import { measureSearch } from '../bench/search.ts';
import { measureTransfers } from '../bench/transfers.ts';
import { measureWorkbench } from '../bench/workbench.ts';

const MEASUREMENTS: Record<string, () => Promise<Line[]>> = {
  import: measureImport,
  registrations: measureRegistrations,
  'first-load': measureFirstLoad,
  search: measureSearch,
  decisions: measureDecisions,
  promotion: () => measurePromotion(),
  placement: measurePlacement,
  transfers: () => measureTransfers(),
  workbench: () => measureWorkbench(),
  'file-packages': measureFilePackages,
  papers: measurePapers,
  'family-check': () => measureFamilyCheck(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in MEASUREMENTS));
if (unknown.length > 0) {
  console.error(`There is no measurement ${unknown.join(', ')}; there are ${Object.keys(MEASUREMENTS).join(', ')}`);
  process.exit(1);
}
const lines: Line[] = [];
for (const [name, measure] of Object.entries(MEASUREMENTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`${name} …`);
  lines.push(...(await measure()));
}
tell(lines);

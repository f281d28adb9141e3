/** 长葛 奖惩: no expulsion in the compulsory stages. */
import { cite, type PackPart, setting } from '../../../src/policy/index.ts';
import { compulsoryDisciplineKinds } from '../../000000-national/conduct/compulsory-discipline-kinds.ts';
import { provisions } from '../instruments.ts';

export const conduct: PackPart = {
  settings: [
    setting(
      compulsoryDisciplineKinds,
      { kinds: ['WARNING', 'SERIOUS_WARNING', 'DEMERIT', 'PROBATION'] },
      cite(provisions, '三、3', 'CG-3.3.1.b'),
    ),
  ],
};

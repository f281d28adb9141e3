/** 学校文本 篇四 毕业: graduation, certificates, and a letter for a lost one, where no province covers the school. */
import { cite, type Instrument, type PackPart } from '../../../../src/policy/index.ts';
import { lostCertificate } from '../../../000000-national/graduation/lost-certificate.ts';
import { certificateNumber } from './certificate-number.ts';
import { juniorGraduation } from './junior-graduation.ts';

const GRADUATION = ['S4-5.1', 'S4-5.3.1', 'S4-5.3.2', 'S4-5.3.3', 'S4-5.3.4', 'S4-5.3.5', 'S4-5.4'];

export const graduation = (text: Instrument): PackPart => ({
  rules: [
    juniorGraduation(cite(text, '五', ...GRADUATION)),
    certificateNumber(cite(text, '五', 'S4-5.2', 'S4-5.1')),
    lostCertificate(cite(text, '五', 'S4-5.5', 'S4-5.4'), {
      id: 'lost-school-certificate',
      name: '证明信',
      chain: ['SCHOOL'],
      acts: { SCHOOL: '核实原始档案后出具证明信' },
      papers: [['GUARDIAN', '本人书面申请']],
      damageToo: false,
      yields: true,
    }),
  ],
});

/** 学校文本 篇四 离校: withdrawal of who cannot learn any more, and help against truancy. */
import { cite, type Instrument, type PackPart } from '../../../../src/policy/index.ts';
import { truancyHelp } from './truancy.ts';
import { withdrawalOfUnable } from './withdrawal.ts';

export const departure = (text: Instrument): PackPart => ({
  rules: [withdrawalOfUnable(cite(text, '四', 'S4-4.6')), truancyHelp(cite(text, '七、2', 'S4-7.4'))],
  notApplied: [
    {
      question: 'dropout-registration',
      basis: cite(text, '一', 'S4-1.2'),
      says: '开学两周内未办理入学手续的，视为自动放弃',
      because: '义务教育法·第十一条规定监护人应当送适龄儿童少年入学并完成义务教育；按辍学登记，学籍保留',
      conflict: 'C41',
    },
  ],
});

/** 学校文本 篇四 招生入学: reporting, leave before term, who comes first; that a child gives up its place does not count. */
import { cite, type Instrument, type PackPart } from '../../../../src/policy/index.ts';
import { reportInTime } from '../../../000000-national/admission/report-in-time.ts';
import { firstInLine } from './first-in-line.ts';
import { leaveBeforeTerm } from './leave-before-term.ts';

export const admission = (text: Instrument): PackPart => ({
  rules: [
    reportInTime(cite(text, '一', 'S4-1.1'), 'report-as-allotted'),
    leaveBeforeTerm(cite(text, '一', 'S4-1.2')),
    firstInLine(cite(text, '三', 'S4-3.6')),
  ],
  notApplied: [
    {
      question: 'no-show',
      basis: cite(text, '一', 'S4-1.2'),
      says: '开学两周内未办理入学手续的，视为自动放弃',
      because: '义务教育法·第十一条规定监护人应当送适龄儿童少年入学并完成义务教育；只督促入学，不取消入学资格',
      conflict: 'C16',
    },
  ],
});

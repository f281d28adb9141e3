/** 样例表册: each form as it is drawn, about nobody, with every place filled. Pure. */
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import type { Stage } from '../../../policy/index.ts';
import type { Result } from '../../../school-life/index.ts';
import type { HeldRecord } from '../../../students/index.ts';
import { fitnessCard, physicalExamination, practiceRecord } from '../../forms/drawing/development-forms.ts';
import { qualityReport } from '../../forms/drawing/quality-report.ts';
import { campusBase, increaseDecrease, schoolBase } from '../../forms/drawing/school-forms.ts';
import { studentBase } from '../../forms/drawing/student-items.ts';
import { type FormBlock, type FormPaper, inRows } from '../../forms/form-paper.ts';
import { FORMS, type FormId } from '../../forms/form-registry.ts';
import { writtenDate } from '../../print-mark.ts';
import { filledBlocks } from './fill-blocks.ts';
import { samplePerson, sampleSchool } from './sample-person.ts';

/** The form with its head, as one student's or one school's. */
export function sampleForm(id: FormId, number: number, on: CivilDate): FormPaper {
  const { schoolName, schoolCode } = sampleSchool(number);
  const ofSchool = FORMS[id].of === 'SCHOOL';
  const second: [string, string] = ofSchool
    ? [`截至${writtenDate(on)}`, '']
    : [`姓名：${samplePerson(number).name}`, '年级班级：2026级七年级3班'];
  return {
    ...{ title: FORMS[id].title, annex: '', seal: schoolName, note: '式样自拟；含个人信息，仅限学籍管理使用' },
    facts: [[`学校：${schoolName}`, `学校标识码：${schoolCode}`], second],
    blocks: filledBlocks(blocksOf(id, number), number),
    signers: ofSchool ? ['填表人', '学籍管理员', '校长'] : ['学生', '监护人', '班主任'],
  };
}

function blocksOf(id: FormId, number: number): FormBlock[] {
  const { schoolName, schoolCode } = sampleSchool(number);
  switch (id) {
    case 'student-base':
      return studentBase({ record: {} } as HeldRecord, '', true);
    case 'quality-compulsory':
      return qualityReport('JUNIOR', undefined, { results: sampleResults('JUNIOR', number) });
    case 'quality-interim':
    case 'quality-final':
      return qualityReport('SENIOR', undefined, { results: sampleResults('SENIOR', number) });
    case 'practice-record':
      return practiceRecord([]);
    case 'physical-examination':
      return physicalExamination([]);
    case 'fitness-card':
      return fitnessCard([]);
    case 'school-base': {
      const years = { stages: ['JUNIOR' as const], years: { JUNIOR: 3 } };
      const names = { name: schoolName, code: schoolCode, englishName: `Sample School ${number}` };
      const kinds = { schoolType: null, ownership: 'PUBLIC' as const, validFrom: civilDate('1998-09-01') };
      const grade = { grade: 7, classGroups: 4, boys: 90 + number, girls: 80 + number, others: 0 };
      return schoolBase({ ...years, ...names, ...kinds }, {}, 1, [grade]);
    }
    case 'campus-base':
      return campusBase([]);
    case 'increase-decrease': {
      const span = { schoolId: '', schoolName, from: '2026-01-01', to: '2026-09-24' };
      return increaseDecrease({ ...span, before: 800 + number, after: 801 + number, items: [] });
    }
    default:
      return stub(number);
  }
}

/** 存根, as those of completion certificates and of academic proofs are laid out. */
function stub(number: number): FormBlock[] {
  const labels = ['编号', '姓名', '性别', '出生日期', '班级', '学习起止', '出具日期', '领取人'];
  const items = labels.map((label) => ({ label, value: '', span: label === '姓名' ? (2 as const) : (1 as const) }));
  return [0, 1].map((place) => ({
    ...{ kind: 'ITEMS', heading: `存根${place + 1}`, whole: true },
    rows: filledBlocks([{ kind: 'ITEMS', heading: '', rows: inRows(items) }], number + place * 20).flatMap((one) =>
      one.kind === 'ITEMS' ? one.rows : [],
    ),
  }));
}

const sampleResults = (stage: Stage, number: number): Result[] =>
  ['语文', '数学', '英语'].map((subjectName, at) => ({
    ...{ id: `${at}`, studentId: '', schoolId: '', stage, grade: 7, kind: 'FINAL', subject: `${at}`, subjectName },
    ...{ value: { points: 70 + ((number + at * 7) % 30) }, fullPoints: 100, category: null, credits: null },
    ...{ schoolYear: 2026, term: 1, enteredByName: '', enteredAt: new Date(0), endedAt: null, endReason: null },
    ...{ broughtFrom: null },
  }));

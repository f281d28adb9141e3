/** 可问之事: the questions with their facts, as a form, the documentation and the checks of an answer read them. */
import { type QuestionId, questions } from '../../policy/index.ts';
import { admissionQuestions } from '../../policy/questions/admission.ts';
import { conductQuestions } from '../../policy/questions/conduct.ts';
import { departureQuestions } from '../../policy/questions/departure.ts';
import type { Question } from '../../policy/questions/fact.ts';
import { fileQuestions } from '../../policy/questions/file.ts';
import { graduationQuestions } from '../../policy/questions/graduation.ts';
import { leaveQuestions } from '../../policy/questions/leave.ts';
import { registrationQuestions } from '../../policy/questions/registration.ts';
import { transferQuestions } from '../../policy/questions/transfer.ts';
import type { QuestionView } from '../regulations.api.ts';

const SUBJECTS: readonly (readonly [words: string, asked: object])[] = [
  ['转学', transferQuestions],
  ['休学复学', leaveQuestions],
  ['招生入学', admissionQuestions],
  ['建籍编班', registrationQuestions],
  ['退学离校', departureQuestions],
  ['奖惩考核', conductQuestions],
  ['升级毕业', graduationQuestions],
  ['档案信息', fileQuestions],
];

/** Under which heading the question stands; what no family asks comes last. */
export const subjectOf = (id: string): string => SUBJECTS.find(([, asked]) => id in asked)?.[0] ?? '监督管理';

/** Is there such a question? */
export const isQuestion = (id: string): id is QuestionId => id in questions;

/** Every question, those of a family's own affairs first. */
export function listQuestions(): QuestionView[] {
  const subjects = [...SUBJECTS.map(([words]) => words), '监督管理'];
  return Object.entries(questions)
    .map(([id, question]) => viewOf(id, question))
    .toSorted((a, b) => subjects.indexOf(a.subject) - subjects.indexOf(b.subject));
}

function viewOf(id: string, { title, facts, twoPlaces }: Question): QuestionView {
  return {
    id,
    title,
    subject: subjectOf(id),
    twoPlaces: twoPlaces === true,
    facts: Object.entries(facts).map(([name, { kind, label, unit = null, least, most, words = {}, optional }]) => ({
      name,
      kind,
      label,
      unit,
      least: kind === 'NUMBER' ? (least ?? 0) : null,
      most: most ?? null,
      options: Object.entries(words).map(([code, said]) => ({ code, words: said })),
      optional: optional === true,
    })),
  };
}

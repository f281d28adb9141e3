/** 校验用语: what the shapes of the interface say, field by field, to the person who filled them in. */
import { z } from 'zod';

/** What is wrong with one field of a form; `path` is its name in the interface, for the page to put it beside. */
export interface FieldProblem {
  path: string;
  sentence: string;
}

type Issue = Parameters<NonNullable<ReturnType<typeof z.config>['localeError']>>[0];

/** From now on every shape that says nothing of its own speaks like an official. */
export function speakChinese(): void {
  z.config({ localeError: wordsOf });
}

function wordsOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? '未填' : '填写的种类不对';
    case 'too_small':
      if (issue.origin === 'string') return issue.minimum === 1 ? '未填' : `不得少于${issue.minimum}字`;
      return issue.origin === 'array' ? `至少选${issue.minimum}项` : `不得小于${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'string') return `最多${issue.maximum}字`;
      return issue.origin === 'array' ? `最多${issue.maximum}项` : `不得大于${issue.maximum}`;
    case 'invalid_value':
      return '不在可选的范围内';
    case 'unrecognized_keys':
      return '有不认识的项';
    default:
      return '写法不符';
  }
}

interface ValidationResult {
  instancePath: string;
  message?: string | undefined;
}

/** The validator's findings as the page reads them: one a field. */
export function fieldProblems(validation: readonly ValidationResult[]): FieldProblem[] {
  return validation.map(({ instancePath, message }) => ({
    path: instancePath.replace(/^\//, '').replaceAll('/', '.'),
    sentence: message ?? '写法不符',
  }));
}

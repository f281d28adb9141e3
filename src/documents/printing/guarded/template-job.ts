/** 模板任务: what is asked of the guarded process, and what it answers. */
import type { Typeset, TypesetJob } from '../typesetter.ts';

/** A value that must stand on the paper, by the word that names it to people. */
export interface Demanded {
  label: string;
  value: string;
}

export interface TemplateJob {
  id: number;
  /** With its source. */
  job: TypesetJob;
  demanded: readonly Demanded[];
}

/** Why nothing was set. TEMPLATE: the source is at fault, `words` say where, in the compiler's own language, without values. */
export interface TemplateFault {
  why: 'TEMPLATE' | 'TIME' | 'MEMORY' | 'ENDED';
  words: string;
}

/** A paper that was set: what it lacks of what was demanded, and how many places lead out of it. */
export interface TriedTemplate {
  done: Typeset;
  lacking: string[];
  links: number;
}

export type TemplateReply = { id: number } & (TriedTemplate | { fault: TemplateFault });

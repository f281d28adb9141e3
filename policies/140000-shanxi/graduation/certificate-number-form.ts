/** 毕业证书编号的编排式: the text has an authority number the certificates and leaves to it how. */
import { allow, type Citation, leftOpen, rule, type Stage, silent } from '../../../src/policy/index.ts';

const pattern = '{area:6}{year:4}{stage:1}{serial:6}';

/** Set where the numbering is done: by the city, or by a county for the stages that the text leaves to either. */
export function certificateNumberForm(basis: Citation, { id, stages }: { id: string; stages: readonly Stage[] }) {
  const asked = { stage: stages[0]!, certificate: 'GRADUATION' } as const;
  const other = stages.includes('SENIOR') ? 'PRIMARY' : 'SENIOR';
  return rule('certificate-number-form')({
    id,
    title: '毕业证书编号的编排式',
    basis,
    force: 'MUST',
    parameters: { pattern: leftOpen<string>('ONCE', '毕业证书编号编排式（年份为毕业年度）') },
    decide: ({ stage, certificate }, law) =>
      stages.includes(stage) && certificate === 'GRADUATION' ? allow('FORM', { pattern: law.pattern }) : silent,
    sentences: { FORM: '毕业证书编号按{pattern}编排，由编号机关连续编号' },
    examples: [
      { name: 'set by the authority that numbers', with: { pattern }, facts: asked, expect: 'FORM' },
      { name: 'not set yet', facts: asked, expect: 'PARAMETER_NOT_SET' },
      { name: 'another stage', with: { pattern }, facts: { ...asked, stage: other }, expect: 'NONE' },
      {
        name: 'a certificate of completion',
        with: { pattern },
        facts: { ...asked, certificate: 'COMPLETION' },
        expect: 'NONE',
      },
    ],
  });
}

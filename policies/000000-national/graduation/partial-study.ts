/** 结业、肄业: which certificate a student gets who leaves a stage without graduating. */
import {
  allow,
  type Citation,
  deny,
  fixed,
  rule,
  STAGES,
  type Stage,
  silent,
  step,
  worded,
} from '../../../src/policy/index.ts';

interface Ending {
  /** One of its own where a text says it of two stages in two articles. */
  id?: string;
  stages: readonly Stage[];
  /** What the school does with the certificate: 发给全省统一印制的证书. */
  steps: readonly string[];
}

/** Studied the years out without meeting the standard: completion. Did not study them out: partial study. */
export function partialStudy(basis: Citation, { id = 'partial-study', stages, steps }: Ending) {
  const [stage = 'SENIOR'] = stages;
  const completion = { stage, certificate: 'COMPLETION', finished: true, standardMet: false } as const;
  const partial = { ...completion, certificate: 'PARTIAL', finished: false } as const;
  return rule('partial-study')({
    id,
    title: '结业和肄业',
    basis,
    force: 'MUST',
    parameters: { stages: worded(fixed(stages, 'NEVER', '发给结业、肄业证书的学段'), STAGES) },
    decide: (given, law) => {
      if (!law.stages.includes(given.stage)) return silent;
      if (!given.finished) return given.certificate === 'PARTIAL' ? allow('PARTIAL') : deny('NOT_FINISHED');
      if (given.standardMet) return deny('GRADUATES');
      return given.certificate === 'COMPLETION' ? allow('COMPLETION') : deny('FINISHED');
    },
    requires: (given, law) => (law.stages.includes(given.stage) ? steps.map((what) => step('SCHOOL', what)) : []),
    sentences: {
      COMPLETION: '修业期满未达到毕业标准，发给结业证书',
      PARTIAL: '未读满修业年限，发给肄业证书',
      NOT_FINISHED: '未读满修业年限的，不发结业证书',
      FINISHED: '已读满修业年限的，不发肄业证书',
      GRADUATES: '已达到毕业标准，发给毕业证书',
    },
    remedies: {
      NOT_FINISHED: '改发肄业证书，或读满年限后再办',
      FINISHED: '改发结业证书',
      GRADUATES: '按毕业办理',
    },
    examples: [
      { name: 'finished without the standard', facts: completion, expect: 'COMPLETION', requires: steps },
      { name: 'left early', facts: partial, expect: 'PARTIAL', requires: steps },
      {
        name: 'left early and asks for completion',
        facts: { ...partial, certificate: 'COMPLETION' },
        expect: 'NOT_FINISHED',
      },
      {
        name: 'finished and asks for partial study',
        facts: { ...completion, certificate: 'PARTIAL' },
        expect: 'FINISHED',
      },
      { name: 'meets the standard', facts: { ...completion, standardMet: true }, expect: 'GRADUATES' },
      ...(['PRIMARY', 'JUNIOR', 'SENIOR'] as const)
        .filter((other) => !stages.includes(other))
        .map((other) => ({
          name: `not said of ${other}`,
          facts: { ...completion, stage: other },
          expect: 'NONE',
          requires: [],
        })),
    ],
  });
}

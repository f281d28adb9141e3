/** 移交须经同意: the school gives no file away without the authority's consent, which the approved transfer is. */
import { civilDate } from '../../../../src/kernel/civil-date.ts';
import { allow, type Citation, deny, rule, silent } from '../../../../src/policy/index.ts';

const moved = { reason: 'TRANSFER', stage: 'JUNIOR', completedOn: civilDate('2026-09-01') } as const;

export const handOverConsent = (basis: Citation) =>
  rule('file-hand-over')({
    id: 'hand-over-consent',
    title: '移交档案须经主管部门同意',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ reason, authorityApproved }, _law, at) => {
      if (reason !== 'TRANSFER' || authorityApproved === undefined || at.side === 'RECEIVING') return silent;
      return authorityApproved ? allow() : deny('NO_CONSENT');
    },
    sentences: {
      COMPLIES: '转学已经核准，视为同意移交学籍档案',
      NO_CONSENT: '未经教育主管部门同意，学籍档案不移交其他单位',
    },
    remedies: { NO_CONSENT: '先由学籍主管部门核准转学，核准后移交' },
    examples: [
      { name: 'the transfer is approved', facts: { ...moved, authorityApproved: true }, expect: 'COMPLIES' },
      { name: 'nothing is approved', facts: { ...moved, authorityApproved: false }, expect: 'NO_CONSENT' },
      { name: 'nobody has said', facts: moved, expect: 'NONE' },
      { name: 'moving up', facts: { ...moved, reason: 'STAGE_UP', authorityApproved: false }, expect: 'NONE' },
      {
        name: 'asked of the receiving side',
        side: 'RECEIVING',
        facts: { ...moved, authorityApproved: false },
        expect: 'NONE',
      },
    ],
  });

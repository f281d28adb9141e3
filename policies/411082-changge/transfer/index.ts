/** 长葛 转学: four entitling grounds, two months' time, four parties of ten working days each. */
import { cite, type PackPart, setting } from '../../../src/policy/index.ts';
import { revision } from '../../000000-national/instruments.ts';
import { barredOnLeave, barredUnderSanction } from '../../000000-national/transfer/bars.ts';
import { intake } from '../../000000-national/transfer/intake.ts';
import { COMPULSORY } from '../../000000-national/transfer/ordinary-transfer.ts';
import { noAddedPapers, transferPapers } from '../../000000-national/transfer/papers.ts';
import { transferApplication } from '../../000000-national/transfer/procedure/application.ts';
import { transferChain } from '../../000000-national/transfer/procedure/chain.ts';
import { fileDispatch } from '../../000000-national/transfer/procedure/dispatch.ts';
import { forcedStep } from '../../000000-national/transfer/procedure/forced-step.ts';
import { transferOpening } from '../../000000-national/transfer/procedure/opening.ts';
import { transferTurn } from '../../000000-national/transfer/procedure/turn.ts';
import { transferWindow } from '../../000000-national/transfer/window.ts';
import { provisions } from '../instruments.ts';
import { entitledNotRefused, transferGround } from './entitlement.ts';
import { noOrderedTransfer } from './no-ordered-transfer.ts';

const tenWorkingDays = { workingDays: 10 };

const chain = {
  basis: cite(provisions, '三、1', 'CG-3.1.2.b', 'CG-3.1.2.c', 'CG-3.1.3.b'),
  stages: COMPULSORY,
  parties: ['RECEIVING_SCHOOL', 'RECEIVING_AUTHORITY', 'SENDING_SCHOOL', 'SENDING_AUTHORITY'],
  within: tenWorkingDays,
} as const;

/** The provisions are for compulsory education; a senior student goes by the text of the nation, in the same order. */
const seniorChain = {
  ...chain,
  id: 'senior-transfer-chain',
  basis: cite(revision, '第十五条', 'MOE-6.5'),
  stages: ['SENIOR'],
} as const;

/** Evidence of the ground alone; across provinces also the certificate of the school that holds the registration. */
const papers = ['EVIDENCE', 'REGISTRATION_CERTIFICATE'] as const;

export const transfer: PackPart = {
  rules: [
    ...[transferGround, entitledNotRefused, noOrderedTransfer],
    transferApplication(cite(provisions, '三、1（二）', 'CG-3.1.2.a'), COMPULSORY, ['RECEIVING_SCHOOL']),
    transferPapers({
      basis: cite(provisions, '三、1（二）', 'CG-3.1.2.d', 'CG-3.1.2.a'),
      stages: COMPULSORY,
      papers,
      names: { EVIDENCE: '转学事由的有效证明材料' },
    }),
    noAddedPapers(cite(provisions, '五', 'CG-5.1'), papers),
    ...[transferChain(chain), transferChain(seniorChain), transferTurn(chain)],
    transferWindow({
      basis: cite(provisions, '三、1（三）', 'CG-3.1.3.a'),
      stages: COMPULSORY,
      limit: { months: 2 },
    }),
    forcedStep(cite(provisions, '三、1（三）', 'CG-3.1.3.c', 'CG-3.1.3.b'), tenWorkingDays),
    barredOnLeave({ basis: cite(provisions, '三、1（四）', 'CG-3.1.4.b'), stages: COMPULSORY }),
    barredUnderSanction({ basis: cite(provisions, '三、1（四）', 'CG-3.1.4.c'), stages: COMPULSORY }),
    fileDispatch(cite(provisions, '四', 'CG-4.2'), { months: 1 }, COMPULSORY),
  ],
  settings: [
    setting(transferOpening, { openers: ['RECEIVING_SCHOOL'] }, cite(provisions, '三、1（二）', 'CG-3.1.2.a')),
    setting(
      intake,
      { exceptions: ['INCLUSIVE', 'SPECIAL_SCHOOL', 'WORK_STUDY'] },
      cite(provisions, '二、2', 'CG-2.2.9'),
    ),
  ],
};

/** 存根: what stays of each completion certificate and academic proof that was given, stub under stub. Pure. */
import { OUTCOMES } from '../../../graduation/index.ts';
import { genders, labelOf } from '../../../students/index.ts';
import { CERTIFICATE_NAMES, CERTIFICATE_STAGES, type Certificate } from '../../certificates/certificate.ts';
import type { AcademicProof } from '../../certificates/proof/academic-proof.ts';
import { writtenDate } from '../../print-mark.ts';
import { type FormBlock, type FormItem, inRows } from '../form-paper.ts';

/** Stubs on one paper. */
export const MOST_STUBS = 1000;

/** 结业证书存根: of certificates that were numbered, in their order; who holds one signs for it. */
export const certificateStubs = (certificates: readonly Certificate[]): FormBlock[] =>
  stubsOf(
    certificates.map((one) => [
      { label: '证书编号', value: one.number },
      { label: '证书', value: `${CERTIFICATE_STAGES[one.stage]}${CERTIFICATE_NAMES[one.outcome]}` },
      ...personOf(one),
      { label: '班级', value: one.classWords },
      { label: '学习起止', value: `${one.studiedFrom}至${one.studiedTo}` },
      { label: '发放日期', value: one.handedOn ?? '' },
      { label: '领取人', value: one.handedTo ?? '' },
      { label: '领取人签字', value: '' },
      ...(one.calledBackOn
        ? [{ label: '收回', value: `${one.calledBackOn}收回：${one.callBackReason ?? ''}`, span: 3 as const }]
        : []),
    ]),
    '该时段没有编号的结业、肄业证书。',
  );

/** 学历证明存根. */
export const proofStubs = (proofs: readonly AcademicProof[]): FormBlock[] =>
  stubsOf(
    proofs.map((one) => [
      { label: '证明编号', value: `第${one.number}号` },
      { label: '出具日期', value: writtenDate(one.issuedOn) },
      ...personOf(one),
      { label: '次数', value: `第${one.ordinal}次` },
      { label: '学段和结果', value: `${CERTIFICATE_STAGES[one.stage]}${OUTCOMES[one.outcome]}` },
      { label: '学习起止', value: `${one.studiedFrom}至${one.studiedTo}` },
      { label: '原证书编号', value: one.certificateNumber ?? '' },
      { label: '领取人签字', value: '', span: 2 },
    ]),
    '该时段没有出具学历证明。',
  );

const personOf = ({ name, gender, bornOn }: Pick<Certificate, 'name' | 'gender' | 'bornOn'>): FormItem[] => [
  { label: '姓名', value: name, span: 2 },
  { label: '性别', value: labelOf(genders, gender) ?? '' },
  { label: '出生日期', value: bornOn },
];

const stubsOf = (stubs: readonly FormItem[][], none: string): FormBlock[] =>
  stubs.length === 0
    ? [{ kind: 'WORDS', heading: '', lines: [none], room: 0 }]
    : stubs.map((items, place) => ({ kind: 'ITEMS', heading: `存根${place + 1}`, whole: true, rows: inRows(items) }));

/** 转学填报: what a person has filled in so far, and the form that it makes. */
import type { TransferForm } from '../../transfers.api.ts';

/** As the fields hold it; an empty text is not filled in. */
export interface Filled {
  ground: string;
  moved: string;
  forTerm: 'RUNNING' | 'NEXT';
  classGroupId: string;
  guardianApplies: boolean;
  underSanction: '' | 'YES' | 'NO';
  atNewPlace: '' | 'YES' | 'NO';
  papers: readonly string[];
}

/** Nothing is guessed on the family's behalf. */
export const BLANK: Filled = {
  ground: '',
  moved: '',
  forTerm: 'RUNNING',
  classGroupId: '',
  guardianApplies: false,
  underSanction: '',
  atNewPlace: '',
  papers: [],
};

/** What the form says already, for mending. */
export function filledFrom(form: TransferForm): Filled {
  const { ground, moved, forTerm, classGroupId, guardianApplies, underSanction, schoolAtNewPlace, papers } = form;
  const atNewPlace = schoolAtNewPlace === undefined ? '' : schoolAtNewPlace ? 'YES' : 'NO';
  return {
    ...{ ground, forTerm, guardianApplies, papers, atNewPlace },
    moved: moved ?? '',
    classGroupId: classGroupId ?? '',
    underSanction: underSanction ? 'YES' : 'NO',
  };
}

/** The form; undefined while the ground is not chosen, for without one the law has nothing to say. */
export function formOf(filled: Filled, grade: number, before?: TransferForm): TransferForm | undefined {
  if (filled.ground === '') return undefined;
  const { moved, classGroupId, atNewPlace } = filled;
  return {
    ...before,
    ground: filled.ground as TransferForm['ground'],
    forTerm: filled.forTerm,
    targetGrade: grade,
    guardianApplies: filled.guardianApplies,
    underSanction: filled.underSanction === 'YES',
    papers: [...filled.papers] as TransferForm['papers'],
    ...(moved === '' ? {} : { moved: moved as NonNullable<TransferForm['moved']> }),
    ...(classGroupId === '' ? {} : { classGroupId }),
    ...(atNewPlace === '' ? {} : { schoolAtNewPlace: atNewPlace === 'YES' }),
  };
}

/** What must be filled in before anything is handed in, by field. */
export function missingIn(filled: Filled): Partial<Record<keyof Filled, string>> {
  return {
    ...(filled.ground === '' ? { ground: '请选择转学事由' } : {}),
    ...(filled.moved === '' ? { moved: '请按户口簿或务工证明选择迁移范围' } : {}),
    ...(filled.underSanction === '' ? { underSanction: '请向转出学校核实后选择' } : {}),
  };
}

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
  /** 普通高中: has the student sat the proficiency examination there? */
  examTaken: '' | 'YES' | 'NO';
  /** 学籍去留, to or from a special school. */
  registration: '' | 'MOVES' | 'STAYS';
  agreed: boolean;
  /** From home to the school, as written. */
  kilometres: string;
  stops: string;
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
  examTaken: '',
  registration: '',
  agreed: false,
  kilometres: '',
  stops: '',
  papers: [],
};

/** What the form says already, for mending. */
export function filledFrom(form: TransferForm): Filled {
  const { ground, moved, forTerm, classGroupId, guardianApplies, underSanction, schoolAtNewPlace, papers } = form;
  const { proficiencyExamTaken, registrationStays, registrationAgreed = false, kilometres, stops } = form;
  return {
    ...{ ground, forTerm, guardianApplies, papers },
    atNewPlace: yesNo(schoolAtNewPlace),
    examTaken: yesNo(proficiencyExamTaken),
    registration: registrationStays === undefined ? '' : registrationStays ? 'STAYS' : 'MOVES',
    agreed: registrationAgreed,
    kilometres: kilometres?.toString() ?? '',
    stops: stops?.toString() ?? '',
    moved: moved ?? '',
    classGroupId: classGroupId ?? '',
    underSanction: underSanction ? 'YES' : 'NO',
  };
}

const yesNo = (said: boolean | undefined) => (said === undefined ? '' : said ? 'YES' : 'NO');

/** A count as written; undefined where it is none. */
const numberIn = (text: string): number | undefined =>
  /^\d{1,3}(\.\d)?$/.test(text.trim()) ? Number(text) : undefined;

/** The form; undefined while the ground is not chosen, for without one the law has nothing to say. */
export function formOf(filled: Filled, grade: number, before?: TransferForm): TransferForm | undefined {
  if (filled.ground === '') return undefined;
  const { moved, classGroupId, atNewPlace, examTaken, registration, agreed } = filled;
  const [kilometres, stops] = [numberIn(filled.kilometres), numberIn(filled.stops)];
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
    ...(examTaken === '' ? {} : { proficiencyExamTaken: examTaken === 'YES' }),
    ...(registration === '' ? {} : { registrationStays: registration === 'STAYS', registrationAgreed: agreed }),
    ...(kilometres === undefined ? {} : { kilometres }),
    ...(stops === undefined ? {} : { stops: Math.floor(stops) }),
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

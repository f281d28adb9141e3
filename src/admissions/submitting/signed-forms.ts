/** 基本信息表签字: whether the form of an entrant counts as signed: by its guardian on a telephone, or on paper as the school declares. */
import { getInstitution, type Institution } from '../../authorities/index.ts';
import type { Case } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { listEntrants } from '../entrants/entrant.store.ts';
import type { Entrant } from '../entrants/entrant.ts';
import type { SignedFormsView } from '../registering/registering.api.ts';

/**
 * 手机签字: the children whose guardians have signed the form, or begun to, by a link of the school, or have filled something
 * in that the school has not answered. Who has no link, or has done nothing by it, is not in it.
 */
export type SignedForms = (
  tx: Transaction,
  school: Institution,
  entrants: readonly Entrant[],
) => Promise<ReadonlyMap<string, SignedForm>>;

export interface SignedForm {
  /** Something was signed. */
  begun: boolean;
  /** All is signed that the law of the place orders, under what is held now. */
  done: boolean;
  /** 填报待采用: the family has filled something in, and the school has not answered. */
  proposed: boolean;
}

/** Where nobody signs on a telephone. */
export const NOBODY_SIGNS: SignedForms = async () => new Map();

/** How the form of a child counts as signed: on a telephone, on paper as the school declares, or not. */
export type SignedBy = 'TELEPHONE' | 'PAPER' | 'UNFINISHED' | 'NONE';

/**
 * By what was signed, where something was signed by link. For the others the school answers: once for those who have
 * signed nothing on a telephone, and expressly for those who began there and went on on paper.
 */
export function signedBy({ data }: Pick<Case, 'data'>, signed: SignedForm | undefined): SignedBy {
  if (!signed?.begun) return data['signedForms'] === true ? 'PAPER' : 'NONE';
  if (signed.done) return 'TELEPHONE';
  return data['paperInstead'] === true ? 'PAPER' : 'UNFINISHED';
}

/** 签字方式, told apart: what the school declares is not what a guardian has signed here. */
export const SIGNED_WORDS: Record<SignedBy, string> = {
  TELEPHONE: '家长手机签字',
  PAPER: '纸质签字，学校声明',
  UNFINISHED: '手机签字未完成',
  NONE: '未签字',
};

/** 新生手机签字: what guardians have signed of the children whom a school has not handed in yet; nobody else is in it. */
export async function listSigned(
  tx: Transaction,
  signed: SignedForms,
  schoolId: string,
): Promise<SignedFormsView['items']> {
  const entrants = await listEntrants(tx, { schoolId, states: ['DRAFT'] });
  const forms = await signed(tx, await getInstitution(tx, { id: schoolId }), entrants);
  return entrants.flatMap(({ id, importId, red, amber }) => {
    const one = forms.get(id);
    return one ? [{ entrantId: id, importId, sound: red + amber === 0, ...one }] : [];
  });
}

/** 看登记: an entrant as lists and the form show it. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { gradeName } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { columnAt, columns, type RawRecord, shownItem } from '../../students/index.ts';
import { getEntrant } from './entrant.store.ts';
import type { Entrant, EntrantFinding } from './entrant.ts';
import type { EntrantRow, EntrantView, FoundView } from './entrants.api.ts';
import { rawText } from './make-entrant.ts';
import { openText } from './open-text.ts';

const STATE_WORDS = {
  DRAFT: '待提交',
  SKIPPED: '暂不导入',
  SUBMITTED: '办理中',
  REGISTERED: '已建立学籍',
  REFUSED: '不予注册',
} as const;

/** One row of a list; `field` names the item whose value the list is about. */
export function rowOf({ cipher }: Pick<Services, 'cipher'>, one: Entrant, field?: string): EntrantRow {
  const { shown } = one;
  return {
    id: one.id,
    rowNo: one.rowNo,
    state: one.state,
    version: one.version,
    name: one.name,
    gender: shown.genderText,
    bornOn: shown.bornText,
    identityMasked: shown.identityMasked,
    classText: shown.classText,
    guardian: shown.guardian,
    phoneMasked: shown.phoneMasked,
    value: field ? shownValue(cipher.open('entrants', one.id, one.sealed) as RawRecord, field) : '',
    red: one.red,
    amber: one.amber,
    mended: one.mended,
    findings: one.findings.map(foundOf),
  };
}

/** The row with what else a list of drafts shows; what was filled in stays sealed. */
export const listedOf = (services: Pick<Services, 'cipher'>, one: Entrant): EntrantView => ({
  ...rowOf(services, one),
  importId: one.importId,
  caseId: one.caseId,
  stateWords: STATE_WORDS[one.state],
  gradeWords: gradeName(one.grade),
  photoId: one.photoId,
  values: {},
});

/**
 * The entrant with everything as it was filled in. The school's registrar, who mends, sees full numbers; everybody else
 * sees them masked. Looking is on record.
 */
export async function viewEntrant(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  actor: Actor,
  id: string,
): Promise<EntrantView> {
  const one = await getEntrant(tx, id);
  await record(tx, asAuditActor(actor), {
    action: 'VIEW_ENTRANT',
    subjectKind: 'ENTRANT',
    subjectId: id,
    path: one.path,
  });
  return openedOf(services, actor, one);
}

/** The opened entrant without a trace of its own: for answers to the act that has just left one. */
export function openedOf(services: Pick<Services, 'cipher'>, actor: Actor, one: Entrant): EntrantView {
  const raw = services.cipher.open('entrants', one.id, one.sealed) as RawRecord;
  const full = actor.role === 'SCHOOL_REGISTRAR' && actor.institution.id === one.schoolId;
  const shown = full ? rawText : shownValue;
  const paths = [...columns.map(({ path }) => path), 'entryApproval'];
  const values = paths.flatMap((path) => (rawText(raw, path) ? [[path, shown(raw, path)] as const] : []));
  return { ...listedOf(services, one), values: Object.fromEntries(values) };
}

const LONGEST_SHOWN = 60;

/** One item as it was filled in, masked where it is classified; nor does a number show that stands in a wrong column. */
export function shownValue(raw: RawRecord, path: string): string {
  const text = rawText(raw, path);
  const column = columnAt(path);
  if (!text || !column) return openText(text, LONGEST_SHOWN);
  const { masked, value } = shownItem(column, text);
  return masked ? value : openText(text, LONGEST_SHOWN);
}

function foundOf(finding: EntrantFinding): FoundView {
  const { field, severity, code, cause, sentence, remedy, at, curable, confirmed, chip, studentId } = finding;
  return {
    field,
    label: columnAt(field)?.heading ?? '',
    severity,
    code,
    cause,
    sentence,
    remedy,
    at: at ? [at[0], at[1]] : null,
    curable: curable === true,
    confirmed: confirmed === true,
    chip: chip ?? null,
    studentId: studentId ?? null,
  };
}

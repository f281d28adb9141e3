/** 建登记: an assessed record as the entrant that is kept: lists read it without opening the seal. */
import type { Services } from '../../access/index.ts';
import type { Institution } from '../../authorities/index.ts';
import {
  columnAt,
  familyRelations,
  genders,
  labelOf,
  maskIdentityNumber,
  maskName,
  maskPhone,
  normaliseDocumentNumber,
  type RawRecord,
} from '../../students/index.ts';
import { type Assessed, countFindings } from '../checking/assess.ts';
import type { Entrant, EntrantFinding, EntrantShown } from './entrant.ts';
import { openName, openSentence, openText } from './open-text.ts';

/** What an entrant has besides its record. */
export interface Making {
  school: Pick<Institution, 'id' | 'path' | 'county'>;
  importId: string | null;
  rowNo: number | null;
  madeBy: string;
  madeAt: Date;
}

/** A new entrant, still the school's own draft. */
export function makeEntrant(services: Pick<Services, 'cipher'>, one: Assessed, making: Making): Entrant {
  const { school, importId, rowNo, madeBy, madeAt } = making;
  return {
    id: one.id,
    schoolId: school.id,
    path: school.path,
    county: school.county,
    importId,
    rowNo,
    caseId: null,
    state: 'DRAFT',
    ...contentOf(services, one),
    mended: 0,
    photoId: null,
    madeBy,
    madeAt,
    version: 1,
  };
}

/**
 * What of an entrant comes from its record alone, and is made anew whenever the record changes. `settle` may look at the
 * findings as they are kept before they are counted.
 */
export function contentOf(
  { cipher }: Pick<Services, 'cipher'>,
  one: Assessed,
  settle: (findings: readonly EntrantFinding[]) => readonly EntrantFinding[] = (findings) => findings,
) {
  const findings = [...settle(one.findings.map(keptFinding))];
  const { record, pinyin, stage, grade, intakeYear, classGroupId, identityHash } = one;
  return {
    stage,
    grade,
    intakeYear,
    classGroupId,
    name: openName(record.name ?? rawText(one.raw, 'name')),
    pinyin: openName(pinyin.plain),
    gender: record.gender ?? null,
    bornOn: record.bornOn ?? null,
    identityType: record.identityType ?? null,
    identityHash,
    shown: shownOf(one),
    sealed: cipher.seal('entrants', one.id, one.raw),
    findings,
    ...countFindings(findings),
  };
}

/** Nothing classified is written in the open: the cure of such an item is worked out again when it is asked for. */
function keptFinding(finding: EntrantFinding): EntrantFinding {
  const classified = columnAt(finding.field)?.field.classified === true;
  const { proposal, ...rest } = { ...finding, sentence: openSentence(finding.sentence, { classified }) };
  if (proposal === undefined) return rest;
  return classified || openName(proposal) !== proposal
    ? { ...rest, curable: true }
    : { ...rest, proposal, curable: true };
}

function shownOf({ raw, record, findings, className }: Assessed): EntrantShown {
  const [guardian] = record.guardians;
  const phone = rawText(raw, 'guardians.0.phone') || rawText(raw, 'phone');
  return {
    genderText: record.gender ? (labelOf(genders, record.gender) ?? '') : openText(rawText(raw, 'gender')),
    bornText: record.bornOn ?? openText(rawText(raw, 'bornOn')),
    identityMasked: maskedNumber(rawText(raw, 'identityNumber'), findings),
    guardian: guardianWords(guardian?.relation, guardian?.name),
    phoneMasked: phone && maskPhone(phone),
    classText: className ?? openText(rawText(raw, 'classGroup')),
  };
}

const SHORT_RELATIONS: Record<string, string> = { '51': '父', '52': '母' };

/** 父 王**: relation and covered name of a guardian, in the same words wherever two are set side by side. */
export function guardianWords(relation: string | null | undefined, name: string | null | undefined): string {
  const related = relation ? (SHORT_RELATIONS[relation] ?? labelOf(familyRelations, relation) ?? '') : '';
  return [related, name ? maskName(name) : ''].join(' ').trim();
}

/** The mask over a number as it was typed; a character that cannot stand in a number shows through it. */
function maskedNumber(typed: string, findings: readonly EntrantFinding[]): string {
  const masked = maskIdentityNumber(normaliseDocumentNumber(typed));
  const wrong = findings.find(({ code, field }) => code === 'ID_CHARACTERS' && field === 'identityNumber')?.at;
  if (!wrong || masked.length !== typed.length) return masked;
  return masked.slice(0, wrong[0]) + typed.slice(...wrong) + masked.slice(wrong[1]);
}

/** A raw value as text; empty where nothing was filled in. */
export function rawText(raw: RawRecord, path: string): string {
  const value = raw[path];
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).trim();
}

/** 证书编号规则: how whoever numbers the certificates writes their numbers, as it has set it or as this registry does. */
import type { Institution } from '../../../authorities/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { missingFields, type Pattern, readPattern, seriesIn } from '../../../numbering/index.ts';
import type { Law, Stage } from '../../../policy/index.ts';
import type { Maker, WhichCertificates } from '../certificate.ts';

/** Where no text says how: a school counts its own within the year and stage, an authority those of its place. */
const OWN_FORMS = {
  SCHOOL: '{school:10}{year:4}{stage:1}{serial:4}',
  AUTHORITY: '{area:6}{year:4}{stage:1}{serial:6}',
};
const STAGE_DIGITS: Record<Stage, string> = { PRIMARY: '1', JUNIOR: '2', SENIOR: '3' };
const CERTIFICATES = { GRADUATED: 'GRADUATION', COMPLETED: 'COMPLETION', LEFT_PARTIAL: 'PARTIAL' } as const;

export interface CertificateForm {
  pattern: Pattern;
  /** 山西·第三十四条, or 编号单位约定. */
  basis: string;
}

/** Where the numbering is done. */
export interface NumberingPlace {
  law: Pick<Law, 'ask'>;
  numberedBy: Maker;
  maker: Pick<Institution, 'placeCode' | 'code' | 'name'>;
  day: CivilDate;
}

/** Refuses LAW_REFUSES where the text leaves the form to an authority that has not set it, or its form cannot be used. */
export function certificateForm(place: NumberingPlace, { stage, outcome }: WhichCertificates): CertificateForm {
  const { law, numberedBy, maker, day } = place;
  const where = {
    ...{ placeCode: maker.placeCode, day },
    ...(numberedBy === 'SCHOOL' && maker.code ? { schoolCode: maker.code } : {}),
  };
  const [finding] = law.ask('certificate-number-form', where, { stage, certificate: CERTIFICATES[outcome] }).findings;
  if (!finding) {
    const text = numberedBy === 'SCHOOL' ? OWN_FORMS.SCHOOL : OWN_FORMS.AUTHORITY;
    return { pattern: asPattern(text, '本系统'), basis: '编号单位约定' };
  }
  if (finding.verdict !== 'ALLOW') {
    const how = `请${maker.name}在“地方设定”中按编号规则填写编排式`;
    throw refuse('LAW_REFUSES', { sentence: `毕业证书编号的编排式尚未设定（${finding.chip}）。${how}` });
  }
  return { pattern: asPattern(String(finding.facts['pattern']), finding.chip), basis: finding.chip };
}

function asPattern(text: string, chip: string): Pattern {
  const pattern = readPattern(text);
  if (typeof pattern !== 'string') return pattern;
  const sentence = `证书编号编排式“${text}”不能使用：${pattern}（${chip}）。请在“地方设定”中更正`;
  throw refuse('LAW_REFUSES', { sentence });
}

/** The digits of the fields. The year is that in which the stage ended. */
export const certificateDigits = (
  school: Pick<Institution, 'code' | 'placeCode'>,
  { stage, year }: Pick<WhichCertificates, 'stage' | 'year'>,
) => ({
  area: school.placeCode,
  year: String(year),
  stage: STAGE_DIGITS[stage],
  ...(school.code ? { school: school.code } : {}),
});

/** 号段 in which the numbers are counted. Refuses CONFLICT where a field of the form is not known for the school. */
export function certificateSeries(
  { pattern }: CertificateForm,
  makerId: string,
  digits: ReturnType<typeof certificateDigits>,
): string {
  const missing = missingFields(pattern, digits);
  if (missing.length > 0) throw refuse('CONFLICT', { what: `学校的${missing.join('、')}尚未登记，编不出证书编号` });
  return `CERTIFICATE/${makerId}/${seriesIn(pattern, digits)}`;
}

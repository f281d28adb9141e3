/** 申请表的填写: texts as typed, and the matter that is sent once they can be read. Pure. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { LeaveMatter } from '../../leave-form.ts';

export type Kind = LeaveMatter['kind'];
export const KIND_WORDS: Record<Kind, string> = { LEAVE: '休学', LEAVE_EXTENSION: '延长休学', RETURN: '复学' };

/** Everything that any of the three asks for; empty text is not filled in. */
export interface Filled {
  reason: string;
  orderedBySchool: boolean;
  beginsOn: CivilDate | undefined;
  endsOn: CivilDate | undefined;
  termHours: string;
  hoursMissed: string;
  leaveWeeks: string;
  hardToFollow: boolean;
  absentSince: CivilDate | undefined;
  hospital: string;
  hospitalPapers: readonly string[];
  otherProof: string;
  until: CivilDate | undefined;
  returnsOn: CivilDate | undefined;
  gradeWanted: string;
  leaveCertificate: string;
}

export const BLANK: Filled = {
  reason: '',
  orderedBySchool: false,
  beginsOn: undefined,
  endsOn: undefined,
  termHours: '',
  hoursMissed: '',
  leaveWeeks: '',
  hardToFollow: false,
  absentSince: undefined,
  hospital: '',
  hospitalPapers: [],
  otherProof: '',
  until: undefined,
  returnsOn: undefined,
  gradeWanted: '',
  leaveCertificate: '',
};

/** 伤病、传染病: proved by a hospital. */
export const isIll = (reason: string): boolean => reason === 'ILLNESS' || reason === 'INFECTIOUS';

export type Missing = Partial<Record<keyof Filled, string>>;

/** What must be filled in before anything can be asked, by field. */
export function missingIn(kind: Kind, filled: Filled): Missing {
  const wanted: [keyof Filled, string][] =
    kind === 'LEAVE'
      ? [
          ['reason', '请选休学原因'],
          ['beginsOn', '请填起始日'],
          ['endsOn', '请填期满日'],
        ]
      : kind === 'LEAVE_EXTENSION'
        ? [['until', '请填申请休至哪天']]
        : [
            ['returnsOn', '请填复学日期'],
            ['gradeWanted', '请选就读年级'],
          ];
  const counted = (['termHours', 'hoursMissed', 'leaveWeeks'] as const).flatMap((key) =>
    /^\d{0,4}$/.test(filled[key].trim()) ? [] : [[key, '请填整数'] as const],
  );
  return Object.fromEntries([...wanted.filter(([key]) => !filled[key]), ...(kind === 'LEAVE' ? counted : [])]);
}

/** The matter to send; undefined while something is missing. */
export function matterOf(kind: Kind, filled: Filled): LeaveMatter | undefined {
  if (Object.keys(missingIn(kind, filled)).length > 0) return undefined;
  const proofs = { ...text('hospital', filled.hospital), ...text('otherProof', filled.otherProof) };
  if (kind === 'LEAVE_EXTENSION') return { kind, form: { until: filled.until, ...proofs } } as LeaveMatter;
  if (kind === 'RETURN') {
    const certificate = filled.leaveCertificate === '' ? {} : { leaveCertificate: filled.leaveCertificate === 'YES' };
    const form = { returnsOn: filled.returnsOn, gradeWanted: Number(filled.gradeWanted) };
    return { kind, form: { ...form, ...text('hospital', filled.hospital), ...certificate } } as LeaveMatter;
  }
  const ill = isIll(filled.reason);
  const absent = filled.reason === 'ABSENCE';
  const { reason, orderedBySchool, beginsOn, endsOn } = filled;
  return {
    kind,
    form: {
      ...{ reason, orderedBySchool, beginsOn, endsOn },
      ...(ill || absent
        ? { ...count('termHours', filled.termHours), ...count('hoursMissed', filled.hoursMissed) }
        : {}),
      ...(ill ? { ...text('hospital', filled.hospital), hospitalPapers: filled.hospitalPapers } : {}),
      ...(ill ? {} : text('otherProof', filled.otherProof)),
      ...(absent ? { ...count('leaveWeeks', filled.leaveWeeks), hardToFollow: filled.hardToFollow } : {}),
      ...(absent && filled.absentSince ? { absentSince: filled.absentSince } : {}),
    },
  } as LeaveMatter;
}

/** The form of a case that came back for mending, as it was filled in. */
export function filledFrom({ form }: LeaveMatter): Filled {
  const texts = Object.entries(form).map(([key, value]) => [
    key,
    key === 'leaveCertificate' ? (value ? 'YES' : 'NO') : typeof value === 'number' ? String(value) : value,
  ]);
  return { ...BLANK, ...Object.fromEntries(texts) };
}

const text = (key: string, value: string) => (value === '' ? {} : { [key]: value });
const count = (key: string, value: string) => (value.trim() === '' ? {} : { [key]: Number(value) });

/** 样例调用: for every declared route one well-formed call about a place, from which the access matrix is tried out. */
import type { Route } from '../../src/access/index.ts';
import type { ClassGroup, Institution } from '../../src/authorities/index.ts';
import type { Answer, Caller } from './caller.ts';

/** What there is in a place to ask about; the account is nobody's who calls. */
export interface MatrixPlace {
  authority: Institution;
  /** 乡镇中心校, under which the school stands. */
  centre: Institution;
  school: Institution;
  classGroup: ClassGroup;
  /** Nobody sits in it. */
  emptyClassGroup: ClassGroup;
  studentId: string;
  /** Sits in the class group until a call moves the child out. */
  movedStudentId: string;
  accountId: string;
  officeId: string;
  campusId: string;
  caseId: string;
  /** A leave of absence that waits, and a written report without a receipt. */
  awayId: string;
  reportId: string;
  /** A picture of the proof for that leave of absence. */
  shownPaperId: string;
  /** A module that the school offers. */
  electiveId: string;
  /** An award that waits, one that was granted, and an entry of aid. */
  awardId: string;
  spareAwardId: string;
  aidId: string;
  /** A student's transfer to another place, over and done. */
  departureId: string;
  /** The paper file that it had the school send. */
  handOverId: string;
  /** A family's wish, told by the school to itself, so that one place may be tried for both halves. */
  invitationId: string;
  /** The same of another student, of which nothing but reading is tried. */
  spareInvitationId: string;
  /** A transfer that waits for the county. */
  transferId: string;
  /** A problem record: an entrant with a photo against a student. */
  disputeId: string;
  /** A registration that was refused. */
  endedCaseId: string;
  /** A paper of the case, and one to be withdrawn. */
  evidenceId: string;
  spareEvidenceId: string;
  /** A workbook that was read, one of its rows with a photo, and another workbook to be given up. */
  importId: string;
  entrantId: string;
  spareImportId: string;
  /** A child put forward on the form, to be deleted. */
  draftId: string;
  /** A child on the school's roll of the admitted. */
  rollId: string;
  /** A drawn plan of placing, not put forward. */
  classPlanId: string;
  /** A system outside that the county has approved, and two addresses of it. */
  partnerSystemId: string;
  webhookId: string;
  spareWebhookId: string;
  /** A message to a guardian there that did not leave. */
  failedMessageId: string;
  /** A guardian's way in, not opened. */
  familyLinkId: string;
  /** The form of the student who is moved, signed by a guardian. */
  familySignatureId: string;
  /** A correction that a guardian proposes, with a photograph. */
  familyRequestId: string;
  familyPaperId: string;
  /** A photograph that came with the spare wish. */
  wishPaperId: string;
  /** A scan in the student's file. */
  filePaperId: string;
  /** A package of another node that was taken in, and a key that waits for a second person. */
  receivedPackageId: string;
  nodeKeyId: string;
  /** A rehearsal of the school's promotion. */
  promotionId: string;
  /** A batch of one certificate without marks, and a proof that stands for a lost one. */
  certificateBatchId: string;
  /** A case that numbers certificates, under way. */
  certificateCaseId: string;
  certificateId: string;
  academicProofId: string;
  /** A school's new name, drawn up and not signed. */
  restructuringId: string;
}

/** One call; `:name` in the path is filled from `params`. */
export interface Call {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  file?: { name: string; bytes: Uint8Array };
}

/**
 * SCOPED: it names something of a place, and whoever has no business there is refused. OPEN: it does, and all who may
 * call it are answered, for the reason given. PLACELESS: it names nothing of a place; it answers for the caller's own.
 */
export type CallExample =
  | { kind: 'SCOPED'; at: (place: MatrixPlace) => Call }
  | { kind: 'OPEN'; why: string; at: (place: MatrixPlace) => Call }
  | { kind: 'PLACELESS'; call: Call };

export const scoped = (at: (place: MatrixPlace) => Call): CallExample => ({ kind: 'SCOPED', at });
export const open = (why: string, at: (place: MatrixPlace) => Call): CallExample => ({ kind: 'OPEN', why, at });
export const placeless = (call: Call = {}): CallExample => ({ kind: 'PLACELESS', call });

/** The examples of one feature, by `METHOD /path` as declared. */
export type CallExamples = Readonly<Record<string, CallExample>>;

/** Makes the call. */
export function makeCall(
  caller: Caller,
  route: Pick<Route, 'method' | 'path'>,
  { params = {}, query, body, file }: Call,
): Promise<Answer<unknown>> {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? `missing-${name}`);
  const address = query ? `${path}?${new URLSearchParams(query)}` : path;
  if (file) return caller.upload(address, file);
  if (route.method === 'GET') return caller.get(address);
  if (route.method === 'DELETE') return caller.delete(address);
  return caller[route.method.toLowerCase() as 'post' | 'put' | 'patch'](address, body);
}

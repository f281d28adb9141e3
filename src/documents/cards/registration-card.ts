/** 学籍卡: the sheet on which a student's registration is kept on paper (S3-1.4.1), one page a student. 式样自拟. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { displayVerificationCode } from '../issued/verification-code.ts';
import { markFor, type PrintMark, writtenDate } from '../print-mark.ts';
import type { Typeset } from '../printing/typesetter.ts';
import type { Printer, PrintOptions } from '../printing/typst-printer.ts';
import { photoToPrint } from './card-photo.ts';

/** The person; an empty text is printed as 未填. Words are as the reader sees them, masked or full. */
export interface CardPerson {
  name: string;
  sex: string;
  bornOn: CivilDate | '';
  identityDocument: string;
  identityNumber: string;
  ethnicity: string;
  nationality: string;
  politicalStatus: string;
  formerName: string;
  /** 港澳台侨外 */
  overseasStatus: string;
  health: string;
  /** 籍贯 */
  nativePlace: string;
  birthPlace: string;
  /** 户口所在地、户口性质 */
  householdPlace: string;
  householdKind: string;
  address: string;
  phone: string;
}

/** The registration in force on the day of the card. */
export interface CardRegistration {
  registrationNumber: string;
  /** 学籍辅号 */
  secondaryNumber: string;
  schoolName: string;
  schoolCode: string;
  stage: string;
  grade: string;
  classGroup: string;
  numberInClass: string;
  /** 入学年月: 2026年9月. */
  admittedIn: string;
  admissionMode: string;
  /** 学生来源 */
  origin: string;
  /** 就读方式 */
  studyMode: string;
  state: string;
}

export interface CardGuardian {
  name: string;
  relationship: string;
  identityNumber: string;
  workplace: string;
  phone: string;
}

/** 学籍经历: one registration; `to` is empty while it lasts. */
export interface CardHistoryEntry {
  from: CivilDate;
  to: CivilDate | '';
  schoolName: string;
  /** 学段年级: 小学一年级至六年级. */
  grades: string;
  /** How it ended, or the state it is in: 毕业, 转出, 在读. */
  outcome: string;
}

/** 变动与奖惩: a change of the file, a commendation or its like (S3: 载入学籍卡). */
export interface CardChange {
  on: CivilDate;
  kind: string;
  content: string;
  decidedBy: string;
  caseNumber: string;
}

/** Everything on one student's card. */
export interface RegistrationCard {
  /** Code of this copy, or null for a copy that is not registered. */
  verificationCode: string | null;
  supervisingAuthority: string;
  asOf: CivilDate;
  /** Any picture format that browsers show; without it the card keeps the place free for a paper photo. */
  photo?: Uint8Array;
  person: CardPerson;
  registration: CardRegistration;
  guardians: readonly CardGuardian[];
  /** Oldest first; the card shows the newest, a continuation sheet shows all where there are more. */
  history: readonly CardHistoryEntry[];
  /** Oldest first, like the history. */
  changes: readonly CardChange[];
}

/** The printed cards, and which of them (by position) kept an empty place because their photo could not be read. */
export interface PrintedCards extends Typeset {
  unreadablePhotos: number[];
}

/** Cards in one document: a class group, in which they are filed; each takes about 2 MB of memory while it is set. */
export const MOST_CARDS = 120;

/** Prints the cards, each starting on its own sheet. Throws RangeError for none and for more than MOST_CARDS. */
export async function printRegistrationCards(
  printer: Printer,
  cards: readonly RegistrationCard[],
  mark: PrintMark,
  options?: PrintOptions,
): Promise<PrintedCards> {
  const [first] = cards;
  if (!first || cards.length > MOST_CARDS) throw new RangeError(`one to ${MOST_CARDS} cards are printed at a time`);
  const title = cards.length === 1 ? '学生学籍卡' : `${first.registration.schoolName}学生学籍卡`;
  const pictures = new Map<string, Uint8Array>();
  const unreadablePhotos: number[] = [];
  for (const [position, { photo }] of cards.entries()) {
    if (!photo) continue;
    const picture = await photoToPrint(photo);
    if (picture) pictures.set(pictureName(position), picture);
    else unreadablePhotos.push(position);
  }
  const papers = cards.map((card, position) => {
    const picture = pictureName(position);
    return paperOf(card, pictures.has(picture) ? picture : '');
  });
  const data = { papers, mark: markFor(title, mark, null), pictures, style: mark.style };
  return { ...(await printer.printPdf('registration-cards', data, options)), unreadablePhotos };
}

function pictureName(position: number): string {
  return `photo-${position}.jpg`;
}

/** Rows the lists of a card have at least (guardians) or always (the others). */
const HISTORY_ROWS = 6;
const CHANGE_ROWS = 6;
const GUARDIAN_ROWS = { least: 2, most: 4 };

function paperOf(card: RegistrationCard, picture: string): object {
  const { person, registration, guardians, history, changes } = card;
  return {
    verificationCode: card.verificationCode === null ? null : displayVerificationCode(card.verificationCode),
    supervisingAuthority: card.supervisingAuthority,
    asOf: writtenDate(card.asOf),
    photo: picture,
    person,
    registration,
    lists: [
      {
        word: '监护人',
        headings: ['姓名', '关系', '身份证件号', '工作单位', '联系电话'],
        widths: [26, 18, 40, 54, 32],
        rows: Math.min(GUARDIAN_ROWS.most, Math.max(GUARDIAN_ROWS.least, guardians.length)),
        entries: guardians.map((one) => [one.name, one.relationship, one.identityNumber, one.workplace, one.phone]),
      },
      {
        word: '学籍经历',
        headings: ['起始日期', '终止日期', '学校', '学段年级', '结果'],
        widths: [24, 24, 62, 36, 24],
        rows: HISTORY_ROWS,
        entries: history.map((one) => [one.from, one.to, one.schoolName, one.grades, one.outcome]),
      },
      {
        word: '变动与奖惩',
        headings: ['日期', '事项', '内容', '核办单位', '办件号'],
        widths: [24, 24, 58, 38, 26],
        rows: CHANGE_ROWS,
        entries: changes.map((one) => [one.on, one.kind, one.content, one.decidedBy, one.caseNumber]),
      },
    ],
  };
}

/** 可问之事: everything the product may ask the law, with the facts each question needs. */
import type { CivilDate } from '../kernel/civil-date.ts';

export type Stage = 'PRIMARY' | 'JUNIOR' | 'SENIOR';

export interface Questions {
  /** 入学年龄: may this child enter grade one in this intake year? */
  'entry-age': {
    bornOn: CivilDate;
    intakeYear: number;
    grade: number;
    /** A postponement or an early entry that the authority has approved in writing. */
    approved?: 'POSTPONED' | 'EARLY';
  };
  /** 建籍期限: is the file built in time after entry? */
  'build-file': { enteredOn: CivilDate; submittedOn: CivilDate };
  /** 采集要件: is everything captured that a registration needs? */
  'registration-papers': {
    stage: Stage;
    hasIdentityNumber: boolean;
    guardianCount: number;
    guardianWithNumber: boolean;
    hasPhoto: boolean;
    signedForm: boolean;
    /** Key data that differ from the household register; absent where the two have not been compared. */
    differences?: number;
  };
  /** 一人一籍: what did the duplicate check find? */
  'one-registration': {
    sameNumberElsewhere: boolean;
    suspicions: number;
    graduatedSenior: boolean;
    stage: Stage;
  };
  /** 班额: may the class group hold so many? */
  'class-size': { stage: Stage; grade: number; size: number };
  /** 学籍号: does the number keep its form and its holder? */
  'registration-number': { kind: 'L' | 'G' | 'J'; number: string; alreadyIssued: boolean };
  /** 延缓入学: may a child of entry age enter some years later? */
  'entry-postponement': {
    reason: 'HEALTH' | 'CONDITIONS';
    years: number;
    /** Who has approved it in writing; absent where nobody has yet. */
    approvedBy?: Approver;
  };
  /** 逐级审核: has everybody reviewed a registration who must before the supervising authority decides? */
  'registration-review': { stage: Stage; supervisedBy: 'COUNTY' | 'CITY' | 'PROVINCE'; reviewedByCounty: boolean };
  /** 编班: may the students be entered into their class groups? */
  'class-placement': { stage: Stage; reviewed: boolean };
  /** 花名册确认: are the registrations of a school year confirmed in time? */
  'roster-confirmation': { stage: Stage; termStart: CivilDate; confirmedOn: CivilDate };
}

/** 批准机关: who may approve an exception that a text leaves to approval. */
export type Approver = 'TOWNSHIP' | 'COUNTY' | 'CITY' | 'PROVINCE';

export type QuestionId = keyof Questions;

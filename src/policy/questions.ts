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
}

export type QuestionId = keyof Questions;

/** 一个班的学生: the children of one class group, one after the other, twins next to each other. */
import { addDays, civilDate, daysBetween } from '../../kernel/civil-date.ts';
import type { Gender } from '../../students/index.ts';
import { type Chance, chanceOf, idOf } from '../chance.ts';
import { type DrawnStudent, drawStudent, type Seat } from './draw-student.ts';
import { drawFamily } from './family.ts';

/** What all children of a class group have in common. */
export interface ClassRoll extends Omit<Seat, 'seatNo'> {
  /** Unlike that of every other class group; the same text gives the same children. */
  seed: string;
  size: number;
  /** The autumn in which the children are in this grade. */
  schoolYear: number;
  /** Where families from elsewhere are registered. */
  awayFrom: readonly string[];
  /** Milliseconds that put the identifiers of this class group in order among the others. */
  idsFrom: number;
}

export interface SeatedStudent extends DrawnStudent {
  id: string;
}

const ENTRY_AGE = 6;
const TWINS = 0.008;
/** Children who entered a year later than they might have. */
const A_YEAR_OLDER = 0.03;

/** Draws the children of a class group. */
export function* drawClassGroup(roll: ClassRoll): Generator<SeatedStudent, void, undefined> {
  const chance = chanceOf(roll.seed);
  for (let seatNo = 1; seatNo <= roll.size; ) {
    const day = drawBirthday(chance, roll);
    const family = drawFamily(chance, roll.near, Number(day.slice(0, 4)), roll.awayFrom);
    const births = seatNo < roll.size && chance.happens(TWINS) ? 2 : 1;
    for (let twin = 0; twin < births; twin++, seatNo++) {
      const gender: Gender = chance.happens(0.527) ? '1' : '2';
      const drawn = drawStudent(chance, family, { ...roll, seatNo }, day, gender);
      yield { id: idOf(`${roll.seed}/${seatNo}`, roll.idsFrom + seatNo), ...drawn };
    }
  }
}

/** Six years old by 31 August of the year in which the grade began, and a year older for each grade since. */
function drawBirthday(chance: Chance, { schoolYear, grade }: ClassRoll) {
  const turnedSix = schoolYear - (grade - 1) - ENTRY_AGE - (chance.happens(A_YEAR_OLDER) ? 1 : 0);
  const first = civilDate(`${turnedSix - 1}-09-01`);
  const last = civilDate(`${turnedSix}-08-31`);
  return addDays(first, chance.below(daysBetween(first, last) + 1));
}

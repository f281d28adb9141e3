/** 选修接口形状: modules of a term with their places, who has chosen what, and the list of one module. */
import { z } from 'zod';
import { classGroupShape, termBody, termQuery, termShape } from '../api/assessments.api.ts';

const id = z.uuid();
const offerShape = z.object({
  id,
  subject: z.string(),
  name: z.string(),
  categoryWords: z.string(),
  credits: z.number(),
  places: z.number().int(),
  taken: z.number().int(),
  teacherName: z.string(),
  grades: z.array(z.number().int()),
  gradeWords: z.string(),
  closed: z.boolean(),
});

export const electivesQuery = termQuery.partial();
export const electivesShape = z.object({
  terms: z.array(termShape),
  term: termShape,
  offers: z.array(offerShape),
  modules: z
    .array(z.object({ subject: z.string(), name: z.string(), categoryWords: z.string(), credits: z.number() }))
    .describe('本学期还没有开设的选修模块'),
});
export type ElectivesView = z.infer<typeof electivesShape>;
export type Offer = z.infer<typeof offerShape>;

export const offerBody = termBody.extend({
  subject: z.string().max(60),
  places: z.number().int().min(1, '名额至少1人').max(2000),
  teacherName: z.string().trim().min(2, '请填写任课教师').max(40),
});
export type OfferWish = z.infer<typeof offerBody>;

export const choicesQuery = termQuery;
export const choicesShape = z.object({
  classGroup: classGroupShape,
  term: termShape,
  offers: z.array(offerShape),
  rows: z.array(
    z.object({
      studentId: id,
      seatNo: z.number().int().nullable(),
      name: z.string(),
      chosen: z.array(id).describe('已选的模块'),
    }),
  ),
});
export type ChoicesView = z.infer<typeof choicesShape>;

/** What is changed: a choice with what the person saw there and what shall stand. */
export const choicesBody = termBody.extend({
  cells: z
    .array(z.object({ studentId: id, offerId: id, was: z.boolean(), chosen: z.boolean() }))
    .min(1)
    .max(3000),
});
export type ChoicesSave = z.infer<typeof choicesBody>;

export const moduleListShape = z.object({
  offer: offerShape,
  term: termShape,
  students: z.array(
    z.object({
      studentId: id,
      name: z.string(),
      classGroupName: z.string(),
      seatNo: z.number().int().nullable(),
      mark: z.string().nullable().describe('学分认定，空为尚未认定'),
    }),
  ),
});
export type ModuleList = z.infer<typeof moduleListShape>;

/** 首次设置接口形状. */
import { z } from 'zod';
import { loginNameField, personNameField } from '../form-fields.api.ts';

export const firstRunStateShape = z.object({ empty: z.boolean().describe('尚无任何账号，等待首次设置') });

const personShape = z.object({
  personName: personNameField,
  loginName: loginNameField,
  password: z.string().min(1).max(200),
});

export const firstRunBody = z.object({
  placeCode: z.string().regex(/^\d{6}$/, { error: '行政区划代码须是6位数字' }),
  authorityName: z.string().trim().min(2).max(80),
  registrar: personShape,
  leader: personShape,
});

export const placeQuery = z.object({
  upper: z
    .string()
    .regex(/^\d{6}$/)
    .default('000000'),
});
export const placesShape = z.object({
  places: z.array(z.object({ code: z.string(), name: z.string(), authorityName: z.string() })),
});

export const firstRunShape = z.object({ authorityName: z.string(), placeName: z.string() });

export type FirstRunBody = z.infer<typeof firstRunBody>;
export type PlaceChoice = z.infer<typeof placesShape>['places'][number];

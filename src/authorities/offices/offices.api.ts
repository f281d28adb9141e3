/** 任职接口形状. */
import { z } from 'zod';
import { civilDateField, personNameField, phoneField } from '../form-fields.api.ts';

export const officeShape = z.object({
  id: z.uuid(),
  post: z.enum(['PRINCIPAL', 'VICE_PRINCIPAL', 'LEADER', 'REGISTRAR']),
  postWords: z.string(),
  dutyWords: z.string().describe('第一责任人'),
  personName: z.string(),
  workPhone: z.string().nullable(),
  accountId: z.uuid().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
});

export const appointmentBody = z.object({
  post: z.enum(['PRINCIPAL', 'VICE_PRINCIPAL']),
  personName: personNameField,
  workPhone: phoneField.optional(),
  from: civilDateField,
});

export type OfficeView = z.infer<typeof officeShape>;

/** 档案包目录: what a package says of itself; it is signed as the bytes that lie in the archive. */
import { z } from 'zod';

export const FORMAT = 'xueji-file-package';
/** Set before the bytes that are signed, so that no signature made for something else ever counts here. */
const CONTEXT = 'xueji/file-package/1\n';

export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.sig';
export const STUDENT = 'student.json';
export const REGISTRATIONS = 'registrations.json';
export const HEADS_OF_FILE = 'heads.json';

/** What every package holds. */
export const REQUIRED = [STUDENT, REGISTRATIONS, HEADS_OF_FILE] as const;

/** Names that may stand in a package: no folders but these two, no way out of them. */
export const ENTRY_NAME =
  /^(?:student|registrations|heads)\.json$|^(?:papers|images)\/[0-9A-Za-z][0-9A-Za-z-]{0,79}\.(?:pdf|jpg|png)$/;

export const manifestShape = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Who gives it out and to whom. */
  school: z.object({ code: z.string().max(20), name: z.string().max(100), placeCode: z.string().max(12) }),
  receiver: z.string().max(200),
  /** The case in which the authority approved that it leaves. */
  approval: z.object({ number: z.string().max(40), on: z.iso.date() }),
  student: z.object({
    name: z.string().max(100),
    registrationNumber: z.string().max(40).nullable(),
    identityType: z.string().max(8).nullable(),
    identityNumber: z.string().max(40).nullable(),
  }),
  suite: z.enum(['international', 'guomi']),
  /** Names the signing key of the node; its public half stands beside it and counts only where it is trusted. */
  keyId: z.string().max(60),
  publicKey: z.string().regex(/^[0-9a-f]{64,130}$/),
  entries: z
    .array(
      z.object({
        name: z.string().regex(ENTRY_NAME),
        size: z.number().int().min(0),
        digest: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(REQUIRED.length)
    .max(400),
});
export type Manifest = z.infer<typeof manifestShape>;

/** What is signed and digested of a manifest. */
export const statementOf = (manifest: Uint8Array): Buffer => Buffer.concat([Buffer.from(CONTEXT), manifest]);

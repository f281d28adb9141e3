/** 凭证接口形状: pictures of what was shown for a leave of absence or an award. */
import { z } from 'zod';
import { SHOWN_PAPERS } from './paper-words.api.ts';

export const showQuery = z.object({
  entryKind: z.enum(['LEAVE_OF_ABSENCE', 'AWARD']),
  entryId: z.uuid(),
  paper: z.enum(Object.keys(SHOWN_PAPERS) as [keyof typeof SHOWN_PAPERS, ...(keyof typeof SHOWN_PAPERS)[]]),
});
export type ShowQuery = z.infer<typeof showQuery>;

/** Of an entry, as its list shows it. */
export const shownPaperShape = z.object({ id: z.uuid(), words: z.string(), mediaType: z.string() });

/** 公用服务: what use cases are given; made once in main.ts, replaced piece by piece in tests. */

import type { BlindIndex } from '../crypto/blind-index.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { Database } from '../db/database.ts';
import type { FileStore } from '../files/file-store.ts';
import type { NewId } from '../kernel/ids.ts';
import type { WorkingCalendar } from '../kernel/working-days.ts';
import type { Law } from '../policy/index.ts';

export interface Services {
  db: Database;
  law: Law;
  calendar: WorkingCalendar;
  files: FileStore;
  cipher: FieldCipher;
  index: BlindIndex;
  now: () => Date;
  newId: NewId;
  /** Cryptographically strong bytes. */
  randomBytes: (size: number) => Buffer;
}

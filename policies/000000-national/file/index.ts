/** 国家 档案: key data after approval, the parts of the student's file, where files go. */
import type { PackPart } from '../../../src/policy/index.ts';
import { keyDataConfirmed } from './changes/key-data-confirmed.ts';
import { numberKept } from './changes/number-kept.ts';
import { openDataOnly } from './changes/open-data-only.ts';
import { fileForGood } from './keeping/file-for-good.ts';
import { fileFurtherPart } from './keeping/file-further-part.ts';
import { fileMedia, paperKeeper } from './keeping/file-media.ts';
import { fileParts } from './keeping/file-parts.ts';
import { closure } from './moving/closure.ts';
import { copiesKept, fileGoesAlong } from './moving/file-goes-along.ts';
import { merger } from './moving/merger.ts';

export const file: PackPart = {
  rules: [
    ...[keyDataConfirmed, numberKept, openDataOnly],
    ...[fileParts, fileFurtherPart, fileMedia, paperKeeper, fileForGood],
    ...[fileGoesAlong, copiesKept, merger, closure],
  ],
};

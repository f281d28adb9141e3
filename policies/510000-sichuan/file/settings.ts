/** 四川 档案参数: what Sichuan says again of the nation's rules on files, so that its own article is cited. */
import { cite, type Setting, setting } from '../../../src/policy/index.ts';
import { fileForGood } from '../../000000-national/file/keeping/file-for-good.ts';
import { fileMedia, paperKeeper } from '../../000000-national/file/keeping/file-media.ts';
import { fileParts } from '../../000000-national/file/keeping/file-parts.ts';
import { copiesKept } from '../../000000-national/file/moving/file-goes-along.ts';
import { merger } from '../../000000-national/file/moving/merger.ts';
import { measures } from '../instruments.ts';

const parts = ['SC-17.2.1', 'SC-17.2.2', 'SC-17.2.3', 'SC-17.2.4', 'SC-17.2.5', 'SC-17.2.6'];

export const settings: readonly Setting[] = [
  setting(
    fileParts,
    { parts: ['BASICS', 'PROOFS', 'DEVELOPMENT', 'HEALTH', 'AWARDS', 'AID'] },
    cite(measures, '第十七条', ...parts),
  ),
  setting(fileMedia, { media: ['ELECTRONIC', 'PAPER'] }, cite(measures, '第十九条', 'SC-19.1', 'SC-19.3')),
  setting(paperKeeper, { keepers: ['REGISTRAR'] }, cite(measures, '第十九条', 'SC-19.2')),
  setting(fileForGood, { removable: 0 }, cite(measures, '第二十条', 'SC-20.7')),
  setting(copiesKept, { copies: ['ELECTRONIC', 'PAPER'] }, cite(measures, '第二十条', 'SC-20.6', 'SC-20.5')),
  setting(merger, { receivers: ['ABSORBING'] }, cite(measures, '第二十条', 'SC-20.8')),
];

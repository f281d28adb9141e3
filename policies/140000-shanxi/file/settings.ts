/** 山西 档案参数: what Shanxi says again of the nation's rules on files; its file has six parts. */
import { cite, type Setting, setting } from '../../../src/policy/index.ts';
import { fileForGood } from '../../000000-national/file/keeping/file-for-good.ts';
import { fileMedia, paperKeeper } from '../../000000-national/file/keeping/file-media.ts';
import { fileParts } from '../../000000-national/file/keeping/file-parts.ts';
import { copiesKept } from '../../000000-national/file/moving/file-goes-along.ts';
import { merger } from '../../000000-national/file/moving/merger.ts';
import { rules } from '../instruments.ts';

const parts = ['SX-11.2.1', 'SX-11.2.2', 'SX-11.2.3', 'SX-11.2.4', 'SX-11.2.5', 'SX-11.2.6'];

export const settings: readonly Setting[] = [
  setting(
    fileParts,
    { parts: ['BASICS', 'PROOFS', 'DEVELOPMENT', 'HEALTH', 'AWARDS', 'AID'] },
    cite(rules, '第十一条', ...parts, 'SX-5.1'),
  ),
  setting(fileMedia, { media: ['ELECTRONIC', 'PAPER'] }, cite(rules, '第五条', 'SX-5.2')),
  setting(paperKeeper, { keepers: ['REGISTRAR'] }, cite(rules, '第五条', 'SX-5.2')),
  setting(fileForGood, { removable: 0 }, cite(rules, '第八条', 'SX-8.3')),
  setting(copiesKept, { copies: ['ELECTRONIC', 'PAPER'] }, cite(rules, '第十八条', 'SX-18.7')),
  setting(merger, { receivers: ['ABSORBING'] }, cite(rules, '第八条', 'SX-8.1')),
];

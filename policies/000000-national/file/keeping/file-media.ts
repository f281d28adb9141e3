/** 电子档案和纸质档案: the two forms of a student's file, and who keeps the paper. */
import {
  allow,
  cite,
  deny,
  FILE_KEEPERS,
  FILE_MEDIA,
  type FileKeeper,
  type FileMedium,
  fixed,
  rule,
  silent,
  weigh,
  worded,
} from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

const both = { parts: [], media: ['ELECTRONIC', 'PAPER'] } as const;
const kept = { parts: [], keeper: 'REGISTRAR' } as const;

/** The electronic part lives in the registry itself; paper is kept as far as it is necessary. */
export const fileMedia = rule('student-file')({
  id: 'file-media',
  title: '电子档案和纸质档案',
  basis: cite(measures, '第八条', 'MOE-8.1', 'MOE-8.2', 'MOE-8.4'),
  force: 'MUST',
  parameters: {
    media: worded(fixed<readonly FileMedium[]>(['ELECTRONIC', 'PAPER'], 'SUBSET', '学籍档案的形式'), FILE_MEDIA),
  },
  decide: ({ media }, law) => {
    if (!media) return silent;
    const missing = law.media.filter((one) => !media.includes(one)).map((one) => FILE_MEDIA[one]);
    return missing.length > 0 ? weigh('MISSING', { missing: missing.join('、') }) : allow();
  },
  sentences: {
    COMPLIES: '电子档案和必要的纸质档案都已建立',
    MISSING: '尚无{missing}',
  },
  remedies: { MISSING: '补建{missing}；电子档案在系统内建立，纸质只留必要的' },
  examples: [
    { name: 'both', facts: both, expect: 'COMPLIES' },
    { name: 'paper alone', facts: { ...both, media: ['PAPER'] }, expect: 'MISSING' },
    { name: 'electronic alone', facts: { ...both, media: ['ELECTRONIC'] }, expect: 'MISSING' },
    { name: 'nobody has looked', facts: { parts: [] }, expect: 'NONE' },
  ],
});

export const paperKeeper = rule('student-file')({
  id: 'paper-keeper',
  title: '纸质档案的保管',
  basis: cite(measures, '第八条', 'MOE-8.3'),
  force: 'MUST',
  parameters: {
    keepers: worded(fixed<readonly FileKeeper[]>(['REGISTRAR'], 'SUBSET', '纸质档案的保管人'), FILE_KEEPERS),
  },
  decide: ({ keeper }, law) => {
    if (!keeper) return silent;
    return law.keepers.includes(keeper) ? allow() : deny('NOT_REGISTRAR', { keeperWords: FILE_KEEPERS[keeper] });
  },
  sentences: {
    COMPLIES: '纸质档案由学校学籍管理员负责',
    NOT_REGISTRAR: '纸质档案由学校学籍管理员负责，不由{keeperWords}单独保管',
  },
  remedies: { NOT_REGISTRAR: '移交学籍管理员管理；其他处室只代为存放' },
  examples: [
    { name: 'the registrar', facts: kept, expect: 'COMPLIES' },
    { name: 'another office of the school', facts: { ...kept, keeper: 'MORAL_OFFICE' }, expect: 'NOT_REGISTRAR' },
    { name: 'the county', facts: { ...kept, keeper: 'COUNTY' }, expect: 'NOT_REGISTRAR' },
    { name: 'nobody has said', facts: { parts: [] }, expect: 'NONE' },
  ],
});

/** 学生照片: no national text asks for it; a lower text that does declares this rule with its own clause. */
import { allow, type Citation, deny, rule } from '../../../src/policy/index.ts';

const complete = {
  stage: 'PRIMARY',
  hasIdentityNumber: true,
  guardianCount: 1,
  guardianWithNumber: false,
  hasPhoto: true,
  signedForm: true,
} as const;

/** The rule for the text that asks for a photo. */
export const photoNeeded = (basis: Citation) =>
  rule('registration-papers')({
    id: 'photo-needed',
    title: '学生照片',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ hasPhoto }) => (hasPhoto ? allow() : deny('NO_PHOTO')),
    sentences: { COMPLIES: '已采集照片', NO_PHOTO: '缺学生照片' },
    remedies: { NO_PHOTO: '采集近期免冠照片后上传' },
    examples: [
      { name: 'with a photo', facts: complete, expect: 'COMPLIES' },
      { name: 'without one', facts: { ...complete, hasPhoto: false }, expect: 'NO_PHOTO' },
    ],
  });

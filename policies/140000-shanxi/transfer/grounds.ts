/** 转学条件: household and home have both moved across counties at least, or the place of migrant work has. */
import {
  allow,
  cite,
  deny,
  fixed,
  MOVES,
  type Move,
  rule,
  silent,
  TRANSFER_GROUNDS,
  worded,
} from '../../../src/policy/index.ts';
import { ordinaryTransfer, seniorTransfer } from '../../000000-national/transfer/ordinary-transfer.ts';
import { rules } from '../instruments.ts';

/** A move inside one urban area does not count, though it may cross a county's border. */
export const transferGround = rule('transfer')({
  id: 'transfer-ground',
  title: '转学条件',
  basis: cite(rules, '第十七条', 'SX-17.2', 'SX-17.1'),
  force: 'MUST',
  parameters: {
    far: worded(
      fixed<readonly Move[]>(['ACROSS_COUNTIES', 'ACROSS_CITIES', 'ACROSS_PROVINCES'], 'SUBSET', '可以转学的迁移范围'),
      MOVES,
    ),
  },
  decide: ({ stage, ground, moved, toSchool }, law) => {
    if (stage === 'SENIOR' && toSchool === 'VOCATIONAL') return silent;
    const facts = { words: TRANSFER_GROUNDS[ground], move: moved ? MOVES[moved] : '' };
    if (ground === 'HOUSEHOLD_MOVED' || ground === 'RESIDENCE_MOVED') return deny('ONLY_ONE_MOVED', facts);
    if (ground !== 'HOUSEHOLD_AND_RESIDENCE_MOVED' && ground !== 'MIGRANT_WORK') return deny('NOT_A_GROUND', facts);
    if (!moved) return deny('MOVE_UNKNOWN', facts);
    return law.far.includes(moved) ? allow('COMPLIES', facts) : deny('TOO_NEAR', facts);
  },
  sentences: {
    COMPLIES: '{words}，{move}，符合转学条件',
    ONLY_ONE_MOVED: '仅{words}，不符合转学条件：居住地和户籍须都已迁移',
    NOT_A_GROUND: '{words}不是转学的条件，学生不得随意转学',
    MOVE_UNKNOWN: '未写明迁移范围，须跨省、市、县',
    TOO_NEAR: '迁移在{move}，不算跨省、市、县迁移，不能转学',
  },
  remedies: {
    ONLY_ONE_MOVED: '户籍和居住地都迁入后，附户籍迁移证明再申请',
    NOT_A_GROUND: '居住地和户籍已迁移，或父母务工地有变化的，写明并附证明',
    MOVE_UNKNOWN: '按户口簿或务工证明写明从何地迁到何地',
    TOO_NEAR: '在原校继续就读；范围写错的，附证明更正',
  },
  examples: [
    { name: 'household and home, to another county', facts: ordinaryTransfer, expect: 'COMPLIES' },
    { name: 'migrant work', facts: { ...ordinaryTransfer, ground: 'MIGRANT_WORK' }, expect: 'COMPLIES' },
    {
      name: 'inside one urban area',
      facts: { ...ordinaryTransfer, moved: 'WITHIN_URBAN_AREA' },
      expect: 'TOO_NEAR',
    },
    { name: 'inside the county', facts: { ...ordinaryTransfer, moved: 'WITHIN_COUNTY' }, expect: 'TOO_NEAR' },
    { name: 'household alone', facts: { ...ordinaryTransfer, ground: 'HOUSEHOLD_MOVED' }, expect: 'ONLY_ONE_MOVED' },
    { name: 'home alone', facts: { ...ordinaryTransfer, ground: 'RESIDENCE_MOVED' }, expect: 'ONLY_ONE_MOVED' },
    { name: 'another cause', facts: { ...ordinaryTransfer, ground: 'OTHER' }, expect: 'NOT_A_GROUND' },
    {
      name: 'nobody says from where',
      facts: (({ moved, ...rest }) => rest)(ordinaryTransfer),
      expect: 'MOVE_UNKNOWN',
    },
    { name: 'to a vocational school', facts: { ...seniorTransfer, toSchool: 'VOCATIONAL' }, expect: 'NONE' },
  ],
});

export const transferDestination = rule('transfer')({
  id: 'transfer-destination',
  title: '转入地',
  basis: cite(rules, '第十七条', 'SX-17.4'),
  force: 'MUST',
  parameters: {},
  decide: ({ schoolAtNewPlace, toSchool }) => {
    if (schoolAtNewPlace === undefined || toSchool === 'VOCATIONAL') return silent;
    return schoolAtNewPlace ? allow() : deny('ELSEWHERE');
  },
  sentences: {
    COMPLIES: '转入学校在户籍所在地或务工所在地',
    ELSEWHERE: '只能转入户籍所在地或务工所在地的学校',
  },
  remedies: { ELSEWHERE: '改选户籍所在地或务工所在地的学校' },
  examples: [
    { name: 'where they moved to', facts: { ...ordinaryTransfer, schoolAtNewPlace: true }, expect: 'COMPLIES' },
    { name: 'elsewhere', facts: { ...ordinaryTransfer, schoolAtNewPlace: false }, expect: 'ELSEWHERE' },
    { name: 'unknown', facts: ordinaryTransfer, expect: 'NONE' },
  ],
});

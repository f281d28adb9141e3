/** 转学: the ways of a transfer, told apart by how many authorities decide and whether the law of a place adds the city. */
import { transferThrough } from './transfer-chain.ts';

const OF_THE_NATION = ['MOE-6.5'];
const OF_CHANGGE = ['CG-3.1.2.a', 'CG-3.1.2.b', 'CG-3.1.2.c', 'CG-3.1.3.b'];
const OF_THE_TOWNS = ['S5-2.2.2', 'S5-2.2.3'];
const OF_THE_CITY = ['SC-32.4', 'SC-32.6', 'SC-30.2', 'SX-18.6', 'SX-22.1'];

/** Both schools under one authority, which decides once for both sides. */
export const transferOneAuthority = transferThrough(
  'transfer-one-authority',
  ['sending-school', 'authority'],
  [...OF_THE_NATION, ...OF_CHANGGE],
);

/** The same where the law adds the city. */
export const transferOneAuthorityCity = transferThrough(
  'transfer-one-authority-city',
  ['sending-school', 'authority', 'city'],
  OF_THE_CITY,
);

/** 乡镇转往城区 in one county: the centre school of the sending town certifies (S5-2.2.2). */
export const transferFromTown = transferThrough(
  'transfer-from-town',
  ['sending-school', 'sending-centre', 'authority'],
  [...OF_THE_NATION, ...OF_THE_TOWNS],
);

/** 乡镇之间 in one county: both centre schools, and then the authority all the same (S5-2.2.3, MOE-6.5). */
export const transferBetweenTowns = transferThrough(
  'transfer-between-towns',
  ['sending-school', 'sending-centre', 'receiving-centre', 'authority'],
  [...OF_THE_NATION, ...OF_THE_TOWNS],
);

/** 四方: each school and its authority, the receiving side first. */
export const transferFourParties = transferThrough(
  'transfer',
  ['receiving-authority', 'sending-school', 'sending-authority'],
  [...OF_THE_NATION, ...OF_CHANGGE],
);

/** The same where the law of one side adds its city, or both sides lie in the same one. */
export const transferCity = transferThrough(
  'transfer-city',
  ['receiving-authority', 'sending-school', 'sending-authority', 'city'],
  OF_THE_CITY,
);

/** The same where the laws of both sides add their cities. */
export const transferTwoCities = transferThrough(
  'transfer-two-cities',
  ['receiving-authority', 'sending-school', 'sending-authority', 'receiving-city', 'sending-city'],
  OF_THE_CITY,
);

/** All of them, from few hands to many. */
export const transferWorkflows = [
  transferOneAuthority,
  transferOneAuthorityCity,
  transferFromTown,
  transferBetweenTowns,
  transferFourParties,
  transferCity,
  transferTwoCities,
];

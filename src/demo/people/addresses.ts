/** 住址: towns, villages and streets that no map has, inside real counties. */
import { nameOfArea } from '../../students/index.ts';
import type { Chance } from '../chance.ts';

const TOWNS =
  '青禾镇 柳溪镇 云岭镇 槐荫镇 麦香镇 竹沟镇 枫桥镇 石榴镇 晴川镇 荷塘镇 松涧镇 白鹭镇 杏坛镇 梨花镇 芦湾镇 桑园镇'.split(
    ' ',
  );
const VILLAGE_HEADS = '大柳 前槐 后槐 东桑 西桑 南塘 北塘 小桥 石井 枣林 杏花 梨湾 松岗 竹坪 荷叶 麦场 油坊 染坊'.split(
  ' ',
);
const VILLAGE_TAILS = ['村', '庄', '沟村', '湾村', '岗村', '新村'];
const STREETS = '云杉 丹枫 金穗 晓月 鹤鸣 长亭 书院 明湖 向晚 听雨 青藤 百合 银杏 木兰 翠屏 星河'.split(' ');
const ESTATES = '桂语 梧桐里 云锦 书香 和煦 清荷 悦澜 松风 知春里 安澜'.split(' ');

/** The towns of a county, the seat's streets left out: a handful, always the same for the same county. */
export function townsOf(countyCode: string): string[] {
  const start = Number(countyCode) % TOWNS.length;
  return [0, 3, 6, 9, 12].map((step) => TOWNS[(start + step) % TOWNS.length]!);
}

/** Where families of a school live. */
export interface Neighbourhood {
  countyCode: string;
  /** 河南省许昌市长葛市 */
  countyName: string;
  /** The town, where the school serves one; else the seat of the county. */
  town: string | undefined;
  postalCode: string;
}

/** The neighbourhood of a school. */
export const neighbourhoodOf = (countyCode: string, town: string | undefined, postalCode: string): Neighbourhood => ({
  countyCode,
  countyName: nameOfArea(countyCode) ?? '',
  town,
  postalCode,
});

/** A home below the county: 青禾镇大柳庄27号, or 云杉路18号桂语小区3号楼502室. */
export function drawHome(chance: Chance, { town }: Neighbourhood): string {
  if (town !== undefined || chance.happens(0.15)) {
    const village = chance.pick(VILLAGE_HEADS) + chance.pick(VILLAGE_TAILS);
    return `${town ?? chance.pick(TOWNS)}${village}${chance.between(1, 240)}号`;
  }
  const room = chance.between(1, 18) * 100 + chance.between(1, 4);
  return `${chance.pick(STREETS)}路${chance.between(1, 180)}号${chance.pick(ESTATES)}小区${chance.between(1, 24)}号楼${room}室`;
}

/** Segments that no carrier has been given, so that no call ever reaches anybody. */
const PHONE_SEGMENTS = ['161', '163', '164', '168', '169'];

/** A mobile number that belongs to nobody. */
export const drawPhone = (chance: Chance): string =>
  chance.pick(PHONE_SEGMENTS) + String(chance.below(100_000_000)).padStart(8, '0');

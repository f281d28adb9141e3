/**
 * 行政区划代码: writes src/students/code-tables/area-codes.json, the place codes in force and the abolished ones.
 *
 * In force: the 2024 list of @vant/area-data without its development zones and town codes, which GB/T 2260 does not know.
 * Abolished: the history kept by id-validator, and the codes given and taken away after it ends (about 1999), typed below
 * from the yearly notices of change. An identity number keeps the code of the day it was issued, so both are needed.
 * Kept fresh by scripts/generate.ts.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { areaList } = require('@vant/area-data') as {
  areaList: Record<'province_list' | 'city_list' | 'county_list', Record<string, string>>;
};
const history = require('id-validator/src/GB2260.js') as Record<string, string>;

const WITHOUT_COUNTIES = new Set(['4419', '4420', '4604', '6202']); // cities that hold towns directly
const NO_DIVISIONS = new Set(['71', '81', '82']); // the standard has one code each for Taiwan, Hong Kong and Macao
const STILL_LISTED_BUT_ABOLISHED = new Set(['350402', '320611']);
const NOT_IN_STANDARD = new Set(['321150']); // a development zone numbered like a district
/** Rows of the standard that only hold others: the districts of a municipality, the counties under a province. */
const HOLDER = /^(?:|市辖区|县|\(市\)|.*直辖县.*)$/;

const GIVEN_AND_TAKEN_AFTER_1999: Record<string, string> = {
  140726: '山西省晋中市太谷县',
  310119: '上海市南汇区',
  340225: '安徽省芜湖市无为县',
  341400: '安徽省巢湖市',
  341402: '安徽省巢湖市居巢区',
  341421: '安徽省巢湖市庐江县',
  341422: '安徽省巢湖市无为县',
  341423: '安徽省巢湖市含山县',
  341424: '安徽省巢湖市和县',
  341521: '安徽省六安市寿县',
  341822: '安徽省宣城市广德县',
  361029: '江西省抚州市东乡县',
  361121: '江西省上饶市上饶县',
  361122: '江西省上饶市广丰县',
  371624: '山东省滨州市沾化县',
  371626: '山东省滨州市邹平县',
  371727: '山东省菏泽市定陶县',
  411626: '河南省周口市淮阳县',
  421302: '湖北省随州市曾都区',
  440116: '广东省广州市萝岗区',
  450127: '广西壮族自治区南宁市横县',
  451021: '广西壮族自治区百色市田阳县',
  451023: '广西壮族自治区百色市平果县',
  451025: '广西壮族自治区百色市靖西县',
  451281: '广西壮族自治区河池市宜州市',
  469003: '海南省儋州市',
  511422: '四川省眉山市彭山县',
  511721: '四川省达州市达县',
  511821: '四川省雅安市名山县',
  512081: '四川省资阳市简阳市',
  520421: '贵州省安顺市平坝县',
  520522: '贵州省毕节市黔西县',
  530522: '云南省保山市腾冲县',
  530630: '云南省昭通市水富县',
  540422: '西藏自治区林芝市米林县',
  540530: '西藏自治区山南市错那县',
  610821: '陕西省榆林市神木县',
  610823: '陕西省榆林市横山县',
  610928: '陕西省安康市旬阳县',
  620824: '甘肃省平凉市华亭县',
  630221: '青海省海东市平安县',
  640421: '宁夏回族自治区固原市海原县',
};

/** Development zones are numbered 70-79 and 90-99 inside a city; no code of the standard has ever been. */
function isOfStandard(code: string): boolean {
  if (NOT_IN_STANDARD.has(code) || STILL_LISTED_BUT_ABOLISHED.has(code)) return false;
  if (code.endsWith('0000')) return true;
  if (NO_DIVISIONS.has(code.slice(0, 2))) return false;
  if (code.endsWith('00')) return code.slice(2, 4) !== '90';
  if (WITHOUT_COUNTIES.has(code.slice(0, 4))) return false;
  return code.slice(2, 4) === '90' || !/[79]\d$/.test(code);
}

const provinces = areaList.province_list;
const listed = { ...provinces, ...areaList.city_list, ...areaList.county_list };
const current = Object.entries(listed).filter(([code, name]) => isOfStandard(code) && !HOLDER.test(name));
const inForce = new Set(current.map(([code]) => code));

/** The name from below the province, which the group already names. */
function inProvince(code: string, full: string): string {
  const province = provinces[`${code.slice(0, 2)}0000`] ?? '';
  return full.startsWith(province) ? full.slice(province.length) : full;
}

const abolished = Object.entries({ ...history, ...GIVEN_AND_TAKEN_AFTER_1999 })
  .map(([code, name]): [string, string] => [code, inProvince(code, name)])
  .filter(([code, name]) => !inForce.has(code) && !(code.endsWith('00') && HOLDER.test(name)));

/** `{ "41": "0000河南省 0100郑州市 …" }`: one line a province, so that a yearly change shows as one changed line. */
function byProvince(entries: [string, string][]): Record<string, string> {
  const groups = Object.groupBy(entries, ([code]) => code.slice(0, 2));
  const lines = Object.entries(groups).map(([province, group = []]) => {
    const sorted = group.toSorted(([a], [b]) => (a < b ? -1 : 1));
    return [province, sorted.map(([code, name]) => code.slice(2) + name).join(' ')];
  });
  return Object.fromEntries(lines);
}

/** The whole file as it should stand. */
export function areaCodesFile(): string {
  return `${JSON.stringify({ current: byProvince(current), abolished: byProvince(abolished) }, null, 2)}\n`;
}

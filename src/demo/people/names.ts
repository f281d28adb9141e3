/** 姓名: made-up names as people of a year of birth, a gender and an ethnic group bear them. */
import type { Gender } from '../../students/index.ts';
import { type Chance, weighted } from '../chance.ts';
import { drawSurname } from './surnames.ts';

/** What a name must fit. */
export interface NameOf {
  gender: Gender;
  bornIn: number;
  /** GB/T 3304. */
  ethnicGroup: string;
  /** The surname of the family, where there is one. */
  surname?: string | undefined;
}

interface Fashion {
  /** Given names of two characters: one of these, then one of those. */
  first: string;
  second: string;
  /** Given names of one character. */
  single: string;
  /** Share of given names of one character. */
  singles: number;
}

const BOYS_NOW: Fashion = {
  first: '子浩宇俊梓奕铭嘉睿博天泽文明家一思昊晨沐承景星书云逸宏建志君锦佳煜瑾润维振正致知远启',
  second: '轩然宇涵辰泽豪杰航博睿阳铭晨洋鑫涛霖凯源皓宸诚逸翔哲恒瑞远林川祺桐一文昊安齐峰硕康杭',
  single: '睿宇辰浩轩铭泽昊然博阳晨煜航毅朗钰旭霖硕',
  singles: 0.09,
};
const GIRLS_NOW: Fashion = {
  first: '子梓欣雨诗思佳一语若依雅可梦紫婉静晓艺沐芷清月锦书心予安妙嘉奕云舒歆钰宛映初念悦',
  second: '涵怡萱妍琪彤瑶桐诺欣悦雅婷菲琳蕾颖媛曦宁然汐玥禾月雯洁晴甜冉岚琦溪柔茜璇芸馨夏',
  single: '悦玥妍萱彤瑶诺琪昕雯晴璐菲颖溪桐',
  singles: 0.08,
};
const MEN_THEN: Fashion = {
  first: '建志国海文永红晓俊春卫新玉明金伟宏德长广少世庆立东学振成军',
  second: '军强伟平华勇明峰涛杰辉东林波斌超刚民良生旺亮鹏飞宾昌福山海',
  single: '伟强磊军勇涛鹏超杰明刚辉斌波凯飞亮建浩帅',
  singles: 0.38,
};
const WOMEN_THEN: Fashion = {
  first: '丽晓海春红玉秀小桂艳爱慧雪凤素彩金翠香淑会亚文巧月云瑞俊',
  second: '丽娟燕霞梅芳玲华红英敏萍静娜琴兰云芬荣花莉凤平珍琳玉洁',
  single: '丽敏静燕娟霞芳艳玲红娜婷莉洁萍蕾颖',
  singles: 0.32,
};

/** In use, and hard on systems that count in halves of characters or know one plane only. */
const RARE = [
  '堃',
  '喆',
  '淏',
  '翀',
  '赟',
  '祎',
  '頔',
  '昉',
  '曈',
  '䶮',
  '㛃',
  '𬭊',
  '𫖯',
  '𬱖',
  '𬸪',
  '𬍛',
  '𬤊',
] as const;

const drawGroup = weighted([
  ['01', 965],
  ['03', 12],
  ['11', 6],
  ['02', 3],
  ['06', 3],
  ['15', 3],
  ['08', 2],
  ['05', 2],
  ['07', 2],
  ['04', 2],
]);

/** An ethnic group, as they live inland. */
export const drawEthnicGroup = (chance: Chance): string => drawGroup(chance);

const drawHuiSurname = weighted([
  ['马', 50],
  ['丁', 8],
  ['沙', 5],
  ['海', 4],
  ['白', 6],
  ['金', 5],
  ['王', 10],
  ['李', 8],
]);

/** A surname as the group bears it. */
export const surnameFor = (chance: Chance, ethnicGroup: string): string =>
  ethnicGroup === '03' ? drawHuiSurname(chance) : drawSurname(chance);

/** A whole name. Names of several parts have no surname to pass on, so a family's does not bind them. */
export function drawName(chance: Chance, of: NameOf): string {
  const { ethnicGroup, gender, bornIn } = of;
  if (ethnicGroup === '05') return uyghurName(chance, gender);
  if (ethnicGroup === '07' && chance.happens(0.8)) return yiName(chance);
  if (ethnicGroup === '04' && chance.happens(0.8)) return tibetanName(chance);
  const surname = of.surname ?? surnameFor(chance, ethnicGroup);
  const fashion = bornIn >= 2000 ? (gender === '1' ? BOYS_NOW : GIRLS_NOW) : gender === '1' ? MEN_THEN : WOMEN_THEN;
  return surname + givenName(chance, fashion, bornIn >= 2000);
}

function givenName(chance: Chance, { first, second, single, singles }: Fashion, mayBeRare: boolean): string {
  if (chance.happens(singles)) return mayBeRare && chance.happens(0.02) ? chance.pick(RARE) : pickFrom(chance, single);
  const one = pickFrom(chance, first);
  if (mayBeRare && chance.happens(0.004)) return one + chance.pick(RARE);
  let other = pickFrom(chance, second);
  while (other === one) other = pickFrom(chance, second);
  return one + other;
}

const pickFrom = (chance: Chance, characters: string): string => characters.charAt(chance.below(characters.length));

const UYGHUR_MEN = [
  '阿里木',
  '艾力',
  '买买提',
  '吐尔逊',
  '玉素甫',
  '库尔班',
  '伊力哈木',
  '艾合买提',
  '热合曼',
  '凯赛尔',
];
const UYGHUR_WOMEN = ['古丽娜尔', '阿依古丽', '热依汗', '帕丽达', '米娜瓦尔', '迪丽努尔', '阿孜古丽', '祖丽菲娅'];

/** One's own name and one's father's. */
const uyghurName = (chance: Chance, gender: Gender): string =>
  `${chance.pick(gender === '1' ? UYGHUR_MEN : UYGHUR_WOMEN)}·${chance.pick(UYGHUR_MEN)}`;

const YI_CLANS = ['吉克', '曲比', '沙马', '马海', '勒格', '阿尔', '吉木', '俄木'];
const YI_NAMES = ['阿依', '木呷', '尔古', '伍呷', '日哈', '阿牛', '拉且', '子拉', '色洛'];

const yiName = (chance: Chance): string => `${chance.pick(YI_CLANS)}·${chance.pick(YI_NAMES)}`;

const TIBETAN = ['扎西', '卓玛', '多吉', '次仁', '央金', '格桑', '洛桑', '旺堆', '德吉', '拉姆', '平措', '尼玛'];

function tibetanName(chance: Chance): string {
  const one = chance.pick(TIBETAN);
  let other = chance.pick(TIBETAN);
  while (other === one) other = chance.pick(TIBETAN);
  return one + other;
}

/** 姓氏: the hundred and twenty most frequent surnames with their share of the population in tenths of a per mille. */
import { weighted } from '../chance.ts';

const FREQUENT =
  '王720 李710 张680 刘520 陈450 杨310 赵230 黄220 周210 吴200 徐170 孙154 胡130 朱126 高121 林118 何117 郭115 马105 罗86 ' +
  '梁84 宋81 郑78 谢72 韩68 唐65 冯64 于62 董61 肖60 程57 曹57 袁54 邓54 许54 傅51 沈50 曾50 彭49 吕47 苏47 卢47 蒋47 蔡46 ' +
  '贾42 丁41 魏41 薛40 叶40 闫39 余38 潘38 杜38 戴37 夏36 钟36 汪36 田35 任35 姜35 范35 方34 石34 姚34 谭34 廖33 邹33 熊32 ' +
  '金31 陆31 郝30 孔30 白30 崔30 康29 毛28 邱28 秦28 江28 史28 顾27 侯27 邵26 孟26 龙25 万25 段25 雷25 钱24 汤24 尹24 黎23 ' +
  '易22 常22 武22 乔22 贺21 赖21 龚21 文20 庞19 樊19 兰18 殷18 施18 陶18 洪17 翟17 安16 颜16 倪16 严16 牛16 温15 芦15 季15 ' +
  '俞15 章15 鲁15 葛15 伍15 韦14 申14 尤13 毕13 聂13 焦13 向12 柳12 邢12 路12 岳12 齐12 梅12 莫11 庄11 辛11 管11 祝11 左11 ' +
  '欧阳7 上官1 诸葛1 司马1 尉迟1 令狐1 皇甫1 夏侯1 慕容1 端木1 单1 仇1 解1 朴1 盖1 查2 区1';

/** Draws a surname as often as people bear it. */
export const drawSurname = weighted(
  FREQUENT.split(' ').map((entry) => {
    const [, surname = '', weight = ''] = /^(\D+)(\d+)$/.exec(entry) ?? [];
    return [surname, Number(weight)] as const;
  }),
);

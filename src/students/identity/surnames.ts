/** 复姓: surnames of two characters, for keeping the surname when a name is masked and for the space in its pinyin. */

const COMPOUND = new Set(
  (
    '欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 万俟 闻人 夏侯 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 ' +
    '鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 ' +
    '左丘 东门 西门 南荣 第五 单于 叱干 纳兰 端木 完颜 耶律 哥舒 贺兰 达奚 歐陽 司馬 諸葛 東方 獨孤 南宮 聞人 尉遲 赫連 澹臺 公孫 仲孫 鍾離 長孫 ' +
    '鮮于 閭丘 巫馬 樂正 穀梁 軒轅 單于 納蘭 完顏 賀蘭'
  ).split(' '),
);

/** The surname a Chinese name begins with: two characters where that is a compound surname and a given name follows. */
export function surnameOf(name: string): string {
  const [first = '', second = '', third] = name;
  return third !== undefined && COMPOUND.has(first + second) ? first + second : first;
}

/** 招生入学情景: what is not a question of law alone. */

/** By scenario: why it is not asked there, or what proves it. */
export const admission: Readonly<Record<string, string>> = {
  'P1.1': '年末批量升级的作业尚未建成；山西第十六条规定正常升级由系统更新，法规一侧见“正常升级”',
};

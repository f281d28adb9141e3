/** 转学: scenarios that no question of law answers. All of T1 to T7 and F7 are asked of the law. */

export const transfer: Readonly<Record<string, string>> = {};

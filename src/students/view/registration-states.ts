/** 学籍状态: the states of an open registration in words. */
export const REGISTRATION_STATES: Record<string, string> = {
  ENROLLED: '在读',
  ON_LEAVE: '休学',
  ABROAD: '出国',
  DROPPED_OUT: '辍学',
  MISSING: '失踪',
};

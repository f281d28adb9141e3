/** 救济告知的说法, on notices of decision and in lists. */
import type { RemedyItem } from '../local-setting.ts';

/** 六十日内向某机关申请行政复议，六个月内向人民法院提起行政诉讼. */
export const remedyWords = ({ review, reviewBy, suit }: RemedyItem): string =>
  `${review}内${reviewBy ? `向${reviewBy}` : '依法'}申请行政复议，或者自知道本决定之日起${suit}内依法向人民法院提起行政诉讼`;

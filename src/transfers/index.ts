/** 转学的门. */
export { transferUndoing } from './deciding/take-back-file.ts';
export { transferKind } from './deciding/transfer-case.ts';
export { getToldWish, listWishesAbout, tellWish, type Wisher, withdrawWish } from './invitations/family-wish.ts';
export { TRANSFER } from './transfer.ts';
export { transferRoutes } from './transfers.routes.ts';

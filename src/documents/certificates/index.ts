/** 证书的门. */
export { batchKind } from './batch/batch-case.ts';
export { CERTIFICATE_BATCH } from './certificate.ts';
export { certificateRoutes } from './certificates.routes.ts';
export { callBackForReversal } from './handing/call-back.ts';

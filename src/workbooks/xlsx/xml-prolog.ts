/** XML 声明: what no part in XML may bring, whichever program would parse it later. */
import { damaged, unsuitable } from '../workbook-refusal.ts';
import { DOCTYPE_ADVICE } from './scan/xml-bytes.ts';

/** Refuses a document type, entities of its own, and any encoding but UTF-8 in a piece of XML. */
export function refuseUnsafeXml(bytes: Buffer): void {
  if (bytes.includes('<!DOCTYPE', 0, 'latin1') || bytes.includes('<!ENTITY', 0, 'latin1'))
    throw unsuitable(DOCTYPE_ADVICE);
  if (bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0 || bytes[1] === 0) throw damaged();
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{1,40})/.exec(
    bytes.toString('latin1', 0, 300),
  );
  if (declared && !/^utf-?8$/i.test(declared[1] ?? '')) throw damaged();
}

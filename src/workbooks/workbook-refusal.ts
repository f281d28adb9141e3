/**
 * 拒收工作簿: the two ways in which an uploaded workbook is turned away, each with the cure in its sentence.
 *
 * A Refusal loses its class when it leaves a worker thread, so each one made here is remembered with its parts:
 * the thread sends the fault, the other side makes the Refusal anew.
 */
import { type Refusal, refuse } from '../kernel/refusal.ts';

/** A refusal in plain data, fit to cross a thread. */
export type WorkbookFault =
  | { readonly code: 'UNSUITABLE_FILE'; readonly why: string }
  | { readonly code: 'TOO_LARGE'; readonly what: string; readonly limit: string };

const faults = new WeakMap<object, WorkbookFault>();

/** The workbook cannot be used; `why` says what is wrong and what to do, without a closing stop. */
export function unsuitable(why: string): Refusal {
  return refusalOf({ code: 'UNSUITABLE_FILE', why });
}

/** Something in the workbook is past its bound; `limit` names the bound and the way out. */
export function tooLarge(what: string, limit: string): Refusal {
  return refusalOf({ code: 'TOO_LARGE', what, limit });
}

/** The file breaks the rules of its own format: cut off, changed on the way, or written by a careless program. */
export function damaged(): Refusal {
  return unsuitable('文件不完整或已损坏，请用 Excel 或 WPS 打开原表，另存为 .xlsx 后重新上传');
}

/** Makes the Refusal for a fault that came out of a thread. */
export function refusalOf(fault: WorkbookFault): Refusal {
  const refusal =
    fault.code === 'TOO_LARGE'
      ? refuse(fault.code, { what: fault.what, limit: fault.limit })
      : refuse(fault.code, { why: fault.why });
  faults.set(refusal, fault);
  return refusal;
}

/** The parts of a refusal made here; undefined for any other error. */
export function faultOf(error: unknown): WorkbookFault | undefined {
  return typeof error === 'object' && error !== null ? faults.get(error) : undefined;
}

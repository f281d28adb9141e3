/** 脱敏: what a screen shows of a value until somebody asks for it with a reason. Pure; the stored value is never masked. */
import { leadingArea } from '../code-tables/area-codes.ts';
import { NAME_DOT } from './name-characters.ts';
import { surnameOf } from './surnames.ts';

/** 4110**********1234: place of issue and the tail by which officials name a number. Other documents keep two and two. */
export function maskIdentityNumber(number: string): string {
  const kept = number.length >= 15 ? 4 : number.length >= 7 ? 2 : 0;
  return kept === 0 ? '*'.repeat(number.length) : keepEnds(number, kept, kept);
}

/** G4110**********1234. A G number holds the identity number, so it is masked the same way behind its letter. */
export function maskRegistrationNumber(number: string): string {
  return number.charAt(0) + maskIdentityNumber(number.slice(1));
}

/** 138****2046; of a landline the area code and the last two digits stay. */
export function maskPhone(phone: string): string {
  if (/^\d{11}$/.test(phone) && phone.startsWith('1')) return keepEnds(phone, 3, 4);
  const landline = /^(0\d{2,3}-?)(\d+)(\d{2})(-\d+)?$/.exec(phone);
  if (landline) return `${landline[1]}${'*'.repeat(landline[2]?.length ?? 0)}${landline[3]}`;
  return keepEnds(phone, Math.min(3, phone.length), Math.min(2, Math.max(0, phone.length - 3)));
}

/** 河南省长葛市***: up to the county, which is what an office needs to know; nothing where no place is recognised. */
export function maskAddress(address: string): string {
  if (address === '') return '';
  const area = leadingArea(address);
  return area ? `${address.slice(0, address.length - area.rest.length)}${area.rest === '' ? '' : '***'}` : '***';
}

/** l***@example.cn */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${email.charAt(0)}***${email.slice(at)}`;
}

/** 李**, 欧阳*, 买买提·***, John ***: the surname stays, or the first part where the name has several. */
export function maskName(name: string): string {
  const parted = /^(.+?)([·\s])/u.exec(name);
  if (parted) return `${parted[1]}${parted[2] === NAME_DOT ? NAME_DOT : ' '}***`;
  const surname = surnameOf(name);
  const given = [...name].length - [...surname].length;
  return given === 0 ? '*' : surname + '*'.repeat(given);
}

function keepEnds(text: string, head: number, tail: number): string {
  const hidden = Math.max(0, text.length - head - tail);
  return text.slice(0, head) + '*'.repeat(hidden) + text.slice(text.length - tail);
}

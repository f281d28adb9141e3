/** 照片命名: whose photo a file is, by its name: the identity number, or 学校标识码_班号_姓名 where there is none. Pure. */

export type PhotoName =
  | { by: 'NUMBER'; number: string }
  | { by: 'CLASS_AND_NAME'; schoolCode: string; classGroup: string; name: string };

/** Reads a file's name, folders and ending left aside. Undefined where it follows neither pattern. */
export function readPhotoName(fileName: string): PhotoName | undefined {
  const last = fileName.split(/[\\/]/).at(-1) ?? '';
  const stem = last.replace(/\.(jpe?g|png)$/i, '').trim();
  const number = stem.normalize('NFKC').toUpperCase();
  if (/^\d{17}[\dX]$/.test(number)) return { by: 'NUMBER', number };
  const [schoolCode, classGroup, name, ...more] = stem.split('_');
  if (!schoolCode || !classGroup || !name || more.length > 0 || !/^\d{10}$/.test(schoolCode)) return undefined;
  return { by: 'CLASS_AND_NAME', schoolCode, classGroup, name };
}

/** Is it a picture at all, or what a computer leaves beside pictures (Thumbs.db, __MACOSX)? */
export const isPhotoFile = (fileName: string): boolean =>
  /\.(jpe?g|png)$/i.test(fileName) && !/(^|\/)(__MACOSX|\.)/.test(fileName);

/** 字体: the typefaces of official papers (仿宋, 黑体, 小标宋) and what stands in for them where an installation has none. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type FontFace, readFontFile } from './font-file.ts';

/** What a text is in a paper; each role has its own order of families. */
export type TypeRole = 'body' | 'heading' | 'title';

/** Families an installation may bring, best first, and after them the one that is always there. */
const WANTED: Record<TypeRole, readonly string[]> = {
  body: ['FangSong_GB2312', '仿宋_GB2312', 'FangSong', '仿宋', 'STFangsong', '华文仿宋', 'Noto Serif SC'],
  heading: ['SimHei', '黑体', 'STHeiti', '华文黑体', 'Noto Sans SC'],
  title: ['FZXiaoBiaoSong-B05S', '方正小标宋简体', '方正小标宋_GBK', 'STZhongsong', '华文中宋', 'Noto Serif SC'],
};

/** Families that come with the product; a paper is never printed without them. */
export const OWN_FAMILIES = ['Noto Serif SC', 'Noto Sans SC'] as const;

const OWN_FACES = [
  ['@expo-google-fonts/noto-serif-sc', '400Regular'],
  ['@expo-google-fonts/noto-serif-sc', '700Bold'],
  ['@expo-google-fonts/noto-sans-sc', '400Regular'],
] as const;

/** Folders in which fonts are looked for: the product's own, then the installation's. */
export function fontFolders(ofInstallation: string | undefined): string[] {
  const { resolve } = createRequire(import.meta.url);
  const own = OWN_FACES.map(([name, weight]) => join(dirname(resolve(`${name}/package.json`)), weight));
  return ofInstallation === undefined ? own : [...own, ofInstallation];
}

/** Every face of the font files in the folders. Throws, naming the file, where one is not a readable font. */
export function readFaces(folders: readonly string[]): FontFace[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(ttf|otf|ttc)$/i.test(name))
      .sort()
      .flatMap((name) => {
        try {
          return readFontFile(join(folder, name));
        } catch (cause) {
          throw new Error(`font file cannot be read, replace or remove it: ${join(folder, name)}`, { cause });
        }
      }),
  );
}

/**
 * The families for each role: the wanted ones that are there, then every other one, so that a character is drawn
 * whenever any font at hand can draw it.
 */
export function orderFamilies(available: readonly string[]): Record<TypeRole, string[]> {
  const order = (role: TypeRole): string[] => {
    const wanted = WANTED[role].filter((family) => available.includes(family));
    return [...new Set([...wanted, ...OWN_FAMILIES, ...available])];
  };
  return { body: order('body'), heading: order('heading'), title: order('title') };
}

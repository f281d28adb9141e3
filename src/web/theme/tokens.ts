/** 设计变量: the colours of tokens.css for scripts that cannot read a style sheet, as [light, dark]. */
export const COLOURS = {
  canvas: ['#f3f4f7', '#0e1116'],
  surface: ['#ffffff', '#161a21'],
  sunken: ['#f8f9fb', '#12161c'],
  selected: ['#edeffb', '#1f2440'],
  line: ['#e3e6ec', '#282e38'],
  'line-2': ['#cdd2db', '#3a4250'],
  control: ['#858d9b', '#6f7988'],
  text: ['#1a2130', '#e7eaf0'],
  'text-2': ['#4a5464', '#b2bac6'],
  'text-3': ['#626c7b', '#8e98a7'],
  accent: ['#3b4cb8', '#5b6be0'],
  'accent-text': ['#3645ad', '#a3affa'],
  'accent-soft': ['#edeffb', '#1f2440'],
  'on-accent': ['#ffffff', '#ffffff'],
  grey: ['#4f5968', '#b4bcc8'],
  'grey-bg': ['#edeff3', '#262c36'],
  'grey-solid': ['#858d9b', '#76808f'],
  blue: ['#075a8c', '#7cc4f2'],
  'blue-bg': ['#e3f1fa', '#0f2c40'],
  'blue-solid': ['#0b78b5', '#2f9bdb'],
  amber: ['#854700', '#f2be6a'],
  'amber-bg': ['#fff2d9', '#35270f'],
  'amber-solid': ['#c77700', '#e09a2b'],
  red: ['#ad231b', '#ff9e96'],
  'red-bg': ['#fdecea', '#3c1a19'],
  'red-solid': ['#cf332a', '#ee5a50'],
  green: ['#17653a', '#7fd3a1'],
  'green-bg': ['#e4f4ea', '#12301f'],
  'green-solid': ['#218a4e', '#35ab69'],
  'cat-a': ['#5566c9', '#8391ee'],
  'cat-b': ['#9f5886', '#cf8fb6'],
  'cat-c': ['#7e879a', '#8993a6'],
  'band-1': ['#dde1ee', '#2a3148'],
  'band-2': ['#e9dfe8', '#3a2c3a'],
  'band-3': ['#dce7ea', '#23363b'],
  paper: ['#fffefa', '#e9e6dd'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export type ColourName = keyof typeof COLOURS;

/** The five meanings a state may have. Each owns a text colour, a tint and a solid; never used to decorate. */
export type Tone = 'grey' | 'blue' | 'amber' | 'red' | 'green';

/** The colour's value in one theme, for what needs a literal (the component library, a canvas). */
export function colourOf(name: ColourName, dark: boolean): string {
  return COLOURS[name][dark ? 1 : 0];
}

/** 表册样式的用语: who has laid something down, and what became of a template. Pure. */
import type { StateKind } from '../../../web/parts/state/state-icon.tsx';
import type { HeldBy, PaperStyleLine, TemplateVersion } from '../styles.api.ts';

/** Key of what is read here. */
export const STYLES = 'paper-styles';

/** 本单位2026-09-17设定; ours where nobody has said anything. */
export const heldWords = (held: HeldBy | null, ours: string): string =>
  held ? `${held.mine ? '本单位' : held.placeName}${held.on}设定（${held.byName}）` : ours;

/** What holds of a paper, in a line. */
export function lineWords({ sheet, wording, template, waiting, faults }: PaperStyleLine): string {
  const by = (held: HeldBy, what: string) => `${held.mine ? '本单位' : held.placeName}${what}`;
  const said = [
    ...(template ? [by(template, '模板')] : []),
    ...(sheet ? [by(sheet, '版面')] : []),
    ...(wording ? [by(wording, '用语')] : []),
    ...(waiting > 0 ? [`${waiting}个模板待启用`] : []),
    ...(faults > 0 ? [`模板出错${faults}次`] : []),
  ];
  return said.join('，') || '本系统样式';
}

/** The state of a version, as a chip. */
export function versionWords(one: TemplateVersion): { kind: StateKind; words: string } {
  const { state, proposedByName, proposedOn, confirmedByName, validFrom, endedByName } = one;
  const proposed = `${proposedByName}${proposedOn}提出`;
  switch (state) {
    case 'WAITING':
      return { kind: 'DUE_SOON', words: `${proposed}，待另一人启用` };
    case 'COMING':
      return { kind: 'DUE_SOON', words: `${proposed}，${confirmedByName}已批，${validFrom}起用` };
    case 'IN_FORCE':
      return { kind: 'DONE', words: `${proposed}，${confirmedByName}批准，${validFrom}起在用` };
    case 'REPLACED':
      return { kind: 'DRAFT', words: `${proposed}，已由后来的模板替换` };
    case 'ENDED':
      return { kind: 'REFUSED', words: `${proposed}，已由${endedByName}停用` };
  }
}

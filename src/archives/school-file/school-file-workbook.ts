/** 学校学籍档案工作簿: one item, or a whole year with a sheet for each of the ten and one that says what the workbook is. */
import type { Actor } from '../../access/index.ts';
import { asAuditActor, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { SCHOOL_FILE_KINDS, type SchoolFileKind } from '../../policy/index.ts';
import { type ExportSheet, writeSheets } from '../../workbooks/write-rows.ts';
import type { SchoolFileNeeds } from './closing/close-year.ts';
import type { RegisterOfChanges } from './drawing/draw-items.ts';
import { drawingOf, type ItemOfYear, itemOf, type WhichFile } from './view-school-file.ts';

const KINDS = Object.keys(SCHOOL_FILE_KINDS) as SchoolFileKind[];
/** What a sheet may be called at most. */
const LONGEST_NAME = 31;

/** All ten items where `kind` is absent. Leaves an EXPORT_SCHOOL_FILE row. Refuses as the view of the file does. */
export function exportSchoolFile(
  services: SchoolFileNeeds,
  register: RegisterOfChanges,
  actor: Actor,
  which: WhichFile & { kind?: SchoolFileKind | undefined },
): Promise<{ bytes: Uint8Array; fileName: string }> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const drawing = await drawingOf(tx, services, register, actor, which);
    const { school, year } = drawing;
    const kinds = which.kind ? [which.kind] : KINDS;
    const items: ItemOfYear[] = [];
    for (const kind of kinds) items.push(await itemOf(tx, services, drawing, kind));
    await record(tx, asAuditActor(actor), {
      ...{ action: 'EXPORT_SCHOOL_FILE', subjectKind: 'INSTITUTION', subjectId: school.id, path: school.path },
      detail: { year: year.year, items: kinds.join(' ') },
    });
    const title = `${school.name}${year.year}学年`;
    const state = stateOf(items[0]!, dayOf(tx.now));
    const sheets = items.map((one) => sheetOf(one, `${title}${SCHOOL_FILE_KINDS[one.item.kind]}`, state));
    const whole = which.kind ? [] : [contentsOf(items, `${title}学校学籍档案`, state)];
    return {
      bytes: await writeSheets([...whole, ...sheets]),
      fileName: `${title}${which.kind ? SCHOOL_FILE_KINDS[which.kind] : '学校学籍档案'}.xlsx`,
    };
  });
}

const stateOf = ({ closedOn }: ItemOfYear, today: string): string =>
  closedOn ? `${closedOn}封存的内容` : `未封存，截至${today}`;

/** 三、在校生分班名册: sheets stand in the order of the text. */
function sheetOf({ item, since }: ItemOfYear, title: string, state: string): ExportSheet {
  const name = `${KINDS.indexOf(item.kind) + 1}、${SCHOOL_FILE_KINDS[item.kind]}`.slice(0, LONGEST_NAME);
  // What came after the closing stands below what was closed, and says so.
  const after = [
    ...since.takenBack.map((row) => ['封存后撤销', ...row]),
    ...since.onlyClosed.map((row) => ['封存时有，现已不同', ...row]),
    ...since.onlyNow.map((row) => ['封存后新增或改成', ...row]),
  ];
  const columns = after.length > 0 ? ['封存后变动', ...item.columns] : item.columns;
  const kept = after.length > 0 ? item.rows.map((row) => ['', ...row]) : item.rows;
  return {
    ...{ name, titles: [title, state] },
    columns: columns.map((heading, at) => ({ heading, width: widthOf([...kept, ...after], heading, at) })),
    rows: [...kept, ...after],
  };
}

/** Wide enough for what stands in it, within reason; a Chinese sign takes two. */
const widthOf = (rows: readonly (readonly string[])[], heading: string, at: number): number =>
  Math.min(48, Math.max(10, ...rows.slice(0, 200).map((row) => (row[at] ?? '').length * 2), heading.length * 2 + 2));

const contentsOf = (items: readonly ItemOfYear[], title: string, state: string): ExportSheet => ({
  ...{ name: '目录', titles: [title, state] },
  columns: [
    { heading: '序号', width: 8 },
    { heading: '内容', width: 44 },
    { heading: '条数', width: 10, kind: 'number' },
    { heading: '封存后变动', width: 14, kind: 'number' },
  ],
  rows: items.map(({ item, since }, at) => [
    ...[String(at + 1), SCHOOL_FILE_KINDS[item.kind], item.rows.length],
    since.takenBack.length + since.onlyClosed.length + since.onlyNow.length,
  ]),
});

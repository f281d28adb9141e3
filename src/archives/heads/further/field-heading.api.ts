/** 自设项表头: what stands over the column of a field, in the grid and in the workbook. */

/** Two authorities may have set fields of one title: then the heading says whose it is. */
export const headingOf = (
  { title, setBy }: { title: string; setBy: string },
  items: readonly { title: string }[],
): string => (items.filter((one) => one.title === title).length > 1 ? `${title}（${setBy}）` : title);

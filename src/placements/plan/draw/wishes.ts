/** 同班分班: who shall sit together and who apart, joined into units that are placed as one. Pure. */

/** 同班 or 分开: a wish that the school has written down with its reason. */
export interface Wish {
  kind: 'TOGETHER' | 'APART';
  studentIds: readonly string[];
}

/** Students who are placed as one; most units are of one student. */
export interface Unit {
  studentIds: string[];
  /** Places of other units, which must not come into the same class group. */
  apart: Set<number>;
}

/** Joins students by the wishes; the order of the students is kept. Wishes about others are passed over. */
export function unitsOf(studentIds: readonly string[], wishes: readonly Wish[]): Unit[] {
  const head = new Map(studentIds.map((id) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    while (head.get(at) !== at) at = head.get(at)!;
    return at;
  };
  for (const { kind, studentIds: named } of wishes) {
    if (kind !== 'TOGETHER') continue;
    const [first, ...others] = named.filter((id) => head.has(id));
    for (const other of others) head.set(find(other), find(first!));
  }
  const units: Unit[] = [];
  const placeOf = new Map<string, number>();
  for (const id of studentIds) {
    const at = placeOf.get(find(id));
    if (at === undefined) placeOf.set(find(id), units.push({ studentIds: [id], apart: new Set() }) - 1);
    else units[at]!.studentIds.push(id);
  }
  for (const { kind, studentIds: named } of wishes) {
    if (kind !== 'APART') continue;
    const places = named.filter((id) => head.has(id)).map((id) => placeOf.get(find(id))!);
    for (const place of places) {
      for (const other of places) if (other !== place) units[place]!.apart.add(other);
    }
  }
  return units;
}

/** The first wish to keep apart that another wish to keep together contradicts. */
export function contradiction(studentIds: readonly string[], wishes: readonly Wish[]): Wish | undefined {
  const unitOf = new Map<string, number>();
  for (const [place, unit] of unitsOf(studentIds, wishes).entries()) {
    for (const id of unit.studentIds) unitOf.set(id, place);
  }
  return wishes.find(({ kind, studentIds: named }) => {
    const units = named.flatMap((id) => unitOf.get(id) ?? []);
    return kind === 'APART' && new Set(units).size < units.length;
  });
}

/** Does a placing keep the wish? */
export function isKept({ kind, studentIds }: Wish, groupOf: (studentId: string) => string | undefined): boolean {
  const groups = studentIds.flatMap((id) => groupOf(id) ?? []);
  const different = new Set(groups).size;
  return kind === 'TOGETHER' ? different <= 1 : different === groups.length;
}

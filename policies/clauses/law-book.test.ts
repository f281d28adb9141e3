/** 条款落实: every clause stands in one list at least, and no list names what does not exist. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { packs, schoolTexts, workflows } from '../index.ts';
import { articles } from './articles/index.ts';
import clauses from './clauses.json' with { type: 'json' };
import { keepings } from './coverage/index.ts';
import { lawBookOf } from './law-book.ts';

const SCHOOL = { schoolCode: '2199000001', placeCode: '990101' };
const all = [...packs, ...Object.values(schoolTexts).map((text) => text(SCHOOL))];
const book = lawBookOf(all, workflows);
const ids = new Set(clauses.map(({ id }) => id));

test('a list names clauses that exist, and no clause stands in two lists', () => {
  for (const lists of [keepings, articles]) {
    const seen = new Map<string, string>();
    for (const [subject, list] of Object.entries(lists)) {
      for (const id of Object.keys(list)) {
        assert.ok(ids.has(id), `${subject}: ${id} is no clause`);
        assert.equal(seen.get(id), undefined, `${id} stands in ${seen.get(id)} and in ${subject}`);
        seen.set(id, subject);
      }
    }
  }
});

test('what is cited by workflows and duties exists', () => {
  for (const { id, clauses: cited = [] } of workflows) {
    for (const clause of cited) assert.ok(ids.has(clause), `workflow ${id} cites ${clause}, which is no clause`);
  }
  for (const { duties } of all) {
    for (const { id, basis } of duties) {
      assert.ok(basis.clauses.length > 0, `duty ${id} cites no clause`);
      for (const clause of basis.clauses) assert.ok(ids.has(clause), `duty ${id} cites ${clause}, which is no clause`);
    }
  }
});

test('what is said to be later work or not computable is not executed, and a place in the product exists', () => {
  const state = new Map(book.map((entry) => [entry.id, entry.state]));
  for (const list of Object.values(keepings)) {
    for (const [id, kept] of Object.entries(list)) {
      if (kept.as === 'RECORD')
        assert.ok(existsSync(new URL(`../../${kept.where}`, import.meta.url)), `${id}: ${kept.where}`);
      else assert.equal(state.get(id), kept.as, `${id} is listed as ${kept.as} and yet ${state.get(id)}`);
    }
  }
});

test("every clause is in somebody's list, and says in one sentence of our own what it asks", () => {
  assert.deepEqual(
    book.filter(({ state }) => state === 'UNLISTED').map(({ id }) => id),
    [],
  );
  assert.deepEqual(
    book.filter(({ says }) => !says).map(({ id }) => id),
    [],
  );
});

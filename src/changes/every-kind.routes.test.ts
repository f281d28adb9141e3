/** 各类异动各地: whatever the law of a place names as steps, there is a table for it, and the answer is one in words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCentreSchool, anAuthority, aSchool } from '../../tests/builders.ts';
import { aDesk, aTown, changeTowns, type Town } from '../../tests/change-desks.ts';
import type { ChangePreview, KindsForStudent } from './changes.api.ts';
import type { FormFieldView, FormValues } from './form/form.api.ts';

const { app, shanxi, shanxiSenior, sichuan, sichuanSenior, henan } = await changeTowns();
const centre = await aCentreSchool(app, { under: await anAuthority(app, { placeCode: '130283' }) });
const hebei = await aTown(app, {
  ...{ school: await aSchool(app, { under: centre }), deciders: [await aDesk(app, centre)] },
  ...{ grade: 4, bornOn: '2016-05-12' },
});
const towns = { shanxi, shanxiSenior, sichuan, sichuanSenior, henan, hebei };

/** Fills in what is required, each choice in turn as `pick` says. */
function filled(fields: readonly FormFieldView[], pick: number): FormValues {
  return Object.fromEntries(
    fields.map((field): [string, FormValues[string]] => {
      const { key, kind, options } = field;
      if (kind === 'CHOICE') return [key, options[pick % options.length]!.code];
      if (kind === 'CHOICES') return [key, options.map(({ code }) => code)];
      if (kind === 'FLAG') return [key, pick % 2 === 0];
      if (kind === 'DAY') return [key, '2026-10-08'];
      return [key, kind === 'NUMBER' ? 2 : '某地'];
    }),
  );
}

for (const [name, town] of Object.entries(towns)) {
  test(`${name}: every kind that fits is answered with findings and parties, or refused in a sentence`, async () => {
    const student = await (town as Town).student();
    const { registrar } = town.school;
    const { body } = await registrar.get<KindsForStudent>(`/api/changes/kinds?studentId=${student}`);
    const fitting = body.kinds.filter(({ unfit }) => unfit === null);
    assert.ok(fitting.length >= 4, fitting.map(({ title }) => title).join());
    let answered = 0;
    for (const { kind, fields } of fitting) {
      for (const pick of [0, 1, 2, 3]) {
        const change = { studentId: student, kind, form: filled(fields, pick) };
        const answer = await registrar.post<ChangePreview>('/api/changes/previews', change);
        assert.ok(answer.status === 200 || [400, 404, 409, 422].includes(answer.status), `${kind} ${answer.text}`);
        if (answer.status !== 200) {
          assert.match(answer.detail ?? '', /[\u4e00-\u9fff]{4}/);
          continue;
        }
        answered += 1;
        assert.equal(answer.body.steps[0]?.institutionName, town.school.at.name);
        assert.ok(
          answer.body.steps.every(({ institutionName }) => institutionName !== ''),
          kind,
        );
      }
    }
    assert.ok(answered >= fitting.length, `${answered}`);
  });
}

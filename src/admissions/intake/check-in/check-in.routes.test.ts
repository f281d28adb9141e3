/** 报到: who comes, who comes later, and what becomes of whoever does not come, by stage and by the law of the place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ordinaryJuniorSchool } from '../../../../policies/schools/ordinary-junior-school/pack.ts';
import { testApplication } from '../../../../tests/application.ts';
import { act, admitted, aRollDesk, numberOf, type RollDesk, rollOf } from '../../../../tests/roll-desk.ts';
import type { RollEntryView, RollItem } from '../roll/roll.api.ts';
import type { NoShows } from './check-in.api.ts';


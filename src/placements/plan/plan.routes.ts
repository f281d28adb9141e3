/** 分班方案接口: drawing up, adjusting and putting forward a plan, and the board for whoever reviews it. */
import { z } from 'zod';
import { type Actor, type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import type { CaseEngine } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { stageShape } from '../placements.api.ts';
import { adjustPlan, discardPlan, drawTeachers, lockForChange, setWishes, undoAdjustment } from './change-plan.ts';
import type { ClassPlan } from './class-plan.ts';
import { makePlan, redraw } from './make-plan.ts';
import { planLinesShape, planShape, wishShape } from './plan.api.ts';
import { listPlanSeats } from './plan.store.ts';
import { submitPlan } from './submit-plan.ts';
import { viewPlan, viewPlans } from './view-plan.ts';

const READERS: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'],
};
const REGISTRAR: { roles: Role[]; levels: Level[] } = { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] };
const TAG = '班级';
const id = z.object({ id: z.uuid() });
const version = z.number().int().min(1).describe('所见方案的版本');
const reason = z.string().trim().min(2, '请写明理由，不少于2个字').max(200);

/** Everything about plans of placing; the case itself is decided like every other. */
export function planRoutes(services: Services, engine: CaseEngine): Route[] {
  const { db } = services;
  const view = (tx: Transaction, actor: Actor, planId: string) => viewPlan(tx, services, engine, actor, planId);

  /** One act on a plan that lies with the school; answers with the board as it then is. */
  const act = <Body extends { version: number }>(
    [method, path, title]: ['POST' | 'PUT', string, string],
    body: z.ZodType<Body>,
    work: (tx: Transaction, actor: Actor, plan: ClassPlan, body: Body) => Promise<unknown>,
  ): Route =>
    route({
      method,
      path: `/api/class-plans/:id/${path}`,
      tag: TAG,
      title,
      who: REGISTRAR,
      params: id,
      body,
      answer: planShape,
      ...(method === 'POST' ? { idempotent: true as const } : {}),
      handle: ({ actor, params, body: given }) =>
        db.write(scopeOf(actor), async (tx) => {
          const plan = await lockForChange(tx, { planId: params.id, version: given.version }, title);
          await work(tx, actor, plan, given);
          return view(tx, actor, plan.id);
        }),
    });

  return [
    route({
      method: 'GET',
      path: '/api/schools/:id/class-plans',
      tag: TAG,
      title: '看分班方案一览',
      who: READERS,
      params: id,
      answer: planLinesShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewPlans(tx, actor, params.id)),
    }),
    route({
      method: 'GET',
      path: '/api/class-plans/:id',
      tag: TAG,
      title: '看分班方案',
      who: READERS,
      params: id,
      answer: planShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => view(tx, actor, params.id)),
    }),
    route({
      method: 'POST',
      path: '/api/schools/:id/class-plans',
      tag: TAG,
      title: '拟定分班方案',
      who: REGISTRAR,
      params: id,
      body: z.object({
        stage: stageShape,
        grade: z.number().int().min(1).max(12),
        intakeYear: z.number().int().min(1980).max(2200),
        classGroupIds: z.array(z.uuid()).min(1).max(100).optional(),
        results: z
          .array(z.object({ studentId: z.uuid(), result: z.number().min(0).max(10_000) }))
          .max(5000)
          .optional(),
      }),
      answer: planShape,
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) =>
          view(tx, actor, await makePlan(services, tx, actor, { schoolId: params.id, ...body })),
        ),
    }),
    act(['POST', 'draws', '重新随机均衡'], z.object({ version, reason }), (tx, actor, plan, given) =>
      redraw(services, tx, actor, plan, given.reason),
    ),
    act(
      ['POST', 'adjustments', '人工调整'],
      z.object({ version, studentId: z.uuid(), toClassGroupId: z.uuid(), reason }),
      (tx, actor, plan, given) => adjustPlan(services, tx, actor, plan, given),
    ),
    act(['POST', 'adjustments/undo', '撤销人工调整'], z.object({ version }), (tx, actor, plan) =>
      undoAdjustment(tx, actor, plan),
    ),
    act(
      ['PUT', 'wishes', '约定同班分开'],
      z.object({ version, wishes: z.array(wishShape).max(200) }),
      (tx, actor, plan, given) => setWishes(tx, actor, plan, given.wishes),
    ),
    act(['POST', 'teacher-draw', '班主任抽签'], z.object({ version }), (tx, actor, plan) =>
      drawTeachers(services, tx, actor, plan),
    ),
    act(
      ['POST', 'submission', '提交分班方案'],
      z.object({ version, opinion: z.string().trim().max(500).optional() }),
      async (tx, actor, plan, given) => {
        const students = (await listPlanSeats(tx, plan.id)).length;
        return submitPlan(services, engine, tx, actor, { plan, students, opinion: given.opinion });
      },
    ),
    act(['POST', 'discard', '作废分班方案'], z.object({ version, reason }), (tx, actor, plan, given) =>
      discardPlan(tx, actor, plan, given.reason),
    ),
  ];
}

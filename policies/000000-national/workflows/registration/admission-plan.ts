/** 招生计划: an authority sets the plans of its schools; one person draws them up, another signs. */
import { workflow } from '../../../../src/workflow/index.ts';

export const admissionPlan = workflow({
  id: 'admission-plan',
  kind: 'ADMISSION_PLAN',
  title: '招生计划',
  clauses: ['SX-9.5', 'SX-9.6', 'SC-6.1'],
  states: {
    DRAWN_UP: { words: '拟定', holder: 'authority' },
    COMPLETED: { words: '已下达', tone: 'DONE' },
    WITHDRAWN: { words: '已撤销', tone: 'NEUTRAL' },
  },
  start: 'DRAWN_UP',
  ends: ['COMPLETED', 'WITHDRAWN'],
  steps: {
    DRAWN_UP: {
      SET: { by: 'authority', to: 'COMPLETED', label: '下达', twoPeople: true, needsLaw: true },
      WITHDRAW: { by: 'authority', to: 'WITHDRAWN', label: '撤销' },
    },
  },
  track: [{ party: 'authority', state: 'DRAWN_UP', role: '下达机关' }],
});

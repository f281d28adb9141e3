/**
 * 撤销变动: an authority that stands above every school of a completed case takes it back: one person proposes with a reason,
 * another signs. No text gives it a term; true information and one record per person are what it serves.
 */
import { workflow } from '../../../src/workflow/index.ts';

export const reversal = workflow({
  id: 'reversal',
  kind: 'REVERSAL',
  title: '撤销变动',
  clauses: ['MOE-6.2', 'MOE-6.4'],
  states: {
    DRAWN_UP: { words: '拟撤销', holder: 'authority' },
    COMPLETED: { words: '已撤销，恢复原状', tone: 'DONE' },
    WITHDRAWN: { words: '不再撤销', tone: 'NEUTRAL' },
  },
  start: 'DRAWN_UP',
  ends: ['COMPLETED', 'WITHDRAWN'],
  steps: {
    DRAWN_UP: {
      REVERSE: {
        by: 'authority',
        to: 'COMPLETED',
        label: '撤销此次变动',
        reason: 'required',
        twoPeople: true,
        needsLaw: true,
      },
      WITHDRAW: { by: 'authority', to: 'WITHDRAWN', label: '不再撤销' },
    },
  },
  track: [{ party: 'authority', state: 'DRAWN_UP', role: '撤销机关' }],
});

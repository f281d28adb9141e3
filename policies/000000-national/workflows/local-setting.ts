/** 地方设定: an authority sets what the law leaves to it; one person draws it up, another signs. */
import { workflow } from '../../../src/workflow/index.ts';

export const localSetting = workflow({
  id: 'local-setting',
  kind: 'LOCAL_SETTING',
  title: '地方设定',
  clauses: ['MOE-N2.2'],
  states: {
    DRAWN_UP: { words: '拟定', holder: 'authority' },
    COMPLETED: { words: '已生效', tone: 'DONE' },
    WITHDRAWN: { words: '已撤销', tone: 'NEUTRAL' },
  },
  start: 'DRAWN_UP',
  ends: ['COMPLETED', 'WITHDRAWN'],
  steps: {
    DRAWN_UP: {
      SET: { by: 'authority', to: 'COMPLETED', label: '发布', twoPeople: true, needsLaw: true },
      WITHDRAW: { by: 'authority', to: 'WITHDRAWN', label: '撤销' },
    },
  },
  track: [{ party: 'authority', state: 'DRAWN_UP', role: '设定机关' }],
});

/** 条文: what each clause says, in one sentence of our own, by clause id. The text itself an installation may attach. */
import admission from './admission.json' with { type: 'json' };
import conduct from './conduct.json' with { type: 'json' };
import departure from './departure.json' with { type: 'json' };
import file from './file.json' with { type: 'json' };
import graduation from './graduation.json' with { type: 'json' };
import leave from './leave.json' with { type: 'json' };
import oversight from './oversight.json' with { type: 'json' };
import registration from './registration.json' with { type: 'json' };
import transfer from './transfer.json' with { type: 'json' };

/** By subject, as the coverage lists are. */
export const articles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  admission,
  registration,
  transfer,
  leave,
  departure,
  conduct,
  graduation,
  file,
  oversight,
};

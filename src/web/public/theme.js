/** 明暗: a remembered choice takes effect before the first paint; theme-choice.ts writes it. */
try {
  const kept = JSON.parse(localStorage.getItem('xueji:theme') ?? '"system"');
  if (kept === 'light' || kept === 'dark') document.documentElement.dataset.theme = kept;
} catch {
  // Storage closed by policy, or a value that is not ours: the system's choice stands.
}

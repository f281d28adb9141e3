/** 结论用语: what the banner says, fit for every question, whether something is asked for or only checked. */
import type { DecisionView } from '../../regulations.api.ts';

/** 转入地规定 */
export const sideWords = (side: 'SENDING' | 'RECEIVING'): string => (side === 'SENDING' ? '转出地规定' : '转入地规定');

/** The head of the banner, and at most three sentences of why and what cures it. */
export function verdictWords({ title, verdict, findings }: Pick<DecisionView, 'title' | 'verdict' | 'findings'>): {
  head: string;
  reasons: string[];
} {
  const against = findings.filter((finding) => finding.verdict === verdict);
  const reasons = against.map(({ sentence, remedy }) => (remedy ? `${sentence}：${remedy}` : sentence));
  const said = reasons.length > 3 ? [...reasons.slice(0, 2), `另有${reasons.length - 2}项，见依据`] : reasons;
  if (verdict === 'REFUSE') return { head: `${title}：不符合规定`, reasons: said };
  if (verdict === 'DISCRETIONARY') {
    const who = [...new Set(against.flatMap(({ letThroughBy }) => letThroughBy ?? []))].join('、');
    return { head: `${title}：与一般规定不合，${who || '学籍主管部门'}可酌情准许`, reasons: said };
  }
  if (findings.length === 0) return { head: `${title}：没有查到限制此事的规定`, reasons: [] };
  return { head: `${title}：符合规定`, reasons: [] };
}

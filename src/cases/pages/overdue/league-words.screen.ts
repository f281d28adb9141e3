/** 通报说法: months and rates as the league table writes them. */

/** 12.5%; one digit after the point where it says something. */
export const rateWords = (rate: number): string => `${Math.round(rate * 1000) / 10}%`;

/** 2026年10月. */
export function monthWords(month: string): string {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
}

/** The month of a day and the eleven before it, latest first: 2026-10. */
export function monthsUpTo(today: string): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: 12 }, (_, back) => {
    const count = year * 12 + month - 1 - back;
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  });
}

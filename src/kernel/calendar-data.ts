/** 放假调休安排: what the State Council has published for each year, as it was printed: days off and days worked instead. */

/** One year's notice. Days are `MM-DD`, a run of days `MM-DD..MM-DD`, inside the year itself. */
export interface CalendarYear {
  year: number;
  /** 文号 of the notice, for whoever checks the table against it. */
  notice: string;
  /** Days off, the weekends inside a run included. */
  off: readonly string[];
  /** Weekend days that are worked (调休上班). */
  worked: readonly string[];
}

/** New notices come out each November; the authority's own entry of a year has the same form. */
export const PUBLISHED_YEARS: readonly CalendarYear[] = [
  {
    year: 2020,
    notice: '国办发明电〔2019〕16号、国办发明电〔2020〕1号', // the second one lengthened the Spring Festival
    off: ['01-01', '01-24..02-02', '04-04..04-06', '05-01..05-05', '06-25..06-27', '10-01..10-08'],
    worked: ['01-19', '04-26', '05-09', '06-28', '09-27', '10-10'],
  },
  {
    year: 2021,
    notice: '国办发明电〔2020〕27号',
    off: [
      ...['01-01..01-03', '02-11..02-17', '04-03..04-05', '05-01..05-05'],
      ...['06-12..06-14', '09-19..09-21', '10-01..10-07'],
    ],
    worked: ['02-07', '02-20', '04-25', '05-08', '09-18', '09-26', '10-09'],
  },
  {
    year: 2022,
    notice: '国办发明电〔2021〕11号',
    off: [
      ...['01-01..01-03', '01-31..02-06', '04-03..04-05', '04-30..05-04'],
      ...['06-03..06-05', '09-10..09-12', '10-01..10-07'],
    ],
    worked: ['01-29', '01-30', '04-02', '04-24', '05-07', '10-08', '10-09'],
  },
  {
    year: 2023,
    notice: '国办发明电〔2022〕16号',
    off: ['01-01..01-02', '01-21..01-27', '04-05', '04-29..05-03', '06-22..06-24', '09-29..10-06'],
    worked: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
  },
  {
    year: 2024,
    notice: '国办发明电〔2023〕7号',
    off: ['01-01', '02-10..02-17', '04-04..04-06', '05-01..05-05', '06-10', '09-15..09-17', '10-01..10-07'],
    worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  {
    year: 2025,
    notice: '国办发明电〔2024〕12号',
    off: ['01-01', '01-28..02-04', '04-04..04-06', '05-01..05-05', '05-31..06-02', '10-01..10-08'],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  {
    year: 2026,
    notice: '国办发明电〔2025〕7号',
    off: [
      ...['01-01..01-03', '02-15..02-23', '04-04..04-06', '05-01..05-05'],
      ...['06-19..06-21', '09-25..09-27', '10-01..10-07'],
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
];

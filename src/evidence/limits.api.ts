/** 交件限度: what page and server both must know before a file is sent. */

/** What is handed in beside what the law asks for. */
export const OTHER = 'OTHER';

/** The largest file that is taken in. */
export const PAPER_BYTES = 15 * 2 ** 20;

/** The papers of one case that count at a time. */
export const MOST_PAPERS = 40;

/** Endings of what can be handed in; a phone that takes other pictures turns them into one of these by itself. */
export const PAPER_ENDINGS = ['.jpg', '.jpeg', '.png', '.webp', '.pdf'] as const;

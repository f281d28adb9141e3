/** 看一份材料: for other features whose papers are no papers of a case. */
export { ShownPaper, type ShownPaperProps } from './viewer/paper-viewer.tsx';

import './evidence.css';

import { listLimits } from '../table.js';

/** How the texts of a workbook are read. What is struck out no longer holds. */
export const textLimits = { ...listLimits, unstruck: true };

import type { ReactNode } from 'react';
import type { Question } from '../../../contract/runbook';

/** What every kind of field gets. */
export interface FieldProps {
  question: Question;
  value: string;
  /** Shown under the field; undefined while there is none. */
  problem: string | undefined;
  /** The button that tries the answer, to be drawn beside the field; null for none. */
  test: ReactNode;
  change(value: string): void;
  leave(): void;
}

import type { Question } from '../../../contract/runbook';

/** What every kind of field gets. */
export interface FieldProps {
  question: Question;
  value: string;
  /** Shown under the field; undefined while there is none. */
  problem: string | undefined;
  change(value: string): void;
  leave(): void;
}

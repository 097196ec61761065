import { afterAll } from 'vitest';
import {
  openPracticeApplication,
  type PracticeApplication,
  type PracticeApplicationOptions,
} from './practice-application';

/** Opens practice servers for the tests of one file, and removes them all when these are over. */
export function openForFile() {
  const opened: PracticeApplication[] = [];
  afterAll(() => {
    for (const one of opened) one.remove();
  });
  return async (
    scenario: Readonly<Record<string, unknown>>,
    options: PracticeApplicationOptions = {},
  ): Promise<PracticeApplication> => {
    const one = await openPracticeApplication(scenario, options);
    opened.push(one);
    return one;
  };
}

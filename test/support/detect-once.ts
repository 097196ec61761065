import type { ServerFacts } from '../../contract/facts';
import { detect, PLAIN_LOOK } from '../../main/detection/detect';
import type { ToolRunner } from '../../main/host/ports';
import { createServer } from '../../main/host/server';
import { scenarios } from '../../practice';
import { openPracticeApplication } from './practice-application';

export interface Look {
  facts: ServerFacts;
  /** The programs that were started, in order. */
  programs: string[];
  seconds: number;
}

/** Looks at the practice server of a scenario once, as the Overview does. */
export async function detectOnce(scenario: string): Promise<Look> {
  const found = scenarios.find(({ id }) => id === scenario);
  if (!found) throw new Error(`There is no scenario ${scenario}.`);
  const programs: string[] = [];
  const around = (tools: ToolRunner): ToolRunner => ({
    run(spec) {
      programs.push(spec.file);
      return tools.run(spec);
    },
  });
  let host: Parameters<typeof createServer>[0] | null = null;
  const { remove } = await openPracticeApplication(found, {
    around,
    change(plain) {
      host = plain;
      return plain;
    },
  });
  try {
    if (host === null) throw new Error('The practice server was not opened.');
    const server = createServer(host);
    programs.length = 0;
    const begun = performance.now();
    const facts = await detect(server, PLAIN_LOOK);
    const seconds = (performance.now() - begun) / 1000;
    if (!facts.ok) throw new Error(facts.problem.what);
    return { facts: facts.value, programs, seconds };
  } finally {
    remove();
  }
}

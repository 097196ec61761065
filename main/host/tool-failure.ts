import { type Collected, describeEnd } from './collect';

/**
 * What a tool that failed tells of it, one line each and never none: its own words, and how it
 * ended where that was not by itself.
 */
export function failureWords({ end, output, error }: Collected): string[] {
  const said = `${output}\n${error}`
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const system = end.kind === 'notStarted' ? [end.message] : [];
  return end.kind === 'exited' && said.length > 0 ? said : [...said, ...system, describeEnd(end)];
}

/**
 * Whether a line that psm printed has these fields; of a number at least so much.
 * @param {Readonly<Record<string, unknown>>} line
 * @param {Readonly<Record<string, string | number>>} moment
 */
export function isMoment(line, moment) {
  return Object.entries(moment).every(([name, value]) =>
    typeof value === 'number' ? Number(line[name]) >= value : line[name] === value,
  );
}

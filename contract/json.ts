/** What a text holds as JSON; null when it is none: a file that a crash cut short is no record. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

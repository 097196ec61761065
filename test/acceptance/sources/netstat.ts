const LISTENING = /^\s*TCP\s+\S+:(\d+)\s+(?:0\.0\.0\.0|\[::\]):0\s/gm;

/**
 * Ports that somebody listens on, from `netstat -ano`: rows whose other side is nobody. The word
 * for the state is in the language of Windows and is not read. Ascending, each once.
 * Source: learn.microsoft.com, netstat.
 */
export function parseListening(text: string): number[] {
  const ports = [...text.matchAll(LISTENING)].map((match) => Number(match[1]));
  return [...new Set(ports)].sort((a, b) => a - b);
}

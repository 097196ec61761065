/** Bytes in the unit an admin reads on the server: powers of 1,024, as Windows shows them. */
export function size(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value >= 10 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** A speed: "1.2 MB/s". */
export const rate = (bytesPerSecond: number): string => `${size(bytesPerSecond)}/s`;

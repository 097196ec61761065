import { say } from './say.mjs';

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * Says the median with the lowest and the highest value, and returns the median.
 * @param {string} label @param {readonly number[]} values @param {string} unit
 */
export function figure(label, values, unit) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  say(`${label}: ${median(values).toFixed(1)} ${unit} (${low.toFixed(1)} to ${high.toFixed(1)})`);
  return median(values);
}

export { rate, size } from '../../../contract/text/size';

/** A count with its noun: "1 step", "3 steps". */
export const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A duration that lies ahead, as honest as it can be known: "about 5 minutes". */
export function aboutDuration(seconds: number): string {
  if (seconds < 45) return 'less than a minute';
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 90) return `about ${plural(minutes, 'minute')}`;
  return `about ${plural(Math.round(minutes / 60), 'hour')}`;
}

/** A usual duration where room is scarce: "20 min". */
export function shortDuration(seconds: number): string {
  return seconds < 45 ? 'under 1 min' : `${Math.max(1, Math.round(seconds / 60))} min`;
}

/** A duration that was measured: "2 min 10 s". */
export function exactDuration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A part of a hundred: "42%". */
export const percent = (value: number) => `${Math.round(value)}%`;

/** Both ends of a fingerprint, enough to tell two apart by eye. */
export const shortFingerprint = (fingerprint: string) =>
  fingerprint.length <= 20 ? fingerprint : `${fingerprint.slice(0, 8)}…${fingerprint.slice(-8)}`;

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** A day in words, the text itself when it is no date. */
export const dateText = (iso: string) => formatted(day, iso);

/** Day and time in words, the text itself when it is no date. */
export const momentText = (iso: string) => formatted(moment, iso);

/** The time of day, the text itself when it is no date. */
export const timeText = (iso: string) => formatted(time, iso);

function formatted(format: Intl.DateTimeFormat, iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : format.format(date);
}

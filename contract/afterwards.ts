import type { OperationState } from './operation';

const clock = (time: Date) =>
  [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');

/**
 * What is to be known or done once an operation is done, with the local time of day where it takes
 * some; none for one that did not end well.
 */
export function afterwardsOf({ status, closedAt, plan }: OperationState): string[] {
  if (status !== 'done') return [];
  const end = closedAt === null ? Date.now() : Date.parse(closedAt);
  return (plan.body.afterwards ?? []).map(({ text, minutes }) =>
    text.replace('{time}', clock(new Date(end + minutes * 60_000))),
  );
}

/** Number of letters to add, take away or change to make one name of the other. */
function distance(from: string, to: string): number {
  let before = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    const now = [row + 1];
    for (const [column, other] of [...to].entries()) {
      now.push(
        Math.min(
          (now[column] ?? 0) + 1,
          (before[column + 1] ?? 0) + 1,
          (before[column] ?? 0) + (letter === other ? 0 : 1),
        ),
      );
    }
    before = now;
  }
  return before.at(-1) ?? 0;
}

/** The known name that is most like this one, whatever its case; the first of equals. */
export function nearestName(name: string, known: readonly string[]): string | null {
  const wanted = name.toLowerCase();
  const ranked = known.map((one) => ({ one, far: distance(wanted, one.toLowerCase()) }));
  return ranked.sort((a, b) => a.far - b.far)[0]?.one ?? null;
}

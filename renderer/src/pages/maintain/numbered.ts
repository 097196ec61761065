/** Items with their place, from 1: the same text may stand there twice, its place tells it apart. */
export const numbered = <T>(items: readonly T[]) =>
  items.map((item, index) => ({ item, number: index + 1 }));

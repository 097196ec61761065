import { Pair, Pairs } from '../components/Pairs';

interface FilledPairsProps {
  pairs: readonly { name: string; value: string }[];
  isQuiet?: boolean;
}

/** Names and values beneath each other; what has no value is left out. */
export function FilledPairs({ pairs, isQuiet }: FilledPairsProps) {
  return (
    <Pairs isAligned isQuiet={isQuiet}>
      {pairs
        .filter(({ value }) => value !== '')
        .map(({ name, value }) => (
          <Pair key={name} name={name}>
            {value}
          </Pair>
        ))}
    </Pairs>
  );
}

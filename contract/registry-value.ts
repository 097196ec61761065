/** One value as `reg export` writes it. Numbers are decimal text; lists are joined by line feeds. */
export interface RegistryValue {
  type: 'text' | 'expandable' | 'list' | 'number' | 'bytes';
  text: string;
}

type Values = ReadonlyMap<string, RegistryValue> | undefined;

/**
 * The text of a value that programs read as text; null when it is not there or of another type,
 * which a program that wants text can't use either. `name` is in lower case.
 */
export function textValue(values: Values, name: string): string | null {
  const value = values?.get(name);
  return value?.type === 'text' || value?.type === 'expandable' ? value.text : null;
}

/** The same for a number, in decimal text. */
export function numberValue(values: Values, name: string): string | null {
  const value = values?.get(name);
  return value?.type === 'number' ? value.text : null;
}

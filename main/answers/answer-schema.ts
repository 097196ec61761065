import type { Procedure, Question } from '../../contract/runbook';
import { text } from '../../contract/text/answers';
import { PROCEDURE_KEY, SCHEMA_KEY } from './read-answers';

const words = text.schema;

type Schema = Readonly<Record<string, unknown>>;

/** The name of the schema's file, as answer files name it. */
export const schemaFileName = ({ name }: Pick<Procedure, 'name'>): string =>
  `${name}.answers.schema.json`;

const SWITCH: Schema = { enum: [true, false, 'yes', 'no'] };
/** Every number that is asked for is a port. */
const PORT: Schema = {
  type: ['integer', 'string'],
  minimum: 1,
  maximum: 65_535,
  pattern: '^[1-9][0-9]{0,4}$',
};

function valueSchema({ kind, choices }: Question): Schema {
  const values = choices.map(({ value }) => value);
  switch (kind) {
    case 'toggle':
    case 'terms':
      return SWITCH;
    case 'number':
      return PORT;
    case 'choice':
      // Choices may be what was found on a server; where nothing was found, anything may be right.
      return values.length === 0 ? { type: 'string' } : { type: 'string', enum: values };
    default:
      return values.length === 0 ? { type: 'string' } : { type: 'string', examples: values };
  }
}

function describe({ hint, onlyWhen }: Question): string {
  const when = onlyWhen ? words.onlyWhen(onlyWhen.name, onlyWhen.in.join(words.or)) : '';
  return [hint, when].filter((part) => part !== '').join(' ');
}

/** The JSON Schema (2020-12) of the answer files of a procedure, for editors and other tools. */
export function answerSchema(procedure: Procedure): Schema {
  const { questions } = procedure;
  const secrets = questions.filter(({ kind }) => kind === 'secret');
  const open = questions.filter(({ kind }) => kind !== 'secret');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaFileName(procedure),
    title: words.title(procedure.title),
    description: words.description,
    type: 'object',
    properties: {
      [SCHEMA_KEY]: { type: 'string', description: words.itself },
      [PROCEDURE_KEY]: { const: procedure.name, description: words.procedure },
      ...Object.fromEntries(
        open.map((question) => [
          question.name,
          { title: question.label, description: describe(question), ...valueSchema(question) },
        ]),
      ),
    },
    additionalProperties: false,
    ...(secrets.length === 0
      ? {}
      : { not: { anyOf: secrets.map(({ name }) => ({ required: [name] })) } }),
  };
}

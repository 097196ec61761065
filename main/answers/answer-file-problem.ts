import { text } from '../../contract/text/answers';

/** A place in a file, both counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Why an answer file was refused. Its words name names and places, never values. */
export class AnswerFileProblem extends Error {
  override readonly name = 'AnswerFileProblem';
  /** What is wrong, without the place. */
  readonly problem: string;
  /** Where it is wrong; null when the file as a whole is. */
  readonly line: number | null;
  readonly column: number | null;

  constructor(problem: string, place: Place | null) {
    super(place === null ? problem : text.at(place.line, place.column, problem));
    this.problem = problem;
    this.line = place?.line ?? null;
    this.column = place?.column ?? null;
  }
}

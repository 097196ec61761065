export { AnswerFileProblem } from './answer-file-problem';
export { answerSchema, schemaFileName } from './answer-schema';
export { readAnswers } from './read-answers';
export { writeAnswers } from './write-answers';

const words = {
  ENOENT: 'no such file or directory',
  EBUSY: 'resource busy or locked',
  EACCES: 'permission denied',
  ENOSPC: 'no space left on device',
  EISDIR: 'illegal operation on a directory',
  ENOTDIR: 'not a directory',
  EINVAL: 'invalid argument',
  EXDEV: 'cross-device link not permitted',
} as const;

export type FileErrorCode = keyof typeof words;

/** The error Node gives on Windows for that operation on that path of the server. */
export class FileError extends Error {
  readonly code: FileErrorCode;
  readonly syscall: string;
  readonly path: string;

  constructor(code: FileErrorCode, operation: string, path: string) {
    super(`${code}: ${words[code]}, ${operation} '${path}'`);
    this.name = 'FileError';
    this.code = code;
    this.syscall = operation;
    this.path = path;
  }
}

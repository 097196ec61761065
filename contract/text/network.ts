/** What this program says of a connection, beside the words of the system. */
export const networkText = {
  noAnswer: (seconds: number) => `no answer within ${seconds} s`,
  closedUnanswered: 'the connection was closed without an answer',
  otherTls: 'what answers there speaks another version of TLS than 1.2',
  notTls: 'what answers there does not speak TLS',
  certificateUnreadable: (why: string) => `its certificate could not be read: ${why}`,
  noTls: (why: string) => `no TLS 1.2 came about: ${why}`,
} as const;

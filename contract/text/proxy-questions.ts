/** Words of the questions about a proxy that every procedure asks alike. */
export const proxyQuestionsText = {
  address: {
    label: 'Proxy address',
    hint: 'In the form http://proxy.contoso.com, in lower case and without a port.',
  },
  port: { label: 'Proxy port', hint: 'For example 8080.' },
  signInLabel: 'The proxy asks for a user and a password',
  user: { label: 'Proxy user', hint: 'For example CONTOSO\\svc-proxy.' },
  passwordLabel: 'Proxy password',
};

import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import { useEffect } from 'react';
import { followOperations, useOperations } from '../state/operations';
import { followServer, useServer } from '../state/server';
import { followEndedTasks } from '../wizard/tasks';
import { Frame } from './Frame';
import { useTheme } from './theme';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

/** The whole page: theme, styles, and the stores kept up with main. */
export function App() {
  const theme = useTheme();
  useEffect(() => {
    const endings = [followServer(), followOperations(), followEndedTasks()];
    void useServer.getState().load();
    void useOperations.getState().load();
    return () => {
      for (const end of endings) end();
    };
  }, []);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={theme}>
        <Frame />
      </FluentProvider>
    </RendererProvider>
  );
}

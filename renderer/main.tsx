import './styles/fonts.css';
import './styles/mantine.css';
import './styles/tokens.css';
import './styles/ground.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/verdicts.css';
import './styles/bars.css';
import './styles/shell.css';
import './styles/demo.css';
import './styles/why.css';
import { MantineProvider } from '@mantine/core';
import { type ReactNode, StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { App, Waiting } from './app/app.tsx';
import { LanguageProvider } from './app/language.tsx';
import { type AgentClient, openAgentClient } from './client.ts';
import { resolveVariables, theme } from './theme.ts';

// Asked for at once: the desktop hands its port over as soon as the page stands.
const opening = openAgentClient();

function Ground({ children }: { readonly children: ReactNode }) {
  return (
    <StrictMode>
      <LanguageProvider>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={resolveVariables}
          defaultColorScheme="auto"
          getStyleNonce={findStyleNonce}
        >
          {children}
        </MantineProvider>
      </LanguageProvider>
    </StrictMode>
  );
}

/** The page's nonce, by which the content security policy admits the theme's own style element. */
function findStyleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

function Opening() {
  const [client, setClient] = useState<AgentClient | null>(null);
  useEffect(() => {
    void opening.then((opened) => setClient(() => opened));
  }, []);
  return client === null ? <Waiting isLost={false} /> : <App client={client} />;
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <Ground>
    <Opening />
  </Ground>,
);

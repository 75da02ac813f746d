import "@fontsource-variable/inter";
import "@fontsource-variable/source-serif-4";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/print.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { App } from "./app/app.tsx";
import { CrashScreen, FailedToOpen } from "./app/crash-screen.tsx";
import { connectShell } from "./shell/connect-shell.ts";
import { useConnection } from "./state/connection.ts";
import { createQueryClient, RequestProvider } from "./state/requests.tsx";
import { messageOf } from "./state/use-command.ts";
import { connectTransport } from "./transport/connect.ts";
import { createRequest } from "./transport/request.ts";

async function start(): Promise<void> {
  const container = document.querySelector("#root");
  if (container === null) {
    throw new Error("the page has no root element");
  }
  const root = createRoot(container);
  try {
    const transport = await connectTransport();
    transport.onConnection((connection) => useConnection.setState({ connection }));
    root.render(
      <StrictMode>
        <CrashScreen>
          <RequestProvider
            client={createQueryClient()}
            request={createRequest(transport)}
            onChange={(listener) => {
              const stopChanges = transport.onChange(listener);
              const stopResync = transport.onResync(() => listener(null));
              return () => {
                stopChanges();
                stopResync();
              };
            }}
          >
            <App shell={connectShell(transport)} />
          </RequestProvider>
        </CrashScreen>
      </StrictMode>,
    );
  } catch (error) {
    root.render(<FailedToOpen message={messageOf(error)} />);
  }
}

void start();

import { contractSuite } from "#core/testing/contract-suite";

import { startTestHost } from "./testing/test-host.ts";

contractSuite("the browser host", { hasPages: true }, async () => {
  const { request, listen, close } = await startTestHost();
  return { request, listenElsewhere: listen, close };
});

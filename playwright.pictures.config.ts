import { defineConfig } from "@playwright/test";

import base from "./playwright.config.ts";

/** `npm run pictures`: takes the pictures of the README from the built product. */
export default defineConfig({
  ...base,
  testDir: "e2e/pictures",
  projects: [{ name: "pictures", testMatch: /.*\.pictures\.ts/u }],
  use: { ...base.use, trace: "off", screenshot: "off" },
});

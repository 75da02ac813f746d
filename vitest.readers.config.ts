import { defineConfig } from "vitest/config";

/** Other programs read the exports: needs LibreOffice, pdftotext and a Chromium, and skips what is not there. */
export default defineConfig({ test: { include: ["src/**/*.check.ts"] } });

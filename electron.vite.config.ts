import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

export default defineConfig({
  main: {
    build: {
      sourcemap: true,
      rollupOptions: {
        input: {
          index: "src/main/index.ts",
          "browser-host": "src/browser-host/index.ts",
          cli: "src/cli/index.ts",
          "core-thread": "src/core/core-thread.ts",
          "verify-child": "src/core/store/verify-child.ts",
        },
        output: {
          format: "es",
          entryFileNames: "[name].js",
          // Beside the entries: code finds the page, its thread and the samples by steps from its own folder.
          chunkFileNames: "[name]-[hash].js",
        },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { index: "src/preload/index.ts" },
        // A sandboxed preload script is loaded as CommonJS.
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "src/renderer",
    plugins: [react()],
    build: {
      target: "chrome140",
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      minify: true,
      chunkSizeWarningLimit: 4_000, // it comes from this machine
      // Whose work the page contains, shipped beside it.
      license: { fileName: "third-party-licences.md" },
      rollupOptions: {
        input: "src/renderer/index.html",
        output: {
          // zod tries `new Function` while it loads, which the page's policy refuses and reports; this
          // is what z.config({ jitless: true }) sets, and it has to be there before zod is.
          intro: "globalThis.__zod_globalConfig ??= { jitless: true };",
        },
      },
    },
  },
});

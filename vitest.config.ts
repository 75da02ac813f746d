import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "scripts/**/*.test.ts", "bench/**/*.test.ts"],
    testTimeout: 180_000, // machines are slow and noisy; no test asserts a time
    hookTimeout: 180_000,
    unstubGlobals: true,
  },
});

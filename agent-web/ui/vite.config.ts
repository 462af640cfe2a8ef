import react from "@vitejs/plugin-react";
import { loadEnv } from "vite";
import { defineConfig } from "vitest/config";

const { CRMUMS_SERVER: server = "http://127.0.0.1:8080" } = loadEnv("", ".", "CRMUMS_");

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "../wwwroot",
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      input: { page: "index.html", frame: "softphone.html", softphone: "src/softphone/embed.ts" },
      output: {
        // Pages of others name it: its name never changes.
        entryFileNames: ({ name }) =>
          name === "softphone" ? "softphone.js" : "assets/[name]-[hash].js",
      },
    },
  },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: {
      "/api": server,
      "/hubs": { target: server, ws: true },
    },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    setupFiles: ["test/setup.ts"],
    // Patience with a busy machine; no test waits for time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});

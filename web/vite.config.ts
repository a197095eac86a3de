import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  server: {
    proxy: { "/api": { target: "http://127.0.0.1:8080", ws: true } },
  },
  build: {
    target: "es2022",
    // The map library is one large chunk by nature; it is only loaded by pages that show a map.
    chunkSizeWarningLimit: 1300,
    // Never inline: a data: URL would need a wider content security policy.
    assetsInlineLimit: 0,
    rollupOptions: {
      output: {
        // Some servers do not know .mjs; a module script must be sent as JavaScript to be run.
        assetFileNames: (asset) =>
          asset.names.some((name) => name.endsWith(".mjs")) ? "assets/[name]-[hash].js" : "assets/[name]-[hash][extname]",
      },
    },
  },
});

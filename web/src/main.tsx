import "@fontsource-variable/inter";
import "@digdir/designsystemet-css/theme.css";
import "@digdir/designsystemet-css";
import "./app/styles/index.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

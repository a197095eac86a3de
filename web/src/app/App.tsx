import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "react-router";
import { ApiProblem } from "../api/client";
import { keys, retryable } from "../api/queries";
import { CrashGuard } from "./Crash";
import { LanguageProvider } from "./i18n";
import { router } from "./routes";
import { ThemeProvider } from "./theme";
import { ToastProvider } from "./toasts";

const client = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      // The session ended: the guard of the pages then shows the sign-in page, and comes back here after it.
      if (error instanceof ApiProblem && error.status === 401) client.setQueryData(keys.session, null);
    },
  }),
  defaultOptions: { queries: { retry: retryable, staleTime: 5_000 } },
});

export function App() {
  return (
    <LanguageProvider>
      <ThemeProvider>
        <CrashGuard>
          <QueryClientProvider client={client}>
            <ToastProvider>
              <RouterProvider router={router} />
            </ToastProvider>
          </QueryClientProvider>
        </CrashGuard>
      </ThemeProvider>
    </LanguageProvider>
  );
}

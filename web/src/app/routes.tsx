import { type ReactElement, Suspense, lazy } from "react";
import { createBrowserRouter } from "react-router";
import { QueuePage } from "../alarm/queue/QueuePage";
import { AlarmPage } from "../alarm/workspace/AlarmPage";
import { RequireSession } from "../tenancy/session";
import { SignInPage } from "../tenancy/SignInPage";
import { Loading } from "../ui/states";
import { LiveShell, Shell, WallGate } from "./Shell";
import type { Area } from "./access";
import { NotFoundPage, RequireArea, StartGate } from "./pages";

// The queue and the alarm are always at hand; the rest is fetched when it is first opened.
const HistoryPage = lazy(() => import("../alarm/history/HistoryPage"));
const ServiceUsersPage = lazy(() => import("../care/ServiceUsersPage"));
const ServiceUserPage = lazy(() => import("../care/ServiceUserPage"));
const DevicesPage = lazy(() => import("../care/DevicesPage"));
const DevicePage = lazy(() => import("../care/DevicePage"));
const MunicipalitiesPage = lazy(() => import("../tenancy/MunicipalitiesPage"));
const MunicipalityPage = lazy(() => import("../tenancy/MunicipalityPage"));
const OutboxPage = lazy(() => import("../tenancy/OutboxPage"));
const FiguresPage = lazy(() => import("../figures/FiguresPage"));
const CasesPage = lazy(() => import("../steering/CasesPage"));
const CasePage = lazy(() => import("../steering/CasePage"));
const CaseMunicipalityPage = lazy(() => import("../steering/economy/MunicipalityPage"));
const SharedPage = lazy(() => import("../steering/SharedPage"));
const SearchPage = lazy(() => import("../search/SearchPage"));

const area = (name: Area, ...children: [path: string, element: ReactElement][]) => ({
  element: <RequireArea area={name} />,
  children: children.map(([path, element]) => ({
    path,
    element: <Suspense fallback={<Loading />}>{element}</Suspense>,
  })),
});

export const router = createBrowserRouter([
  { path: "/sign-in", element: <SignInPage /> },
  {
    path: "/shared/:token",
    element: (
      <Suspense fallback={<Loading />}>
        <SharedPage />
      </Suspense>
    ),
  },
  {
    element: <RequireSession />,
    children: [
      {
        element: <LiveShell />,
        children: [
          { path: "/wall", element: <WallGate /> },
          {
            element: <Shell />,
            children: [
              { element: <StartGate />, children: [{ path: "/", element: <QueuePage /> }] },
              area("alarm", ["/alarms/:id", <AlarmPage />]),
              area("history", ["/history", <HistoryPage />]),
              area("users", ["/service-users", <ServiceUsersPage />]),
              area("user", ["/service-users/:id", <ServiceUserPage />]),
              area("devices", ["/devices", <DevicesPage />], ["/devices/:id", <DevicePage />]),
              area(
                "municipalities",
                ["/municipalities", <MunicipalitiesPage />],
                ["/municipalities/:number", <MunicipalityPage />],
              ),
              area("figures", ["/figures", <FiguresPage />]),
              area(
                "steering",
                ["/steering", <CasesPage />],
                ["/steering/:id", <CasePage />],
                ["/steering/:id/municipalities/:number", <CaseMunicipalityPage />],
              ),
              area("search", ["/search", <SearchPage />]),
              area("outbox", ["/outbox", <OutboxPage />]),
              { path: "*", element: <NotFoundPage /> },
            ],
          },
        ],
      },
    ],
  },
]);

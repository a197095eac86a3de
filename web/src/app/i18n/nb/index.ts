import { alarm } from "./alarm";
import { care } from "./care";
import { common } from "./common";
import { cooperation } from "./cooperation";
import { decision } from "./decision";
import { devices } from "./devices";
import { invoices } from "./invoices";
import { overview } from "./overview";
import { portfolio } from "./portfolio";
import { staffing } from "./staffing";
import { steering } from "./steering";
import { tools } from "./tools";
import { workspace } from "./workspace";

export const nb = { common, alarm, workspace, care, decision, invoices, overview, portfolio, steering, cooperation, staffing, tools, devices };

import { alarm } from "./alarm";
import { care } from "./care";
import { common } from "./common";
import { overview } from "./overview";
import { steering } from "./steering";
import { workspace } from "./workspace";

export const nb = { common, alarm, workspace, care, overview, steering };

import type { Dictionary } from "../dictionary";
import { alarm } from "./alarm";
import { care } from "./care";
import { common } from "./common";
import { overview } from "./overview";
import { steering } from "./steering";
import { workspace } from "./workspace";

export const en: Dictionary = { common, alarm, workspace, care, overview, steering };

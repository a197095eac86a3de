// docs/reference/cooperation-json.md
import type { Text } from "../../api/types";
import type { Money } from "../economy/money";

export interface Player {
  number?: number;
  name: string;
}

/** A group that asks whether it is better off on its own. */
export interface Group {
  members: Player[];
  pays: Money;
  own_cost: Money;
  gain: Money;
  gain_percent: number;
  others_lose: Money;
  sentence?: Text;
}

export interface Share extends Player {
  pays: Money;
  saving: Money;
  saving_percent: number;
  low?: Money;
  high?: Money;
  leaving: { loses: Money; others_lose: Money };
  joining_late: { least: Money; most: Money; pays: Money };
}

export interface Moved extends Player {
  pays: Money;
  change: Money;
}

export interface Split {
  id: string;
  kind: "key" | "benchmark";
  title: Text;
  total: Money;
  municipalities: Share[];
  stability: {
    in_core: boolean;
    all_groups_checked: boolean;
    groups_checked: number;
    groups_better_off: number;
    first_movers: Group[];
    largest_gains: Group[];
  };
  partnerships: (Group & { name: string })[];
  nearest_stable: { moved: Money; municipalities: Moved[] } | null;
  smallest_key_change: {
    towards: string;
    weight_percent: number;
    moved: Money;
    keys: { key: string; parts: { measure: string; metric?: string; percent: number }[] }[];
    municipalities: Moved[];
  } | null;
}

export interface Partition {
  cost: Money;
  saving: Money;
  clusters: { cost: Money; members: Player[] }[];
}

export interface Analysis {
  name: string;
  alternative?: { id: string; name: string };
  total: Money;
  alone_total: Money;
  saving: Money;
  players: (Player & { alone: Money })[];
  basis: { notes: Text[]; numbers: { what: string; what_nb: string; value: string; value_nb: string; quality: string; source: string }[] };
  sentences: Text[];
  core: { empty: boolean | null; least_subsidy: Money | null };
  shapley_method: { method: "exact" | "sampled"; orders?: number; seed?: string };
  nucleolus_method: { computed: boolean; nobody_above_alone?: boolean; largest_excess?: Money | null; reason?: string };
  splits: Split[];
  partnerships: { name: string; members: Player[]; own_cost: Money; quality: string; source: string }[];
  partition: {
    exact: boolean;
    lower_bound: Money;
    best: Partition;
    one_cluster: Partition;
    alone: Partition;
    partnerships_rest_alone?: Partition;
    partnerships_rest_together?: Partition;
  };
}

#!/usr/bin/env python3
"""A year of the Helgeland centre in SimPy beside Varde's own: the same model in the same run (needs python3-simpy).

    tests/load/staffing_simpy.py build/release/varde [--years 1000] [--peer-years 3]

Both serve two operators at all times: alarms by the hour, outages, lognormal handling, technical work that gives way and is
taken up again, people who lose patience and press again. SimPy's resource interrupts whatever is less urgent, so falls have
the priority of other alarms here. Prints both results, both times, and the ratio per simulated year.
"""
import argparse
import json
import math
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

from SimPy.Simulation import PriorityQ, Process, Resource, Simulation, hold, release, request

YEAR = 365 * 86400.0
DAY = 86400.0


def lognormal(rng, mean, deviation):
    variance = math.log1p((deviation / mean) ** 2)
    return rng.lognormvariate(math.log(mean) - variance / 2, math.sqrt(variance))


class Centre(Simulation):
    def __init__(self, demand, operators, seed):
        super().__init__()
        self.initialize()
        self.demand, self.rng = demand, random.Random(seed)
        self.kinds = demand["kinds"]
        self.desks = Resource(capacity=operators, qType=PriorityQ, preemptable=True, sim=self)
        self.served, self.waited, self.within, self.again = 0, 0, 0, 0

    def year(self):
        arrivals = Arrivals(sim=self)
        self.activate(arrivals, arrivals.run())
        for burst in self.demand["bursts"]:
            source = Bursts(sim=self)
            self.activate(source, source.run(burst))
        self.simulate(until=YEAR + DAY)
        return self

    def alarm(self, kind):
        one = Alarm(sim=self)
        self.activate(one, one.run(self.kinds[kind]))


class Arrivals(Process):
    """A Poisson process whose rate changes every hour."""

    def run(self):
        sim, rng = self.sim, self.sim.rng
        rates = [[kind["rate_by_hour"][hour] for kind in sim.kinds] for hour in range(168)]
        totals = [sum(row) for row in rates]
        while True:
            left, at = rng.expovariate(1.0), sim.now()
            while True:
                hour = int(at // 3600)
                rate = totals[hour % 168]
                rest = rate * (hour + 1 - at / 3600)
                if left < rest:
                    at += left / rate * 3600
                    break
                left -= rest
                at = (hour + 1) * 3600.0
            yield hold, self, at - sim.now()
            row = rates[int(at // 3600) % 168]
            sim.alarm(rng.choices(range(len(row)), row)[0])


class Bursts(Process):
    def run(self, burst):
        sim, rng = self.sim, self.sim.rng
        places = {kind["id"]: i for i, kind in enumerate(sim.kinds)}
        while True:
            yield hold, self, rng.expovariate(burst["per_year"] / YEAR)
            for _ in range(round(lognormal(rng, burst["homes"], burst["homes_deviation"]))):
                for part in burst["parts"]:
                    if rng.random() < part["share"]:
                        late = Late(sim=sim)
                        sim.activate(late, late.run(rng.random() * burst["spread_s"], places[part["kind"]]))


class Late(Process):
    def run(self, after, kind):
        yield hold, self, after
        self.sim.alarm(kind)


class Alarm(Process):
    def run(self, kind):
        sim, rng = self.sim, self.sim.rng
        came = sim.now()
        work = lognormal(rng, kind["handling_mean_s"], kind["handling_deviation_s"])
        priority = 5 - kind["priority"]
        while kind["patience_s"] > 0:
            patience = rng.expovariate(1 / kind["patience_s"])
            yield (request, self, sim.desks, priority), (hold, self, patience)
            if self.acquired(sim.desks):
                break
            sim.again += 1
            yield hold, self, rng.expovariate(1 / kind["retry_s"])
        else:
            yield request, self, sim.desks, priority
        if not kind["technical"] and came >= DAY:
            wait = sim.now() - came
            sim.served += 1
            sim.waited += wait > 0
            sim.within += wait <= 60
        yield hold, self, work
        yield release, self, sim.desks


def children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def varde(program, case, years, threads):
    """Its figures, seconds on the clock, and seconds of processor."""
    started, used = time.monotonic(), children()
    done = subprocess.run([program, "staffing", "simulate", case, "--alternative", "2-2-2", "--years", str(years), "--threads",
                           str(threads), "--json"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout), time.monotonic() - started, children() - used


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--years", type=int, default=1000)
    parser.add_argument("--peer-years", type=int, default=3)
    options = parser.parse_args()
    example = pathlib.Path(__file__).resolve().parents[2] / "examples" / "helgeland-2025"
    with tempfile.TemporaryDirectory() as folder:
        case = pathlib.Path(folder) / "case"
        shutil.copytree(example, case)
        text = (case / "staffing.toml").read_text()
        (case / "staffing.toml").write_text(text.replace("priority = 1\n", "priority = 2\n"))
        result, one, one_cpu = varde(options.program, case, options.years, 1)
        again, two, _ = varde(options.program, case, options.years, 2)
    if result != again:
        sys.exit("one thread and two do not give the same figures")
    started, used = time.monotonic(), time.process_time()
    peer = [Centre(result["demand"], 2, seed).year() for seed in range(options.peer_years)]
    each = (time.monotonic() - started) / options.peer_years
    each_cpu = (time.process_time() - used) / options.peer_years
    answers = result["alternatives"][0]["answers"][0]
    within = answers["within"][0]
    served = sum(year.served for year in peer)
    print(f"answered in 60 s: Varde {within['value']:.4f} ({within['low']:.4f}-{within['high']:.4f}), "
          f"SimPy {sum(year.within for year in peer) / served:.4f}")
    print(f"nobody free:      Varde {answers['waits']['value']:.4f} ({answers['waits']['low']:.4f}-{answers['waits']['high']:.4f}), "
          f"SimPy {sum(year.waited for year in peer) / served:.4f}")
    print(f"alarms a year:    Varde {answers['yearly']['value']:.0f}, SimPy {served / options.peer_years:.0f}")
    print(f"Varde, {options.years} years: {one:.2f} s on one thread ({one_cpu:.2f} s of processor), {two:.2f} s on two "
          "(target: 1,000 years in 30 s)")
    print(f"SimPy: {each:.2f} s a year ({each_cpu:.2f} s of processor)")
    print(f"Varde is {each / (one / options.years):.0f} times faster on one thread, {each / (two / options.years):.0f} on two, "
          f"{each_cpu / (one_cpu / options.years):.0f} by processor time (target 100)")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""The Helgeland Monte Carlo in NumPy, beside Varde's own: the same model, draws and results (needs python3-numpy).

    tests/load/economy_numpy.py [BENCH] [--draws N]

BENCH is the release build of varde_economy_bench; with it both run, and their times stand side by side.
"""
import argparse
import json
import os
import subprocess
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, str(os.cpu_count()))
import numpy as np  # noqa: E402  (threads are set before it loads)

PEOPLE = np.array([1374, 1979, 7838, 1207, 470, 1888, 7465, 2354, 13475, 1430, 1274, 1447, 1770, 4485, 25927, 1948, 463, 1160.0])
YEARS = 15
INDICES = {"prices": 0.01, "wages": 0.02}
DISCOUNT = 0.04
HOURS, STAFF_HOURS, PERSON_YEAR_COST, PERSON_YEAR_HOURS = 29_500.0, 11_700.0, 805_000.0, 1_950.0
WORK = HOURS / PERSON_YEAR_HOURS * PERSON_YEAR_COST
PLATFORM_TODAY = 26_500_000.0 - WORK
INPUTS = ["platform", "centre", "connection", "staffing", "hours", "as_is", "prices", "wages", "discount"]


def triangular(rng, draws):
    """low 0.7, mode 1, high 1.5: a factor on each input."""
    return {name: rng.triangular(0.7, 1.0, 1.5, draws) for name in INPUTS}


def key(flat):
    return flat / len(PEOPLE) + (1 - flat) * PEOPLE / PEOPLE.sum()


def spread(values):
    """mean, deviation, P10, P50, P90, share above zero of each column."""
    tenths = np.percentile(values, [10, 50, 90], axis=0)
    return values.mean(axis=0), values.std(axis=0), *tenths, (values > 0).mean(axis=0)


def simulate(draws, seed):
    x = triangular(np.random.default_rng(seed), draws)
    t = np.arange(YEARS)
    growth = {name: (1 + rate * x[name][:, None]) ** t for name, rate in INDICES.items()}
    discount = (1 + DISCOUNT * x["discount"][:, None]) ** -t
    today = PLATFORM_TODAY * x["as_is"][:, None] * growth["prices"] + WORK * x["hours"][:, None] * growth["wages"]
    by_people, vtp, response = key(0.0), key(0.4), key(0.2)
    results = []
    for centre, amount in (("centre", 4_500_000.0), ("connection", 2_000_000.0)):
        platform = 5_500_000.0 * x["platform"][:, None] * growth["prices"]
        service = amount * x[centre][:, None] * growth["prices"] + 7_000_000.0 * x["staffing"][:, None] * growth["wages"]
        saving = (today[:, 0, None] * by_people - platform[:, 0, None] * vtp - service[:, 0, None] * response)
        worth = [(part * discount).sum(axis=1)[:, None] for part in (today, platform, service)]
        present = worth[0] * by_people - worth[1] * vtp - worth[2] * response
        hours = HOURS * x["hours"] - STAFF_HOURS * x["staffing"]
        cost = platform[:, 0] + service[:, 0]
        columns = [cost[:, None], saving.sum(axis=1)[:, None], present.sum(axis=1)[:, None], hours[:, None],
                   today - platform - service, saving, present]
        results.append(spread(np.hstack(columns)))
    return results


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", nargs="?")
    parser.add_argument("--draws", type=int, default=100_000)
    arguments = parser.parse_args()
    simulate(1_000, 1)
    times, work = [], []
    for seed in range(3):
        start, started = time.perf_counter(), time.process_time()
        result = simulate(arguments.draws, seed)
        times.append(time.perf_counter() - start)
        work.append(time.process_time() - started)
    numpy_ms, numpy_cpu = min(times) * 1000, min(work) * 1000
    print(f"NumPy {np.__version__}: {numpy_ms:.0f} ms, {numpy_cpu:.0f} ms of processor for {arguments.draws} draws (best of 3)")
    print(f"  alternative 2: saving P50 {result[1][3][1]:,.0f} kr, present value P50 {result[1][3][2]:,.0f} kr")
    if arguments.bench:
        out = subprocess.run([arguments.bench, "--benchmark_filter=helgeland_monte_carlo/100000", "--benchmark_format=json",
                              "--benchmark_repetitions=3"], check=True, capture_output=True, text=True, timeout=300).stdout
        runs = [run for run in json.loads(out)["benchmarks"] if run["run_type"] == "iteration"]
        ours, cpu = min(run["real_time"] for run in runs), min(run["cpu_time"] for run in runs)
        print(f"Varde: {ours:.0f} ms, {cpu:.0f} ms of processor for 100000 draws (best of 3): "
              f"{numpy_ms / ours:.1f} times as fast, {numpy_cpu / cpu:.1f} by processor time")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Computes the rank acceptabilities of a decision again with NumPy, another way, and compares.

    decision_peer.py VARDE CASE [SAMPLES]

VARDE is a program with the command `decide`. The weights are drawn by sorting uniform points of the whole simplex and handing
the sorted values to the classes, so that nothing is shared with the program but the definition.
"""
import json
import subprocess
import sys

import numpy

CLASSES = ["L", "LM", "M", "MS", "S"]


def draw(importance, samples, generator):
    rank = numpy.array([CLASSES.index(word) for word in importance])
    cuts = numpy.sort(generator.random((samples, len(rank) - 1)), axis=1)
    edges = numpy.hstack([numpy.zeros((samples, 1)), cuts, numpy.ones((samples, 1))])
    weights = -numpy.sort(-numpy.diff(edges, axis=1), axis=1)
    # Higher classes first; a random key orders within a class.
    order = numpy.argsort(-(rank + generator.random((samples, len(rank)))), axis=1)
    result = numpy.empty_like(weights)
    numpy.put_along_axis(result, order, weights, axis=1)
    return result


def main():
    program, case = sys.argv[1:3]
    samples = int(sys.argv[3]) if len(sys.argv) > 3 else 300_000
    text = subprocess.run([program, "decide", case, "--json", "--samples", str(samples), "--seed", "1"],
                          capture_output=True, text=True, check=True).stdout
    decision = json.loads(text)
    generator = numpy.random.default_rng(2)
    worst = 0.0
    compared = 0
    for area in decision["areas"]:
        for judged in area["assessors"]:
            weights = draw(judged["importance"], samples, generator)
            values = weights @ numpy.array(judged["scores"])
            places = numpy.argsort(numpy.argsort(-values, axis=1), axis=1)
            for index, alternative in enumerate(judged["alternatives"]):
                for place, share in enumerate(alternative["ranks"]):
                    worst = max(worst, abs(share - numpy.mean(places[:, index] == place)))
                    compared += 1
                mine = alternative["central_weights"]
                first = places[:, index] == 0
                if mine is not None and first.sum() > 1000:
                    worst = max(worst, float(numpy.max(numpy.abs(weights[first].mean(axis=0) - mine)) / 5))
    # Two independent estimates of a share: six standard deviations of their difference at most.
    bound = 6 * (0.5 / samples) ** 0.5
    print(f"{compared} shares compared, largest difference {worst:.5f}, bound {bound:.5f}")
    return 0 if worst < bound else 1


if __name__ == "__main__":
    sys.exit(main())

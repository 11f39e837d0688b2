"""Answers of a perceptron to one row in PyTorch, eager: inference.py FILE WIDTHS CALLS PERCENT. The file is that of step.py, with one row.

The times are not those of a turn, but the percentile of its calls, twice.
"""
import sys
import time

import numpy
import torch

from turns import serve

file, widths, calls, percent = sys.argv[1], [int(w) for w in sys.argv[2].split("-")], int(sys.argv[3]), float(sys.argv[4])
numbers = numpy.fromfile(file, dtype=numpy.float32)
layers, start = [], 0
for i, o in zip(widths, widths[1:]):
    linear = torch.nn.Linear(i, o)
    with torch.no_grad():
        linear.weight.copy_(torch.from_numpy(numbers[start:start + i * o]).view(i, o).t())
        linear.bias.copy_(torch.from_numpy(numbers[start + i * o:start + i * o + o]))
    start += i * o + o
    layers += [linear, torch.nn.ReLU()]
model = torch.nn.Sequential(*layers[:-1])
row = numbers[start:start + widths[0]].reshape(1, -1).copy()


def answer():
    with torch.no_grad():
        return model(torch.from_numpy(row)).numpy()


def timed():
    times = []
    for _ in range(calls):
        begin = time.perf_counter()
        answer()
        times.append(time.perf_counter() - begin)
    return (numpy.percentile(times, percent),) * 2


for _ in range(1000):
    answer()
serve(f"PyTorch {torch.__version__}", lambda: answer().sum(), timed)

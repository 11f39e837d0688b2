"""Steps of a perceptron in PyTorch, eager: step.py FILE WIDTHS BATCH RULE STEPS RATE [RATES].

The file holds the weights, layer by layer, W [in, out] and b, then one batch of rows, all float32, then its classes as numbers. The result is
the loss on that batch after ten steps. With RATES, a list, one training of STEPS steps after another for each rate.
"""
import sys
import time

import numpy
import torch

from turns import serve

file, widths, batch, rule = sys.argv[1], [int(w) for w in sys.argv[2].split("-")], int(sys.argv[3]), sys.argv[4]
steps, rate = int(sys.argv[5]), float(sys.argv[6])
rates = [float(one) for one in sys.argv[7].split(",")] if len(sys.argv) > 7 else None
numbers = torch.from_numpy(numpy.fromfile(file, dtype=numpy.float32))
shapes = list(zip(widths, widths[1:]))
start = 0


def take(count):
    global start
    start += count
    return numbers[start - count:start]


weights = [(take(i * o).view(i, o).t().contiguous(), take(o).clone()) for i, o in shapes]
X = take(batch * widths[0]).view(batch, widths[0])
classes = take(batch).to(torch.int64)


def net():
    layers = []
    for at, (i, o) in enumerate(shapes):
        linear = torch.nn.Linear(i, o)
        with torch.no_grad():
            linear.weight.copy_(weights[at][0])
            linear.bias.copy_(weights[at][1])
        layers += [linear] + ([torch.nn.ReLU()] if at < len(shapes) - 1 else [])
    return torch.nn.Sequential(*layers)


def train(count, eta):
    model = net()
    make = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}[rule]
    optimiser = make(model.parameters(), lr=eta)
    for _ in range(count):
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(X), classes)
        loss.backward()
        optimiser.step()
        loss.item()
    with torch.no_grad():
        return torch.nn.functional.cross_entropy(model(X), classes).item()


def work():
    for eta in rates or [rate]:
        train(steps, eta)


def timed():
    processor, clock = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - processor, time.perf_counter() - clock


timed()
serve(f"PyTorch {torch.__version__}", lambda: train(10, rate), timed)

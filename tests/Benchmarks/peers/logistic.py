"""Logistic regression in scikit-learn to a gradient of TOLERANCE: logistic.py FILE ROWS COLUMNS SOLVER PENALTY TOLERANCE.

The file holds the rows, float64, and then the labels. The result is the loss: mean cross-entropy + PENALTY / 2 |w|^2.
"""
import sys

import numpy
import sklearn
from sklearn.linear_model import LogisticRegression

from turns import serve

file, rows, columns, solver = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
penalty, tolerance = float(sys.argv[5]), float(sys.argv[6])
numbers = numpy.fromfile(file)
X, y = numbers[:rows * columns].reshape(rows, columns), numbers[rows * columns:]


# The loss of lbfgs is a sum over the rows, and so is the gradient that it stops at; that of newton-cholesky is a mean.
stop = tolerance if solver.startswith("newton") else rows * tolerance


def fit():
    model = LogisticRegression(solver=solver, C=1 / (rows * penalty), tol=stop, max_iter=10_000).fit(X, y)
    z = X @ model.coef_[0] + model.intercept_[0]
    return numpy.mean(numpy.logaddexp(0, z) - y * z) + penalty / 2 * (model.coef_ ** 2).sum()


serve(f"scikit-learn {sklearn.__version__} {solver}", fit)

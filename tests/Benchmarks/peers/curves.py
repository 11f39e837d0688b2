"""Areas under curves in scikit-learn: curves.py FILE ROWS [RESAMPLES]. The file holds the scores, float64, and then the labels as numbers.

The result is ROC AUC plus average precision; with RESAMPLES, the mean of the ROC AUC over so many resamples of the rows.
"""
import sys

import numpy
import sklearn
from sklearn.metrics import average_precision_score, roc_auc_score

from turns import serve

file, rows, resamples = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0
numbers = numpy.fromfile(file)
scores, labels = numbers[:rows], numbers[rows:]


def bootstrap():
    random = numpy.random.default_rng(0)
    areas = []
    for _ in range(resamples):
        drawn = random.integers(0, rows, rows)
        areas.append(roc_auc_score(labels[drawn], scores[drawn]))
    return numpy.mean(areas)


both = lambda: roc_auc_score(labels, scores) + average_precision_score(labels, scores)
serve(f"scikit-learn {sklearn.__version__}", bootstrap if resamples else both)

"""A file of labels and scores by pandas and scikit-learn, as a program of its own: metrics.py FILE. No intervals."""
import sys

import pandas
from sklearn.metrics import average_precision_score, brier_score_loss, confusion_matrix, log_loss, roc_auc_score

table = pandas.read_csv(sys.argv[1])
labels, scores = table["y"], table["p"]
print(roc_auc_score(labels, scores), average_precision_score(labels, scores), brier_score_loss(labels, scores), log_loss(labels, scores))
print(confusion_matrix(labels, scores >= 0.5))

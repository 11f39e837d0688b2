"""Probabilities of logistic regression on encoded bank_calls and heart_cleveland, by scikit-learn's Pipeline: written to preparation.json.

    python3 make_preparation.py > preparation.json        (Debian 12: scikit-learn 1.2.1, pandas 1.5.3)

A row trains unless its number divides by 5. The penalty of this suite, lambda/2 |w|^2 beside a mean loss, is scikit-learn's C = 1/(n lambda)
beside a sum. Columns are standardised after they are made, as here: with the mean and deviation (divided by n) of the training rows.
"""
import json
import os
import sys
import warnings

import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import MissingIndicator, SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

warnings.filterwarnings("ignore")
DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "shared", "data")
LAMBDA = 0.01
HEART = "age sex cp trestbps chol fbs restecg thalach exang oldpeak slope ca thal num".split()


def probabilities(table, target, numbers, categories, indicated, positive):
    training = np.arange(len(table)) % 5 != 0
    fewest = max(2, min(10, int(np.ceil(0.02 * training.sum()))))
    cells = table.drop(columns=target).copy()
    drop, levels = [], []
    for name in categories:
        counts = cells.loc[training, name].value_counts()
        rare = set(counts.index[counts < fewest])
        seen = set(counts.index)
        most = sorted(counts.index[counts == counts.max()])[0]
        rare.discard(most)
        other = "other" if rare else most
        cells[name] = [value if value in seen and value not in rare else other for value in cells[name]]
        levels.append(sorted(set(cells[name])))
        drop.append(most)
    numeric = FeatureUnion([
        ("value", SimpleImputer(strategy="median")),
        ("missing", ColumnTransformer([(f"m{i}", MissingIndicator(features="all"), [numbers.index(n)]) for i, n in enumerate(indicated)])),
    ]) if indicated else SimpleImputer(strategy="median")
    steps = [("numbers", numeric, [cells.columns.get_loc(name) for name in numbers])]
    if categories:
        steps.append(("categories", OneHotEncoder(categories=levels, drop=drop, sparse=False),
                      [cells.columns.get_loc(name) for name in categories]))
    n = int(training.sum())
    model = Pipeline([
        ("columns", ColumnTransformer(steps)), ("scale", StandardScaler()),
        ("logistic", LogisticRegression(C=1 / (n * LAMBDA), solver="newton-cholesky", tol=1e-12, max_iter=500)),
    ])
    values, y = cells.to_numpy(dtype=object), (positive(table[target])).to_numpy()
    model.fit(values[training], y[training])
    return [float(p) for p in model.predict_proba(values)[:, 1]]


bank = pd.read_csv(os.path.join(DATA, "bank_calls.csv"), keep_default_na=False)
texts = [name for name in bank.columns if bank[name].dtype == object and name != "y"]
numeric = [name for name in bank.columns if name not in texts and name != "y"]
binary = [name for name in texts if bank[name].nunique() == 2]
heart = pd.read_csv(os.path.join(DATA, "heart_cleveland.csv"), header=None, names=HEART, na_values="?")
json.dump({
    "scikit_learn": __import__("sklearn").__version__,
    "lambda": LAMBDA,
    "bank_calls": probabilities(bank, "y", numeric, texts, [], lambda y: y == "yes")[::25],
    "heart_cleveland": probabilities(heart, "num", HEART[:-1], [], [], lambda y: y != 0),
}, sys.stdout, indent=0)

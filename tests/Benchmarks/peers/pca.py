"""PCA in scikit-learn on rows that the benchmark wrote: pca.py FILE ROWS COLUMNS COMPONENTS THREADS.

Debian: apt-get install python3-sklearn libopenblas0-pthread (the reference BLAS is many times slower).
OMP_NUM_THREADS and OPENBLAS_NUM_THREADS are set by the caller. Prints name;seconds;variance kept. NumPy's own X'X and eigh
is the strong peer beside it.
"""
import sys
import time

import numpy
import sklearn
from sklearn.decomposition import PCA

file, rows, columns, k, threads = sys.argv[1], *map(int, sys.argv[2:6])
X = numpy.fromfile(file).reshape(rows, columns)


def by_covariance():
    centred = X - X.mean(axis=0)
    return numpy.linalg.eigh(centred.T @ centred / (rows - 1))[0][::-1][:k].sum()


def timed(name, work):
    start = time.perf_counter()
    variance = work()
    print(f"{name};{time.perf_counter() - start};{variance}", flush=True)


PCA(k).fit(X[:2000])
timed(f"scikit-learn {sklearn.__version__} PCA", lambda: PCA(k, random_state=0).fit(X).explained_variance_.sum())
timed(f"NumPy {numpy.__version__} X'X + eigh", by_covariance)

"""k-means in scikit-learn on rows that the benchmark wrote: kmeans.py FILE ROWS COLUMNS K THREADS.

Debian: apt-get install python3-sklearn libopenblas0-pthread (the reference BLAS is many times slower).
OMP_NUM_THREADS and OPENBLAS_NUM_THREADS are set by the caller. Prints name;seconds;inertia.
"""
import sys
import time

import numpy
import sklearn
from sklearn.cluster import KMeans

file, rows, columns, k, threads = sys.argv[1], *map(int, sys.argv[2:6])
X = numpy.fromfile(file).reshape(rows, columns)
KMeans(k, n_init=1, random_state=9, max_iter=2).fit(X)
start = time.perf_counter()
fit = KMeans(k, n_init=10, random_state=0).fit(X)
print(f"scikit-learn {sklearn.__version__};{time.perf_counter() - start};{fit.inertia_}", flush=True)

"""k-means in scikit-learn, ten starts: kmeans.py FILE ROWS COLUMNS K. The result is the inertia."""
import sys

import numpy
import sklearn
from sklearn.cluster import KMeans

from turns import serve

file, rows, columns, k = sys.argv[1], *map(int, sys.argv[2:5])
X = numpy.fromfile(file).reshape(rows, columns)
serve(f"scikit-learn {sklearn.__version__} KMeans", lambda: KMeans(k, n_init=10, random_state=0).fit(X).inertia_)

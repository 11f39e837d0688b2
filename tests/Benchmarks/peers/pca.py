"""Principal components: pca.py FILE ROWS COLUMNS WAY, where WAY is `svd` (scikit-learn's full one) or `eigh` (NumPy's X'X of a centred copy).

The result is the variance of the first ten components.
"""
import sys

import numpy
import sklearn
from sklearn.decomposition import PCA

from turns import serve

file, rows, columns, way = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
X = numpy.fromfile(file).reshape(rows, columns)


def by_covariance():
    centred = X - X.mean(axis=0)
    return numpy.linalg.eigh(centred.T @ centred / (rows - 1))[0][::-1][:10].sum()


if way == "svd":
    serve(f"scikit-learn {sklearn.__version__} PCA", lambda: PCA(svd_solver="full").fit(X).explained_variance_[:10].sum())
else:
    serve(f"NumPy {numpy.__version__} X'X + eigh", by_covariance)

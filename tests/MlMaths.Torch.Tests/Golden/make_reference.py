#!/usr/bin/env python3
"""Writes the reference values beside this file, and the data sets in shared/data.

Every number here comes from scikit-learn, SciPy, NumPy or PyTorch in float64, never from this project.
Needs Debian's python3-sklearn, python3-scipy and python3-torch: python3 make_reference.py
"""
import csv, json, math, pathlib
import numpy as np, scipy.stats as st, torch
from sklearn import datasets, metrics, cluster, decomposition
from sklearn.calibration import calibration_curve
from rows_json import rows_json

here = pathlib.Path(__file__).resolve().parent
data_dir = here.parents[2] / "shared" / "data"


def write(name, value):
    plain = json.loads(json.dumps(value, default=lambda a: a.tolist()))
    (here / name).write_text(rows_json(plain) + "\n")
    print(name)


def write_csv(name, columns, rows, target, labels):
    with open(data_dir / name, "w", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(columns + [target])
        for row, label in zip(rows, labels):
            out.writerow([repr(float(v)).removesuffix(".0") for v in row] + [label])
    print(name)


def standardise(x):
    return (x - x.mean(0)) / x.std(0)


# ---- data sets -------------------------------------------------------------------------------
snake = lambda s: s.strip().replace(" (cm)", "_cm").replace(" ", "_").replace("/", "_per_").lower()
cancer, wine, digits, iris = (
    f() for f in (datasets.load_breast_cancer, datasets.load_wine, datasets.load_digits, datasets.load_iris))
diabetes = datasets.load_diabetes(scaled=False)
write_csv("breast_cancer.csv", [snake(c) for c in cancer.feature_names], cancer.data, "diagnosis",
    [cancer.target_names[t] for t in cancer.target])
write_csv("wine.csv", [snake(c) for c in wine.feature_names], wine.data, "cultivar",
    [f"cultivar_{t + 1}" for t in wine.target])
write_csv("digits.csv", [f"pixel_{r}_{c}" for r in range(8) for c in range(8)], digits.data, "digit", digits.target)
write_csv("iris.csv", [snake(c) for c in iris.feature_names], iris.data, "species",
    [iris.target_names[t] for t in iris.target])
write_csv("diabetes.csv", [snake(c) for c in diabetes.feature_names], diabetes.data, "progression",
    diabetes.target.astype(int))


# ---- classification and regression metrics --------------------------------------------------
def binary_case(name, y, s):
    y, s = np.asarray(y), np.asarray(s, float)
    p = (s >= 0.5).astype(int)
    tn, fp, fn, tp = metrics.confusion_matrix(y, p, labels=[0, 1]).ravel()
    fpr, tpr, rt = metrics.roc_curve(y, s, drop_intermediate=False)
    pr, rc, pt = metrics.precision_recall_curve(y, s)
    clipped = np.clip(s, 1e-15, 1 - 1e-15)
    prob_true, prob_pred = calibration_curve(y, s, n_bins=10, strategy="uniform")
    return dict(
        name=name, y=y, score=s, threshold=0.5, tn=tn, fp=fp, fn=fn, tp=tp,
        accuracy=metrics.accuracy_score(y, p), balanced_accuracy=metrics.balanced_accuracy_score(y, p),
        precision=metrics.precision_score(y, p, zero_division=0), recall=metrics.recall_score(y, p),
        f1=metrics.f1_score(y, p, zero_division=0), f2=metrics.fbeta_score(y, p, beta=2, zero_division=0),
        matthews=metrics.matthews_corrcoef(y, p), cohen_kappa=metrics.cohen_kappa_score(y, p),
        roc_auc=metrics.roc_auc_score(y, s), average_precision=metrics.average_precision_score(y, s),
        pr_auc_trapezoid=metrics.auc(rc, pr), log_loss=metrics.log_loss(y, clipped),
        brier=metrics.brier_score_loss(y, s), roc_curve=dict(fpr=fpr, tpr=tpr),
        pr_curve=dict(precision=pr, recall=rc, threshold=pt),
        calibration=dict(mean_predicted=prob_pred, fraction_positive=prob_true))


def binary_cases(seed):
    r = np.random.default_rng(seed)
    sig = lambda z: 1 / (1 + np.exp(-z))
    y1 = r.integers(0, 2, 300); s1 = sig(2 * y1 - 1 + r.normal(size=300))
    y2 = (r.random(1500) < 0.03).astype(int); s2 = sig(2.2 * y2 - 3 + r.normal(size=1500))
    y3 = r.integers(0, 2, 200); s3 = np.round(sig(y3 + r.normal(size=200)), 1)          # many ties
    return [binary_case("balanced", y1, s1), binary_case("rare_positives", y2, s2), binary_case("tied_scores", y3, s3),
            binary_case("all_scores_equal", y3, np.full(200, 0.5)), binary_case("perfect", y3, y3 * 0.8 + 0.1),
            binary_case("inverted", y3, 0.9 - y3 * 0.8), binary_case("two_rows", [0, 1], [0.2, 0.7])]


def regression_case(seed):
    r = np.random.default_rng(seed)
    y = r.normal(50, 20, 250); p = y + r.normal(2, 8, 250)
    return dict(y=y, prediction=p, mae=metrics.mean_absolute_error(y, p), mse=metrics.mean_squared_error(y, p),
                rmse=metrics.mean_squared_error(y, p, squared=False), r2=metrics.r2_score(y, p),
                pearson=np.corrcoef(y, p)[0, 1])


def multiclass_case(seed):
    r = np.random.default_rng(seed)
    y = r.integers(0, 4, 400); logits = r.normal(size=(400, 4)); logits[np.arange(400), y] += 1.2
    prob = np.exp(logits) / np.exp(logits).sum(1, keepdims=True); p = prob.argmax(1)
    return dict(y=y, probability=prob, confusion=metrics.confusion_matrix(y, p), accuracy=metrics.accuracy_score(y, p),
                macro_f1=metrics.f1_score(y, p, average="macro"),
                weighted_f1=metrics.f1_score(y, p, average="weighted"),
                macro_precision=metrics.precision_score(y, p, average="macro"),
                macro_recall=metrics.recall_score(y, p, average="macro"),
                log_loss=metrics.log_loss(y, prob))


# ---- statistics ------------------------------------------------------------------------------
def wilson(k, n, level):
    z = st.norm.ppf(0.5 + level / 2); p = k / n; c = (p + z * z / (2 * n)) / (1 + z * z / n)
    h = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return [c - h, c + h]


def corrected_t(diff, n_train, n_test):
    d = np.asarray(diff); k = len(d); v = d.var(ddof=1)
    t = d.mean() / math.sqrt((1 / k + n_test / n_train) * v)
    return dict(diff=d, n_train=n_train, n_test=n_test, t=t, df=k - 1, p=2 * st.t.sf(abs(t), k - 1))


def statistics_cases(seed):
    r = np.random.default_rng(seed)
    labels_a, labels_b = r.integers(0, 3, 120), r.integers(0, 4, 120)
    x = r.normal(size=(90, 4)) + np.repeat(np.eye(3, 4) * 4, 30, 0); lab = np.repeat(np.arange(3), 30)
    return dict(
        wilson=[dict(successes=k, trials=n, level=l, interval=wilson(k, n, l))
                for k, n, l in [(0, 20, .95), (7, 20, .95), (20, 20, .95), (150, 1000, .99), (1, 5000, .90)]],
        clopper_pearson=[
            dict(successes=k, trials=n, level=.95, interval=[
                st.beta.ppf(.025, k, n - k + 1) if k else 0., st.beta.ppf(.975, k + 1, n - k) if k < n else 1.])
            for k, n in [(0, 20), (7, 20), (20, 20)]],
        mcnemar_exact=[
            dict(only_a_right=b, only_b_right=c, p=min(1., 2 * st.binom.cdf(min(b, c), b + c, .5)) if b + c else 1.)
            for b, c in [(5, 15), (10, 10), (0, 6), (0, 0), (40, 71)]],
        corrected_resampled_t=[
            corrected_t(r.normal(.01, .02, 10), 900, 100), corrected_t(r.normal(0, .05, 50), 120, 30)],
        pmf=dict(binomial=[dict(k=k, n=n, p=p, value=st.binom.pmf(k, n, p))
                           for k, n, p in [(0, 10, .1), (3, 10, .3), (50, 1000, .05)]],
                 poisson=[dict(k=k, rate=l, value=st.poisson.pmf(k, l)) for k, l in [(0, 2.), (3, 2.), (120, 100.)]],
                 normal_cdf=[dict(x=v, mean=m, sd=s, value=st.norm.cdf(v, m, s))
                             for v, m, s in [(0, 0, 1), (1.96, 0, 1), (70, 50, 8)]]),
        adjusted_rand=dict(
            a=labels_a, b=labels_b, value=metrics.adjusted_rand_score(labels_a, labels_b),
            same_partition=metrics.adjusted_rand_score(labels_a, (labels_a + 1) % 3)),
        normalized_mutual_info=metrics.normalized_mutual_info_score(labels_a, labels_b),
        silhouette=dict(
            x=x, labels=lab, mean=metrics.silhouette_score(x, lab), each=metrics.silhouette_samples(x, lab)))


# ---- linear models, PCA, k-means -------------------------------------------------------------
def logistic_optimum(x, y, penalty):
    """Minimises mean BCE + penalty/2 * |w|^2 (bias unpenalised) by damped Newton to a gradient norm below 1e-12."""
    n, d = x.shape; a = np.c_[x, np.ones(n)]; reg = np.r_[np.full(d, penalty), 0.]; w = np.zeros(d + 1)
    loss = lambda w: np.mean(np.logaddexp(0, a @ w) - y * (a @ w)) + .5 * np.sum(reg * w * w)
    for _ in range(200):
        p = 1 / (1 + np.exp(-(a @ w))); g = a.T @ (p - y) / n + reg * w
        if np.linalg.norm(g) < 1e-13: break
        step = np.linalg.solve((a.T * (p * (1 - p))) @ a / n + np.diag(reg), g); t = 1.
        while loss(w - t * step) > loss(w) and t > 1e-8: t /= 2
        w = w - t * step
    return dict(penalty=penalty, weights=w[:-1], bias=w[-1], objective=loss(w), gradient_norm=np.linalg.norm(g))


def gradient_descent(x, y, rate, steps):
    n, d = x.shape; w = np.zeros(d); b = 0.; losses, norms = [], []
    for _ in range(steps):
        z = x @ w + b; p = 1 / (1 + np.exp(-z)); losses.append(np.mean(np.logaddexp(0, z) - y * z))
        gw, gb = x.T @ (p - y) / n, np.mean(p - y); norms.append(math.sqrt(gw @ gw + gb * gb)); w -= rate * gw
        b -= rate * gb
    return dict(rate=rate, loss=losses, gradient_norm=norms, weights=w, bias=b)


def kmeans_case(name, x, truth, init_rows):
    km = cluster.KMeans(len(init_rows), init=x[init_rows], n_init=1, algorithm="lloyd", tol=0, max_iter=500).fit(x)
    return dict(data=name, init_rows=init_rows, inertia=km.inertia_, labels=km.labels_, sizes=np.bincount(km.labels_),
                silhouette=metrics.silhouette_score(x, km.labels_),
                adjusted_rand_vs_truth=metrics.adjusted_rand_score(truth, km.labels_),
                best_of_100_inertia=cluster.KMeans(len(init_rows), n_init=100, random_state=0).fit(x).inertia_)


def pca_case(name, x, k):
    p = decomposition.PCA(k, svd_solver="full").fit(x)
    return dict(data=name, components=p.components_, explained_variance=p.explained_variance_,
                explained_variance_ratio=p.explained_variance_ratio_,
                singular_values=p.singular_values_, mean=p.mean_)


# ---- neural net trajectories -----------------------------------------------------------------
def mlp_trajectory(activation, optimiser, steps=40, batch=32):
    """64-32-10 net on the first 640 digits / 16, no shuffling: step t uses rows (t*batch .. t*batch+batch) mod 640.
    Initial weight[i, j] (row i = output unit) = 0.2 * sin(1 + i * fan_in + j); biases 0. Mean cross-entropy, float64."""
    x = torch.tensor(digits.data[:640] / 16); y = torch.tensor(digits.target[:640])
    init = lambda o, i: torch.nn.Parameter(0.2 * torch.sin(1 + torch.arange(o * i, dtype=torch.float64)).reshape(o, i))
    w1, b1, w2, b2 = (
        init(32, 64), torch.nn.Parameter(torch.zeros(32, dtype=torch.float64)),
        init(10, 32), torch.nn.Parameter(torch.zeros(10, dtype=torch.float64)))
    params = [w1, b1, w2, b2]
    opt = dict(sgd=lambda: torch.optim.SGD(params, lr=.5),
               momentum=lambda: torch.optim.SGD(params, lr=.1, momentum=.9, weight_decay=1e-3),
               nesterov=lambda: torch.optim.SGD(params, lr=.1, momentum=.9, nesterov=True),
               adam=lambda: torch.optim.Adam(params, lr=.01),
               adamw=lambda: torch.optim.AdamW(params, lr=.01, weight_decay=.1))[optimiser]()
    act = dict(tanh=torch.tanh, relu=torch.relu, gelu=torch.nn.functional.gelu)[activation]; losses, norms = [], []
    for t in range(steps):
        rows = (torch.arange(batch) + t * batch) % 640
        loss = torch.nn.functional.cross_entropy(act(x[rows] @ w1.T + b1) @ w2.T + b2, y[rows]); opt.zero_grad()
        loss.backward()
        losses.append(loss.item()); norms.append([p.grad.norm().item() for p in params]); opt.step()
    return dict(activation=activation, optimiser=optimiser, loss=losses, gradient_norms_w1_b1_w2_b2=norms)


def scores_under_shift(seed):
    """Prior shift: posteriors under the training base rate, and under another one (Saerens et al. 2002, Elkan 2001)."""
    r = np.random.default_rng(seed); p = r.random(8); out = []
    for train, deploy in [(.5, .01), (.37, .05), (.02, .2)]:
        q = p * deploy / train; q = q / (q + (1 - p) * (1 - deploy) / (1 - train))
        out.append(dict(train=train, deploy=deploy, before=p, after=q))
    return out


def main():
    seed = 20261122
    xc, xw = standardise(cancer.data), standardise(wine.data)
    yc = (cancer.target == 0).astype(float)      # 1 = malignant
    write("metrics.json", dict(
        binary=binary_cases(seed), regression=regression_case(seed), multiclass=multiclass_case(seed)))
    write("statistics.json", statistics_cases(seed) | dict(prior_shift=scores_under_shift(seed)))
    write("logistic.json", dict(
        data="breast_cancer.csv, malignant = 1, standardised with population sd",
        objective="mean BCE + penalty/2 |w|^2, bias unpenalised",
        optimum=[logistic_optimum(xc, yc, l) for l in (.001, .01, .1, 1.)],
        descent=[gradient_descent(xc, yc, r, 60) for r in (.01, .1, 1.)]))
    write("pca.json", [
        pca_case("wine.csv standardised", xw, 13), pca_case("digits.csv raw", digits.data, 10),
        pca_case("wine.csv raw", wine.data, 3)])
    write("kmeans.json", [
        kmeans_case("wine.csv standardised", xw, wine.target, [0, 70, 150]),
        kmeans_case("digits.csv raw", digits.data, digits.target, list(range(10)))])
    write("mlp.json", dict(about=mlp_trajectory.__doc__, runs=[mlp_trajectory(a, o) for a, o in [
        ("tanh", "sgd"), ("relu", "sgd"), ("relu", "momentum"),
        ("gelu", "nesterov"), ("relu", "adam"), ("tanh", "adamw")]]))


if __name__ == "__main__":
    main()

"""Ends of Clopper-Pearson intervals, and binomial p-values, to 20 digits by mpmath: the golden values of exact-tails.json."""
import mpmath as mp
from rows_json import rows_json

mp.mp.dps = 60

def tail_upper(k, n, p):  # P(X >= k)
    return 1 if k == 0 else mp.betainc(k, n - k + 1, 0, p, regularized=True) if n <= 10**5 else series(k, n, p, up=True)

def mass(k, n, p):
    return mp.exp(mp.loggamma(n + 1) - mp.loggamma(k + 1) - mp.loggamma(n - k + 1) + k * mp.log(p) + (n - k) * mp.log1p(-p))

def series(k, n, p, up):
    """Sum of the terms from k away from the mean, until they no longer matter."""
    p = mp.mpf(p)
    odds, term, total, j = p / (1 - p), mp.mpf(1), mp.mpf(0), k
    while term > mp.mpf(10) ** -40 * total and 0 <= j <= n:
        total += term
        if up: term, j = term * (n - j) / (j + 1) * odds, j + 1
        else:  term, j = term * j / (n - j + 1) / odds, j - 1
    return total * mass(k, n, p)

def root(f, low, high):
    """f rises; bisected in ln p, down to 30 digits."""
    low, high = mp.log(low), mp.log(high)
    for _ in range(120):
        middle = (low + high) / 2
        low, high = (middle, high) if f(mp.exp(middle)) < 0 else (low, middle)
    return mp.exp((low + high) / 2)

def interval(x, n, confidence):
    half = (1 - mp.mpf(confidence)) / 2  # of the very double that the program is given
    q = mp.mpf(x) / n
    start = mp.mpf(10) ** -40
    low = 0 if x == 0 else root(lambda p: series(x, n, p, True) - half, start, q)
    if x == n: high = 1
    elif x == 0: high = 1 - half ** (mp.mpf(1) / n)
    else: high = root(lambda p: half - series(x, n, p, False), q, 1 - mp.mpf(10) ** -40)
    return low, high

rows = []
for x, n in [(3, 10**9), (1, 10**9), (0, 10**9), (0, 7), (1, 7), (6, 7), (5, 20), (50, 1000), (999, 1000), (40, 10**6), (10**9 - 3, 10**9)]:
    for alpha in (0.05, 1e-6, 1e-11, 1e-12):
        confidence = 1 - alpha
        low, high = interval(x, n, confidence)
        rows.append(dict(successes=x, trials=n, confidence=confidence, low=mp.nstr(low, 20), high=mp.nstr(high, 20)))

tests = []
for b, c in [(3, 2**31 + 5), (2**31, 2**31 + 300000), (2147483648, 2147483648), (3 * 10**9, 3 * 10**9 + 600000), (40, 100)]:
    n, k = b + c, min(b, c)
    p = 2 * series(k, n, mp.mpf(1) / 2, False)
    m = mass(k, n, mp.mpf(1) / 2)
    mid = 1 - m / 2 if b == c else p - m  # an equal count has no twin on the other side
    tests.append(dict(only_first=b, only_second=c, p=mp.nstr(min(mp.mpf(1), p), 20), mid_p=mp.nstr(mid, 20)))

print(rows_json(dict(clopper_pearson=rows, mcnemar=tests)))

namespace MlMaths.Torch.Tests.Projects;

/// <summary>
/// Claims of somebody who knew no rule, with his own answers, about runs of his own; where these runs have another number than his, it
/// stands here instead. The rates of the first time stand in the README of the portfolio.
/// </summary>
internal static class StrangersClaims
{
    /// <summary>Sentences that get something else than they deserve, and what they get.</summary>
    public static IReadOnlyDictionary<string, Deserved> KnownWrong { get; } = new Dictionary<string, Deserved>
    {
        // made up, which no run can know
        ["Deployed the fraud model behind a REST API that serves 2 million requests a day."] = Deserved.NotJudged,
        // that descent was still on its way stands on a page alone
        ["Newton's method converged in 11 iterations, where plain gradient descent was still on its way after 300."] = Deserved.NotJudged,
        // these runs are older than the measurement of what the kept components explain
        ["Three principal components (chosen by a permutation test) keep 67% of the variance of the 13 wine columns."] = Deserved.NotJudged,
    };

    public static IReadOnlyList<(string Sentence, Deserved Deserved)> All { get; } =
    [
        ("R² of 0.48 on the 110 test rows of the diabetes data.", Deserved.Reject),
        ("My drift monitor first raised the alarm in week 41, with a measured false-alarm rate below 1 % per week.", Deserved.Pass),
        ("Fraud detection: flagging at p >= 0.048 finds two thirds (66 %) of fraudulent payments, 77 of 117, among 9,230 unseen "
            + "transactions.", Deserved.Pass),
        ("Deployed the fraud model behind a REST API that serves 2 million requests a day.", Deserved.Reject),
        ("The first two principal components explain 67% of the variance of the wine data.", Deserved.Reject),
        ("Showed why accuracy misleads on rare classes: a fraud detector that never raises a flag is already right 98.7% of the time.",
            Deserved.Pass),
        ("Wrote backpropagation in SIMD C#; one gradient takes 99 µs instead of 520 µs, roughly 5x faster than autograd.", Deserved.Pass),
        ("With 10% of the training targets turned into outliers, the MAE of least squares doubled from 44.6 to 88, while least absolute "
            + "deviations stayed at 45.", Deserved.Pass),
        ("Evaluated with 10-fold cross-validation, repeated 5 times.", Deserved.Reject),
        ("Built logistic regression from scratch (no scikit-learn) for the Wisconsin breast cancer data: test ROC AUC 0.998 "
            + "(95% CI 0.959–1.000) on 115 held-out patients.", Deserved.Pass),
        ("Single-row inference in plain C# answers in under 3 µs at the 95th percentile.", Deserved.Pass),
        ("Adding dropout of 0.1 significantly reduced the validation loss of the network.", Deserved.Reject),
        ("Trained the digits network on an NVIDIA A100 GPU in 12 seconds.", Deserved.Reject),
        ("Class weights improved the fraud net: average precision rose from 0.380 to 0.387.", Deserved.Reject),
        ("The digit classifier recognises 98.9 % of images it has never seen before.", Deserved.Reject),
        ("Reached an average precision of 0.93 on imbalanced fraud data (1.27% positives).", Deserved.Reject),
        ("Newton's method converged in 11 iterations, where plain gradient descent was still on its way after 300.", Deserved.Pass),
        ("My breast cancer classifier finds at least 95% of malignant tumours (95% confidence).", Deserved.Reject),
        ("Three principal components (chosen by a permutation test) keep 67% of the variance of the 13 wine columns.", Deserved.Pass),
        ("Neural network for handwritten digits with 98% test accuracy.", Deserved.Reject),
        ("Hand-written SIMD gradients run 10 times faster than autograd.", Deserved.Reject),
        ("Linear regression on the wine data predicts held-out rows with an R² of 0.443.", Deserved.Reject),
        ("Digits: 100% accuracy on the test set after 54 epochs of training.", Deserved.Reject),
        ("Inference latency below 1.4 µs at the 99th percentile for single rows.", Deserved.Reject),
        ("Tuned hyperparameters with random search and successive halving within a fixed budget of 1,500 epochs.", Deserved.Pass),
        ("The net was trained with Adam on mini-batches of 32 rows, with a learning rate chosen by a sweep over seven rates.",
            Deserved.Pass),
        ("k-means with k = 3 on the wine data recovers the three cultivars with an adjusted Rand index of 0.80, without ever seeing the "
            + "labels.", Deserved.Pass),
        ("Compared logistic regression with an MLP by 5-fold cross-validation repeated 10 times: the difference in ROC AUC is -0.0007 "
            + "(95% CI -0.004 to 0.003), so they are practically equal.", Deserved.Pass),
        ("Logistic regression outperforms a neural network on breast cancer (ROC AUC 0.997 vs. 0.995).", Deserved.Reject),
        ("Trained the neural net with SGD and momentum, batch size 64, for 100 epochs.", Deserved.Reject),
        ("On the held-out breast cancer rows my logistic regression caught all 43 malignant tumours, at the price of only 5 false alarms "
            + "among 72 benign ones.", Deserved.Pass),
        ("Chose the decision threshold from the cost of errors (a missed tumour is 10 times as expensive as a false alarm, hence "
            + "p >= 0.091) instead of the default 0.5.", Deserved.Pass),
        ("Showed that least squares predicts diabetes progression better than least absolute deviations (RMSE 54.8 vs 55.2).",
            Deserved.Reject),
        ("The fraud model flags payments with a precision of 66%.", Deserved.Reject),
        ("Derived the gradient of logistic regression by hand and verified it against central differences: every coordinate agrees to "
            + "within 1e-10.", Deserved.Pass),
        ("Trained a small neural network (17k parameters) on handwritten digits: 96.7% accuracy on 360 test images, 95% CI 94% to 98%.",
            Deserved.Pass),
        ("Achieved a perfect ROC AUC of 1.0 on the breast cancer test set with my own logistic regression.", Deserved.Reject),
        ("Cut the expected cost of payment fraud by about half, from 12,676 to 6,096 units per 10,000 transactions, compared with "
            + "flagging nothing.", Deserved.Pass),
        ("Linear regression explains about 44% of the variance of diabetes progression on held-out rows (R² = 0.44, 95% CI 0.23–0.59).",
            Deserved.Pass),
        ("PR-AUC (average precision) of 0.38 on a payments data set where a mere 1.3% of the transactions are fraud.", Deserved.Pass),
    ];
}

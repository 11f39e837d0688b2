using MlMaths.Torch.Portfolio.Cv;
using MlMaths.Torch.Portfolio.Cv.Check;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Runs;
using static MlMaths.Torch.Portfolio.Cv.Check.CvVerdict;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Numbers of somebody's CV against runs: what is true is let stand, and what is not is told apart.</summary>
public sealed class CvCheckTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlmaths-");

    public void Dispose() => _home.Delete(recursive: true);

    // Claims as people write them, the last number of each; what is expected was written down before the check was first run on them.
    private static readonly (string Sentence, CvVerdict Verdict)[] Claims =
    [
        // Supported.
        ("Built a logistic regression classifier with a ROC AUC of 0.998.", Supported),
        ("Logistic regression in C#: AUC 0.998 on held-out data", Supported),
        ("Reached 96 % accuracy with logistic regression.", Supported),
        ("Reached 95.7% accuracy on breast cancer with logistic regression.", Supported),
        ("Logistic model with a recall of 1.00 at a threshold from costs.", Supported),
        ("Logistic regression, precision 0.90 on test rows.", Supported),
        ("My logistic classifier has an accuracy of over 90 %.", Supported),
        ("Logistic regression with an average precision of 0.996.", Supported),
        ("Saved 0.148 units per case by choosing the threshold.", Supported),
        ("Damped Newton converged in 11 steps.", Supported),
        ("Logistic regression: an F1 score of 0.945.", Supported),
        ("Trained a neural network to 96.7 % accuracy.", Supported),
        ("A neural net with 17,226 parameters.", Supported),
        ("A neural net of about 17k parameters.", Supported),
        ("Served the neural net with a p95 latency of 1.02 µs.", Supported),
        ("Validation accuracy of 0.994 for the neural net.", Supported),
        ("Regularisation cut the validation loss by 0.20 nats per row.", Supported),
        ("Ranked rare payments with a ROC AUC of 0.928.", Supported),
        ("Average precision of 0.38 on fraud payments.", Supported),
        ("Recall of 66 % on an imbalanced problem.", Supported),
        ("Saved 6,580 units per ten thousand rows against flagging nothing.", Supported),
        ("Monitoring with a false-alarm rate of 0.7 %.", Supported),
        ("Fraud base rate of 1.27 %.", Supported),
        ("k-means found 3 clusters.", Supported),
        ("Clusters are stable: adjusted Rand 0.87.", Supported),
        ("PCA with 36.7 % of the variance explained by the first axis.", Supported),
        ("Compared models over 200 random splits.", Supported),
        ("Accuracy varies with a standard deviation of 0.015.", Supported),
        ("Linear regression with an R² of 0.44.", Supported),
        ("Linear regression: RMSE of 54.8.", Supported),
        ("Derived 17 gradients by hand.", Supported),
        ("Backpropagation agrees with autograd to within 1.8e-15.", Supported),
        ("Daily peeking reports a change in 27 % of tests.", Supported),
        ("Logistic regression, accuracy 0.95.", Supported), // modest: cut, not rounded

        ("A neural network of 17,226 weights.", Supported),
        ("Cut fraud costs by 6,580 units per 10,000 transactions.", Supported),
        ("Detected payments with AP = 0.38 at a base rate of 1.3 %.", Supported),
        ("AP of 0.38 in finding fraud.", Supported),
        ("The network's hand-derived gradients match autograd to 2e-15.", Supported),
        ("A neural net, where one that sees nothing has an accuracy of 10 %.", Supported),
        ("Perceptron: ROC AUC 0.995 against logistic regression.", Supported),

        // Rounded too kindly: nearer to what one would like than to what was measured, and inside the interval.
        ("Logistic regression with an accuracy of 97 %.", RoundedTooKindly),
        ("Logistic regression with an accuracy of 0.96 to be precise, or 0.97 accuracy.", RoundedTooKindly),
        ("Logistic regression, precision 0.91 on test rows.", RoundedTooKindly),
        ("Neural net with 0.97 accuracy; the neural net reached an accuracy of 98 %.", RoundedTooKindly),
        ("Ranked payments with a ROC AUC of 0.94.", RoundedTooKindly),
        ("Average precision of 0.40 on fraud payments.", RoundedTooKindly),
        ("Recall of 70 % on an imbalanced problem.", RoundedTooKindly),
        ("Linear regression with an R² of 0.5.", RoundedTooKindly),
        ("Linear regression: RMSE of 52.", RoundedTooKindly),
        ("Clusters are stable: adjusted Rand 0.90.", RoundedTooKindly),

        // Stronger than the interval.
        ("Logistic regression with 99 % accuracy.", StrongerThanInterval),
        ("Logistic regression with an accuracy of at least 95 %.", StrongerThanInterval),
        ("Logistic regression with an accuracy of more than 95 %.", StrongerThanInterval),
        ("Neural network with 99.9 % accuracy.", StrongerThanInterval),
        ("Ranked payments with a ROC AUC of 0.98.", StrongerThanInterval),
        ("Average precision of 0.80 on fraud payments.", StrongerThanInterval),
        ("Recall of 95 % on an imbalanced problem.", StrongerThanInterval),
        ("Linear regression with an R² of 0.84.", StrongerThanInterval),
        ("Saved 12,000 units per ten thousand rows against flagging nothing.", StrongerThanInterval),
        ("Saved 259 units per ten thousand rows against a searched threshold.", StrongerThanInterval),
        ("The perceptron outperforms logistic regression.", StrongerThanInterval),
        ("p95 latency of 0.3 µs for the neural net.", StrongerThanInterval),

        // From rows that the model was chosen by.
        ("Neural net with 99.4 % accuracy.", FromTrainingRows),
        ("The neural network reached an accuracy of 0.994 on unseen digits.", FromTrainingRows),

        // Swapped, or another run's.
        ("Logistic regression with a recall of 0.896.", NoRunSays),
        ("Fraud model: precision of 0.199 and recall of 0.199.", NoRunSays),
        ("The neural net has a ROC AUC of 0.998.", NoRunSays),
        ("k-means with a recall of 1.00 on its clusters.", NoRunSays),
        ("Ranked payments with an average precision of 0.199.", NoRunSays),
        ("Linear regression with a ROC AUC of 0.928.", NoRunSays),
        ("Logistic regression with an accuracy of 0.80.", NoRunSays),

        ("Accuracy of 98.7 % in finding fraud.", StrongerThanInterval), // that of flagging nothing
        ("Logistic regression reached a ROC AUC of 0.9945.", NoRunSays), // the perceptron's
        ("Found payments with a recall of 0.55 to be exact.", NoRunSays),
        ("PR-AUC of 0.45 in finding fraud.", NoRunSays),

        // Made up.
        ("Reduced churn by 23 %.", NoRunSays),
        ("A speed-up of 12.5 over the old system.", NoRunSays),
        ("k-means found 12 clusters.", NoRunSays),
        ("Derived 40 gradients by hand.", NoRunSays),
        ("A neural net of 1,000,000 parameters.", NoRunSays),
        ("Compared models over 500 random splits.", NoRunSays),
        ("Cut inference costs by 35 %.", NoRunSays),
        ("Raised revenue by 4.2 %.", NoRunSays),
    ];

    [Fact]
    public void At_least_95_of_100_claims_are_judged_right_and_none_that_is_supported_is_rejected()
    {
        CvJudge judge = new(new MadeRuns(_home.FullName).All());
        List<string> wrong = [], rejected = [];
        foreach ((string sentence, CvVerdict expected) in Claims)
        {
            JudgedNumber? judged = CvText.Of(sentence, isTex: false).SelectMany(one => judge.Of(one).Judged).LastOrDefault();
            if (judged?.Verdict != expected) wrong.Add($"{judged?.Verdict} ({judged?.Nearest?.Id}), not {expected}: {sentence}");
            if (expected == Supported && judged?.Verdict != Supported) rejected.Add(sentence);
        }

        Assert.InRange(Claims.Length, 60, 200);
        Assert.Empty(rejected);
        Assert.True(wrong.Count <= 0.05 * Claims.Length, $"{wrong.Count} of {Claims.Length} wrong:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Every_sentence_that_cv_tells_passes_its_own_check()
    {
        IReadOnlyList<FinishedRun> runs = new MadeRuns(_home.FullName).All();
        CvJudge judge = new(runs);
        JudgedNumber[] judged =
        [
            .. CvPage.Of(runs, CvFormat.Txt).Lines.Where(line => line.EndsWith('.') && !line.StartsWith(' '))
                .SelectMany(line => CvText.Of(line, isTex: false)).SelectMany(one => judge.Of(one).Judged),
        ];
        Assert.InRange(judged.Length, 60, 200);
        Assert.Empty(judged.Where(one => one.Verdict != Supported).Select(one => $"{one.Verdict} {one.Text}: {one.Passage.Text}"));
    }
}

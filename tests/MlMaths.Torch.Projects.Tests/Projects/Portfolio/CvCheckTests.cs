using MlMaths.Torch.Portfolio;
using MlMaths.Torch.Portfolio.Cv;
using MlMaths.Torch.Portfolio.Cv.Check;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;
using Spectre.Console.Testing;
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
        CvJudge judge = new(Runs());
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
        IReadOnlyList<FinishedRun> runs = Runs();
        CvJudge judge = new(runs);
        JudgedNumber[] judged =
        [
            .. CvPage.Of(runs, CvFormat.Txt).Lines.Where(line => line.EndsWith('.') && !line.StartsWith(' '))
                .SelectMany(line => CvText.Of(line, isTex: false)).SelectMany(one => judge.Of(one).Judged),
        ];
        Assert.InRange(judged.Length, 60, 200);
        Assert.Empty(judged.Where(one => one.Verdict != Supported).Select(one => $"{one.Verdict} {one.Text}: {one.Passage.Text}"));
    }

    [Fact]
    public void Numbers_that_claim_nothing_are_passed_over_and_listed()
    {
        const string Text = """
            # Ada Example
            +44 20 7946 0958, ada@example.org, https://example.org/2024/1
            2019–2023 engineer, team of 12; since 3 May 2024 lead. Grade 2.1.
            1. C# 13, .NET 10 and Python 3.12.1
            2. F1 and L2 are words; split 80/20; see week 3
            - ROC AUC 0.998, 95 % interval 0.959 to 1.000, with logistic regression
            """;
        (int exitCode, string said) = Checked("cv.md", Text, Runs());
        Assert.Equal(0, exitCode);
        Assert.Contains("2 of 2 numbers supported by the runs.", said, StringComparison.Ordinal);
        foreach (string passed in new[]
        {
            "'+44 20 7946 0958'", "'2019–2023'", "'C# 13'", "'Python 3.12.1'", "'80/20'", "'12'", "'week 3'", "'95 % interval'",
        })
        {
            Assert.Contains(passed, said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("cv.md", "- **ROC AUC**: `0.998` with [logistic regression](https://example.org)", 0)]
    [InlineData("cv.md", "<!-- accuracy 0.12 --> Logistic regression with\naccuracy 0.957.\n```\naccuracy 0.11\n```", 0)]
    [InlineData("cv.tex", @"\item Logistic regression in C\# reached \textbf{95.7\,\%} accuracy % 12 % recall", 0)]
    [InlineData("cv.txt", "Logistic regression: AUC 0.998, 95 % interval 0.99 to 1.000.", 3)]
    [InlineData("cv.txt", "test.recall is 0.658 and k-means", 3)]
    [InlineData("cv.txt", "logistic recall 0.50", 3)]
    [InlineData("cv.txt", "Logistic AUC 0.998, run 20250101-000000-logistic-regression-7.", 3)]
    public void Markup_ranges_ids_and_names_of_runs_are_read(string name, string text, int exitCode) =>
        Assert.Equal(exitCode, Checked(name, text, Runs()).ExitCode);

    [Fact]
    public void A_run_that_was_changed_and_one_that_is_gone_support_nothing()
    {
        string changed = MadeRun.In(_home.FullName, "logistic", isChanged: true, MadeRun.Number("test.roc_auc", 0.95, 0.9, 0.98));
        (int exitCode, string said) = Checked("cv.txt", "ROC AUC of 0.95", [FinishedRun.Open(changed)]);
        Assert.Equal(3, exitCode);
        Assert.Contains("from a run that was changed, 'results.json' was changed after the run", said, StringComparison.Ordinal);
        said = Checked("cv.txt", "ROC AUC 0.95 (20250101-000000-net-7)", [FinishedRun.Open(changed)]).Said;
        Assert.Contains("from a run that is gone", said, StringComparison.Ordinal);
        Assert.Contains("20250101-000000-net-7", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cv.docx", "x", "is no .md, .txt or .tex file")]
    [InlineData("cv.md", "I am a kind person.", "has no number that a run could support: name a metric")]
    [InlineData("cv.md", "Since 2019.", "(1 number passed over, such as '2019', a year)")]
    [InlineData("cv.txt", "a\0b", "is no text")]
    [InlineData("<b>x\u202e.md", "No number", "'")]
    public void A_file_that_cannot_be_checked_is_one_sentence(string name, string text, string sentence)
    {
        (int exitCode, string said) = Checked(name, text, Runs());
        Assert.Equal(2, exitCode);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_five_megabytes_and_a_missing_one_are_refused()
    {
        Assert.Contains("and a CV at most 1,048,576", Checked("cv.md", new string('x', 5 << 20), Runs()).Said, StringComparison.Ordinal);
        Assert.Contains("There is no file", Typed("check", Path.Combine(_home.FullName, "no.md")).Said, StringComparison.Ordinal);
        Assert.Contains("Name the file of a CV", Typed("check").Said, StringComparison.Ordinal);
        string cv = Path.Combine(_home.FullName, "one.md");
        File.WriteAllText(cv, "Accuracy 0.9");
        string said = Typed("check", cv, "--runs", Path.Combine(_home.FullName, "none")).Said;
        Assert.Contains("There is no run below", said, StringComparison.Ordinal);
    }

    private (int ExitCode, string Said) Checked(string name, string text, IReadOnlyList<FinishedRun> runs)
    {
        string file = Path.Combine(_home.FullName, name);
        File.WriteAllText(file, text);
        return Typed(["check", file, .. runs.Select(run => run.Folder)]);
    }

    private static (int ExitCode, string Said) Typed(params string[] args)
    {
        using TestConsole console = new TestConsole().Width(400), errors = new TestConsole().Width(4000);
        int exitCode = PortfolioProgram.Commands.Run(["cv", .. args], console, errors);
        return (exitCode, console.Output + errors.Output);
    }

    private IReadOnlyList<FinishedRun> Runs() =>
    [
        Run("logistic", N("test.accuracy", 0.95652, 0.9022, 0.9813), N("test.precision", 0.89583, 0.7783, 0.9547),
            N("test.recall", 1, 0.91799, 1), N("test.f1", 0.94505, 0.8753, 0.9768), N("test.roc_auc", 0.99774, 0.95885, 0.99987),
            N("test.average_precision", 0.99647, 0.98, 0.99939), N("test.log_loss", 0.0724, 0.0256, 0.673, "nats per row"),
            N("test.saved_per_case", 0.14783, 0.00424, 0.5299, "units"), N("gradient.max_abs_difference", 0),
            N("newton.steps", 11, unit: "steps"), N("threshold.chosen", 0.090909)),
        Run("decision", N("test.roc_auc", 0.9276, 0.8983, 0.94847), N("test.average_precision", 0.38002, 0.2946, 0.47356),
            N("test.recall", 0.65812, 0.5684, 0.7378), N("test.precision", 0.19897, 0.1622, 0.2416),
            N("test.accuracy", 0.962, 0.958, 0.9658), N("baseline.accuracy", 0.98732, 0.98483, 0.98941),
            N("baseline.rate", 0.012676, 0.0106, 0.01517), N("test.ece", 0.00286, 0, 0.00454),
            N("cost.alert_none", 12676, 10546, 15117, "units"),
            N("cost.alert_all", 49492, 49395, 49578, "units"), N("saved.against_alert_none", 6579.63, 4879.46, 8586.07, "units"),
            N("saved.against_empirical", 258.94, -128.45, 946.79, "units"), N("alarm.false_rate", 0.00705, 0.005938, 0.008309),
            N("shift.estimated_rate", 0.034246, 0.0173, 0.0548), N("shift.true_rate", 0.043365, 0.033, 0.0567)),
        Run("net", N("test.accuracy", 0.96667, 0.94265, 0.98083), N("validation.accuracy", 0.99443),
            N("net.parameters", 17226, unit: "parameters"),
            N("preflight.blind_accuracy", 0.10028), N("cured.saved", 0.20249, 0.11405, 0.32147, "nats per row"),
            N("overfit.gap", 0.75331, 0.58971, 0.96381, "nats per row"), N("latency.batch1.p95_us", 1.022, 0.7359, 1.3845, "µs"),
            N("latency.module.batch1.p95_us", 11.967, 7.5786, 21.243, "µs")),
        Run("pca", N("kmeans.k", 3, how: "as the evidence suggests; the verdict is: clusters"),
            N("kmeans.stability", 0.87251, 0.74358, 0.98786),
            N("kmeans.silhouette", 0.26382, 0.24818, 0.27864), N("pca.ratio.pc1", 0.36667, 0.32745, 0.42255),
            N("pca.ways_difference", 4.996e-16), N("pca.components.kept", 3),
            N("pca.reconstruction.test", 0.34734, 0.28561, 0.43756, "per value"),
            N("leakage.difference", 0.020143, 0.011461, 0.033771, "per value")),
        Run("evaluate", N("compare.gain", -0.00074, -0.00428, 0.0028, how: "perceptron against logistic, ROC AUC, positive is better"),
            N("cv.folds", 50), N("splits.count", 200), N("splits.accuracy.sd", 0.015104), N("test.roc_auc", 0.99709, 0.95763, 0.9998),
            N("cv.roc_auc", 0.99331, 0.98498, 1), N("test.roc_auc.perceptron", 0.99451, 0.95288, 0.99935)),
        Run("regression", N("regression.r2", 0.44318, 0.23459, 0.59492), N("regression.rmse", 54.7616, 48.3462, 62.0283),
            N("regression.gain", 18.6895, 10.1463, 28.0813), N("regression.ways_difference", 1.9e-13), N("regression.condition", 20.263),
            N("regression.coverage.even", 0.952, 0.9438, 0.959)),
        Run("calculus", N("check.derivations", 17, unit: "gradients of losses and layers"), N("check.worst_autograd", 1.776e-15),
            N("check.worst_differences", 7.1e-10), N("check.planted_found", 1, 0.99961, 1), N("check.false_alarms", 0, 0, 0.00433),
            N("stable.within_octave", 1, 0.83157, 1)),
        Run("distributions", N("chance.daily", 0.2743, 0.26816, 0.28053), N("chance.at_end", 0.0505, 0.04755, 0.05362),
            N("coverage.wilson_least", 0.93308), N("coverage.wald_least", 0.86386), N("poisson.ratio_bursts", 2.889, 2.7741, 3.0258),
            N("poisson.change_bursts", 0.247, 0.2339, 0.2606)),
    ];

    private FinishedRun Run(string verb, params Measurement[] numbers) =>
        FinishedRun.Open(MadeRun.In(_home.FullName, verb, isChanged: false, numbers));

    private static Measurement N(string id, double value, double? low = null, double? high = null, string unit = "", string how = "") =>
        MadeRun.Number(id, value, low, high, unit, how);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using MlMaths.Torch.Portfolio.Cv.Check;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;
using static MlMaths.Torch.Portfolio.Cv.Check.CvVerdict;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>
/// Claims of somebody who had read no code, on runs of several tables: which run a claim speaks of, what a page says beside the
/// measurements, and what became what.
/// </summary>
public sealed class CvScopeTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlmaths-");

    public void Dispose() => _home.Delete(recursive: true);

    [Theory]
    [InlineData("## Breast cancer classifier\n- Test accuracy of 96 %", Supported)]
    [InlineData("## Customer churn\n- Test accuracy of 96 %", StrongerThanInterval)]
    [InlineData("Customer churn\n--------------\n\nTest accuracy of 78 %.", Supported)]
    [InlineData("- Found the churners with an accuracy of 96 %", StrongerThanInterval)]
    [InlineData("## Breast cancer classifier\n- Implemented Newton's method: 6 steps to convergence", NoRunSays)]
    [InlineData("## Breast cancer classifier\n- Newton's method converged in 11 steps", Supported)]
    [InlineData("## Breast cancer classifier\n- Precision of 0.90 at the 0.09 threshold", Supported)]
    [InlineData("## Breast cancer classifier\n- Precision of 0.98 at the 0.09 threshold", StrongerThanInterval)]
    [InlineData("## Breast cancer classifier\n- Precision of 0.98 in the evaluation at one half", Supported)]
    public void A_heading_and_a_threshold_say_which_run_is_meant(string text, object verdict) => Assert.Equal(verdict, Worst(text));

    [Theory]
    [InlineData("Small neural net vs. logistic regression on the same payments: average precision 0.38 vs. 0.25", Supported)]
    [InlineData("Small neural net vs. logistic regression on the same payments: average precision 0.38 vs. 0.31", NoRunSays)]
    [InlineData("Payments: resampling lowered the perceptron's average precision from 0.380 to 0.293", Supported)]
    [InlineData("Payments: resampling raised the perceptron's average precision from 0.293 to 0.380", NoRunSays)]
    [InlineData("Payments: class weights raised the perceptron's average precision from 0.380 to 0.387", StrongerThanInterval)]
    public void Tables_of_a_page_are_evidence(string text, object verdict) => Assert.Equal(verdict, Worst(text));

    [Theory]
    [InlineData("The line cuts the RMSE of the rents by almost three quarters (426 to 112).", Supported)]
    [InlineData("The line cuts the RMSE of the rents by almost two thirds (426 to 112).", NoRunSays)]
    [InlineData("The line cuts the RMSE of the rents from 426 to 90.", NoRunSays)]
    [InlineData("Predicting the training mean cuts the RMSE of the rents from 426 to 112.", NoRunSays)]
    [InlineData("Predicts rents with an average error of less than 80 EUR.", StrongerThanInterval)]
    [InlineData("Conversion rose from 4.9 % to 5.8 %, a difference of 0.95 percentage points (95 % CI [0.17, 1.74]).", Supported)]
    [InlineData("Raised the conversion rate by 0.95 %.", NoRunSays)]
    [InlineData("Raised the conversion rate by 20 %.", Supported)]
    [InlineData("Proved that support tickets went up by 45 %.", StrongerThanInterval)]
    [InlineData("Regularisation cut the gap of an overfitted net from 0.70 to 0.30.", NoRunSays)]
    [InlineData("Regularisation cut the gap of an overfitted net by a quarter, from 0.70 to 0.53.", Supported)]
    [InlineData("Answers a single row within 1.69 ms (p95) in plain C#.", NoRunSays)]
    [InlineData("Answers a single row within 2.3 µs (p95) in plain C#.", Supported)]
    public void What_became_what_is_two_numbers_of_one_measure(string text, object verdict) => Assert.Equal(verdict, Worst(text));

    [Fact]
    public void A_claim_has_one_verdict_and_the_runs_that_were_read_are_told()
    {
        string file = Path.Combine(_home.FullName, "cv.md");
        File.WriteAllText(file, "## Breast cancer\n- Accuracy of 96 %. ROC AUC of 0.70.\n- Recall of 100 %\n");
        (int exitCode, string said) = PortfolioRunOf.Answer(["cv", "check", file, .. Runs().Select(run => run.Folder)]);
        Assert.Equal(3, exitCode);
        Assert.Contains("Read: 7 runs, as named: logistic on 'breast_cancer', logistic on 'churn', ", said, StringComparison.Ordinal);
        Assert.Contains("line 2: rejected, no run says this: 'Accuracy of 96 %. ROC AUC of 0.70.'", said, StringComparison.Ordinal);
        Assert.Contains("line 3: supported: 'Recall of 100 %'", said, StringComparison.Ordinal);
        Assert.Contains("1 of 2 claims supported by the runs, 1 rejected.", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\item p95 latency of $1.7\,\mu$s against $18.3\,\mu$s % no more", "p95 latency of 1.7 µs against 18.3 µs")]
    [InlineData(@"\item gain of $-0.0001$ (95\,\% CI $[0.17, 1.74]$), \textbf{within} $10^{-10}$",
        "gain of −0.0001 (95 % CI [0.17, 1.74]), within 10^-10")]
    [InlineData("\\begin{itemize}\n\\item 0.70 to 0.30\n\\end{itemize}\n\\end{document}", "0.70 to 0.30")]
    [InlineData(@"\item 2{,}000 rows -- R$^2$ of 0.9~\pm 0.1", "2,000 rows – R² of 0.9 ±0.1")]
    public void TeX_is_read_command_by_command(string tex, string text) =>
        Assert.Equal(text, Assert.Single(CvText.Of(tex, isTex: true)).Text);

    private CvVerdict? Worst(string text)
    {
        CvJudge judge = new(Runs());
        CvPassage[] passages = [.. CvText.Of(text, isTex: false)];
        JudgedNumber[] parts = [.. passages.SelectMany(one => judge.Of(one).Judged)];
        return parts.Length == 0 ? null : new JudgedClaim(passages, parts).Verdict;
    }

    private FinishedRun[] Runs() =>
    [
        Run("a", "logistic", new("breast_cancer", 569, 30, "diagnosis", "malignant", ""), "", Rate("accuracy", 0.9565, 0.902, 0.981),
            Rate("precision", 0.8958, 0.778, 0.955), Rate("recall", 1, 0.918, 1), Rate("roc_auc", 0.9977, 0.959, 0.9999),
            N("threshold.chosen", 0.0909), N("newton.steps", 11, unit: "steps")),
        Run("b", "logistic", new("churn", 640, 6, "churned", "yes", ""), "", Rate("accuracy", 0.7813, 0.702, 0.844),
            N("threshold.chosen", 0.5), N("newton.steps", 6, unit: "steps")),
        Run("c", "evaluate", new("breast_cancer", 569, 30, "diagnosis", "malignant", ""), "",
            N("test.precision", 0.9767, 0.879, 0.996, how: "115 test rows, scored once by logistic; threshold 0.5")),
        Run("d", "decision", new("payments", 60000, 7, "kind", "fraud", ""), """
            | Model | Learnt from | ROC AUC | Average precision |
            | --- | --- | ---: | ---: |
            | logistic, plain | 23,078 rows | 0.893 (0.858 to 0.919) | 0.249 |
            | perceptron, plain | 23,078 rows | 0.928 (0.898 to 0.948) | 0.380 |
            | perceptron, weighted | 23,078 rows | 0.924 (0.894 to 0.945) | 0.387 |
            | perceptron, resampled | 526 rows | 0.909 (0.875 to 0.934) | 0.293 |

            | Pair | Average precision, difference |
            | --- | ---: |
            | perceptron, weighted less plain | 0.007 (−0.024 to 0.046) |
            | perceptron, resampled less plain | −0.087 (−0.149 to −0.028) |
            """, Rate("average_precision", 0.38, 0.295, 0.474)),
        Run("e", "regression", new("rents", 420, 5, "rent_eur", null, ""), "", N("regression.rmse", 112.2, 98.95, 127.3),
            N("regression.mae", 91.8, 79.7, 105.8), N("regression.baseline.rmse", 426.4, 383.8, 473.6)),
        Run("f", "net", new("digits", 1797, 64, "digit", null, ""), "", N("overfit.gap", 0.704, 0.559, 0.888, "nats per row"),
            N("cured.gap", 0.526, 0.429, 0.644, "nats per row"), N("latency.batch1.p95_us", 1.692, 0.564, 2.286, "µs")),
        Run("g", "distributions", null, "", N("change.before", 0.04875, 0.0437, 0.0543), N("change.after", 0.05827, 0.0528, 0.0643),
            N("change.difference", 0.009518, 0.0017, 0.01736), N("change.ratio", 1.195, 1.03, 1.38),
            N("events.ratio", 1.452, 0.9645, 2.2056)),
    ];

    private FinishedRun Run(string name, string verb, DataDescription? data, string page, params Measurement[] numbers)
    {
        string folder = MadeRun.In(Directory.CreateDirectory(Path.Combine(_home.FullName, name)).FullName, verb, isChanged: false, numbers),
            results = Path.Combine(folder, "results.json");
        JsonObject read = JsonNode.Parse(File.ReadAllText(results))!.AsObject();
        if (data is not null) read["data"] = JsonSerializer.SerializeToNode(data, RunManifest.Format);
        File.WriteAllText(results, read.ToJsonString());
        File.WriteAllText(Path.Combine(folder, "report.md"), page);
        return FinishedRun.Open(folder);
    }

    private static Measurement Rate(string id, double value, double low, double high) =>
        N($"test.{id}", value, low, high, how: "test rows, at the chosen threshold where it matters");

    private static Measurement N(string id, double value, double? low = null, double? high = null, string unit = "", string how = "") =>
        MadeRun.Number(id, value, low, high, unit, how);
}

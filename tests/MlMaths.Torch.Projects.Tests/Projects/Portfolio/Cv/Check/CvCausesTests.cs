using MlMaths.Torch.Portfolio.Cv.Check;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Runs;
using static MlMaths.Torch.Portfolio.Cv.Check.CvVerdict;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Why claims were judged wrongly, one sentence for each cause: it stays mended.</summary>
public sealed class CvCausesTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlmaths-");

    public void Dispose() => _home.Delete(recursive: true);

    [Theory]
    // What a saving is against, and of how many rows it is.
    [InlineData("Saved 43,397 units per 10,000 payments against flagging nothing.")]
    [InlineData("Saved 6,580 units per 10,000 payments against a threshold of 0.5.")]
    [InlineData("Fraud decision rule that saves 6,580 units per 1,000 payments compared with doing nothing.")]
    // All, none, every one of so many.
    [InlineData("My gradient tutor named all of 557 planted mistakes first.")]
    [InlineData("Breast cancer: no false alarms among 72 benign cases.")]
    // Which way it went, and which of two is the larger.
    [InlineData("Plain C# is slower than TorchSharp at p95 for single rows: 1.34 µs against 35.67 µs.")]
    [InlineData("Regularisation raised the validation loss of the digits net by 0.20 nats per row.")]
    [InlineData("After centring the batches, the share of neighbourhoods that fail to mix rose from 0.6 % to 49 %.")]
    [InlineData("The perceptron had the higher recall on the tumour test rows, 0.93 against 0.98 for logistic regression.")]
    // Numbers of two runs.
    [InlineData("Derived 17 gradients by hand that match autograd to within 1e-16.")]
    // Adverbs between a metric and its number.
    [InlineData("The ROC AUC of my logistic regression for breast cancer is most certainly above 0.99.")]
    [InlineData("Ran a learning-rate sweep on the digits; the best rate turned out to be 0.03.")]
    public void What_is_untrue_is_rejected(string sentence) =>
        Assert.Contains(Judged(sentence), one => one.Verdict is not (Supported or NotJudged));

    [Theory]
    [InlineData("Decision rule for payments that costs 6,096 units per 10,000 payments, "
        + "6,580 (95 % CI 4,879–8,586) less than flagging nothing.")]
    [InlineData("My fraud model catches 77 of 117 frauds in the test period (66 %).")]
    [InlineData("Provoked overfitting of a digits net with 100 training rows (gap 0.753 nats).")]
    [InlineData("The whole study of the digits runs in about 82 seconds.")]
    [InlineData("All 43 malignant tumours of the test set were found by logistic regression; I still quote the interval, 91.8 % to 100 %.")]
    [InlineData("For payments, the alarm goes off by mistake in 0.705 % of unchanged weeks (95 % CI 0.59–0.83 %).")]
    [InlineData("The alarm for payments goes off wrongly in roughly 7 of 1,000 unchanged weeks.")]
    [InlineData("After centring the batches, the share of neighbourhoods that fail to mix fell from 49 % to 0.6 %.")]
    public void What_is_true_is_supported(string sentence)
    {
        JudgedNumber[] judged = Judged(sentence);
        Assert.NotEmpty(judged);
        Assert.All(judged, one => Assert.True(one.Verdict == Supported, $"{one.Text}: {one.Verdict} {one.Why}"));
    }

    [Theory]
    [InlineData("The perceptron ranks payments worse than the logistic model, by 0.012 in ROC AUC (95 % interval 0.005 to 0.019).", true)]
    [InlineData("The perceptron ranks payments better than the logistic model, by 0.012 in ROC AUC.", false)]
    public void A_paired_difference_of_a_page_is_evidence_for_a_comparison(string sentence, bool isTrue)
    {
        const string Page = "# Page\n\n| Pair | ROC AUC, difference |\n| --- | ---: |\n"
            + "| perceptron, plain less logistic, plain | −0.012 (−0.019 to −0.005) |\n";
        IReadOnlyList<FinishedRun> runs = new SampleRuns(_home.FullName).All();
        File.WriteAllText(Path.Combine(runs.Single(run => run.Verb == "decision").Folder, "report.md"), Page);
        JudgedNumber[] judged = Judged(sentence, runs);
        Assert.Equal(isTrue, judged.All(one => one.Verdict == Supported));
        Assert.Equal(!isTrue, judged.Any(one => one.Verdict == NoRunSays));
    }

    [Theory]
    [InlineData("Payments: recall of 66 %.", StrongerThanInterval, "")]
    [InlineData("Payments: recall of 66 %. Caveat: the duration is known only afterwards.", Supported, "with your caveat")]
    public void What_knows_the_answer_needs_its_caveat(string text, object verdict, string why)
    {
        IReadOnlyList<FinishedRun> runs = new SampleRuns(_home.FullName).All();
        FinishedRun decision = runs.Single(run => run.Verb == "decision");
        File.WriteAllText(Path.Combine(decision.Folder, "report.md"), "It rests on rows that know the answer.\n");
        JudgedNumber judged = Judged(text, [decision])[0];
        Assert.Equal((CvVerdict)verdict, judged.Verdict);
        if (why.Length > 0) Assert.Equal(why, judged.Why);
    }

    private JudgedNumber[] Judged(string text, IReadOnlyList<FinishedRun>? runs = null)
    {
        CvJudge judge = new(runs ?? new SampleRuns(_home.FullName).All());
        return [.. CvText.Of(text, isTex: false).SelectMany(one => judge.Of(one).Judged)];
    }
}

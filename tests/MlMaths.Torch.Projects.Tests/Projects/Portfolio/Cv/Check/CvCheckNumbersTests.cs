using MlMaths.Torch.Portfolio.Cv.Check;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;
using static MlMaths.Torch.Portfolio.Cv.Check.CvVerdict;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>How numbers are written: without their 0, as money, by the month, with ±, as counts.</summary>
public sealed class CvCheckNumbersTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlmaths-");

    public void Dispose() => _home.Delete(recursive: true);

    [Theory]
    [InlineData("ROC AUC of .997 with logistic regression", Supported)]
    [InlineData("Logistic regression: AUC .95", NoRunSays)]
    [InlineData("Logistic regression, accuracy 0.965 (0.914–0.986)", Supported)]
    [InlineData("Logistic regression, accuracy 0.965 ± 0.06", Supported)]
    [InlineData("Logistic regression, accuracy 96.5 ± 0.5 %", StrongerThanInterval)]
    [InlineData("Logistic regression found 44 of 44 malignant cases, a recall of 44 of 44", Supported)]
    [InlineData("Logistic regression found 41 out of 44 malignant cases", NoRunSays)]
    [InlineData("Gradients agree with autograd to 1.8 × 10⁻¹⁵", Supported)]
    [InlineData("Gradients agree with autograd to 1.8 x 10^-15", Supported)]
    [InlineData("A neural net of 17.2k parameters", Supported)]
    [InlineData("A 17,226-parameter neural net", Supported)]
    [InlineData("Neural net; the number of parameters is 17 thousand", Supported)]
    [InlineData("Neural net of 17 million parameters", NoRunSays)]
    [InlineData("Logistic regression with a false-positive rate of 5.6 %", Supported)]
    [InlineData("Logistic regression with a false-positive rate of 1 %", StrongerThanInterval)]
    [InlineData("Logistic regression: error rate 3.5 %", Supported)]
    [InlineData("Accuracy over random splits has an SD of 0.016", Supported)]
    [InlineData("Accuracy over random splits, std. dev. 0.016", Supported)]
    [InlineData("Fraud model that saves 5,515 units per ten thousand payments", Supported)]
    [InlineData("Logistic regression, accuracy a little over 96 %", Supported)]
    [InlineData("Logistic regression, accuracy just over 97 %", RoundedTooKindly)]
    [InlineData("Logistic regression, accuracy nearly 97 %", Supported)]
    [InlineData("Logistic regression, accuracy more than 96 %", StrongerThanInterval)]
    [InlineData("Logistic regression, accuracy more than 91 %", Supported)]
    [InlineData("Logistic regression, log loss below 0.08", StrongerThanInterval)]
    [InlineData("Logistic regression, log loss below 0.7", Supported)]
    [InlineData("Logistic regression, ROC AUC 1.0", RoundedTooKindly)]
    [InlineData("Logistic regression with a perfect recall", Supported)]
    [InlineData("Logistic regression with a perfect ROC AUC", StrongerThanInterval)]
    [InlineData("Logistic regression, accuracy well over 96 %", StrongerThanInterval)]
    [InlineData("Logistic regression, accuracy ninety-seven per cent", Supported)]
    public void Numbers_are_read_as_they_are_written(string sentence, object verdict) => Assert.Equal(verdict, Verdict(sentence));

    [Theory]
    [InlineData("trained on three hundred and fifty rows", "trained on 350 rows")]
    [InlineData("five hundred thousand rows and two million calls", "500 thousand rows and 2 million calls")]
    [InlineData("one of a two-layer net of one hundred units", "one of a two-layer net of 100 units")]
    [InlineData("seven eighths of the rows, and one in five", "7 in 8 of the rows, and 1 in 5")]
    public void Number_words_are_read_whole(string sentence, string read) =>
        Assert.Equal(read, WordedNumbers.InDigits(sentence).Text);

    [Theory]
    [InlineData("Fraud model that saves £5,515")]
    [InlineData("Fraud model that saves £ 5,515")]
    [InlineData("Fraud model that saves 5515 €")]
    [InlineData("Fraud model that saves 5.515k euros")]
    [InlineData("Fraud model that saves US$5,515")]
    [InlineData("Fraud model that saves 5,515 dollars")]
    [InlineData("Fraud model that saves EUR 5,515")]
    [InlineData("Fraud model that saves 5,515 a month")]
    [InlineData("Fraud model that saves 5,515 units per day")]
    [InlineData("Fraud model that saves 5,515/week")]
    [InlineData("Fraud model that saves 5,515 yearly")]
    [InlineData("Logistic regression, recall 100 % every day")]
    public void Money_and_rates_per_period_are_supported_by_no_run(string sentence) => Assert.Equal(NoRunSays, Verdict(sentence));

    [Theory]
    [InlineData("Cut reporting time by 12 hours")]
    [InlineData("Reduced churn by 23 %")]
    public void What_no_run_measures_is_not_judged(string sentence) => Assert.Equal(NotJudged, Verdict(sentence));

    [Fact]
    public void Money_is_supported_by_a_run_that_counts_in_money()
    {
        FinishedRun[] runs = [Run("decision", N("saved.against_alert_none", 5514.6, 2583, 9976, "EUR per 10,000 rows"))];
        Assert.Equal(Supported, Verdict("Saved 5,515 EUR on payments", runs));
        Assert.Equal(Supported, Verdict("Saved €5,515 on payments", runs));
    }

    [Fact]
    public void Money_in_TeX_stays_money()
    {
        CvPassage passage = Assert.Single(CvText.Of(@"\item Fraud model that saves \$5{,}515", isTex: true));
        Assert.Equal(NoRunSays, new CvJudge(Runs()).Of(passage).Judged[^1].Verdict);
    }

    [Theory]
    [InlineData("5 years of experience in C#", "a length of time")]
    [InlineData("A 6-month internship", "a length of time")]
    public void Lengths_of_time_are_passed_over(string sentence, string kind)
    {
        (IReadOnlyList<JudgedNumber> judged, IReadOnlyList<PassedNumber> passed) =
            new CvJudge(Runs()).Of(CvText.Of(sentence, isTex: false)[0]);
        Assert.Empty(judged);
        Assert.Equal(kind, Assert.Single(passed).Kind);
    }

    private CvVerdict? Verdict(string sentence, IReadOnlyList<FinishedRun>? runs = null)
    {
        CvJudge judge = new(runs ?? Runs());
        return CvText.Of(sentence, isTex: false).SelectMany(one => judge.Of(one).Judged).LastOrDefault()?.Verdict;
    }

    private FinishedRun[] Runs() =>
    [
        Run("logistic", N("test.accuracy", 0.96522, 0.91397, 0.98639), N("test.recall", 1, 0.91799, 1),
            N("test.specificity", 0.94444, 0.86568, 0.97819), N("test.roc_auc", 0.99742, 0.95824, 0.99984),
            N("test.log_loss", 0.0724, 0.0256, 0.673, "nats per row")),
        Run("net", N("net.parameters", 17226, unit: "parameters")),
        Run("decision", N("saved.against_alert_none", 5514.63, 2583.14, 9976, "units")),
        Run("calculus", N("check.worst_autograd", 1.776e-15)),
        Run("evaluate", N("splits.accuracy.sd", 0.016125)),
    ];

    private FinishedRun Run(string verb, params Measurement[] numbers) =>
        FinishedRun.Open(MadeRun.In(_home.FullName, verb, isChanged: false, numbers));

    private static Measurement N(string id, double value, double? low = null, double? high = null, string unit = "") =>
        MadeRun.Number(id, value, low, high, unit);
}

using MlMaths.Torch.Portfolio.Cv.Check;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using static MlMaths.Torch.Portfolio.Cv.Check.CvVerdict;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Kinds of claims about weak runs of a person's own table: what the last number or word of each sentence deserves.</summary>
public sealed class GymClaimsTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlmaths-");

    public void Dispose() => _home.Delete(recursive: true);

    public static TheoryData<string, object> Counts => new()
    {
        { "Found 2 clusters in the wine data.", NoRunSays },
        { "Found 4 clusters in the wine data with k-means.", NoRunSays },
        { "Found 3 clusters in the wine data.", Supported },
        { "PCA on wine kept 2 components.", NoRunSays },
        { "About 2 clusters in the wine data.", NoRunSays },
        { "Newton's method converged in 4 steps.", NoRunSays },
        { "Newton's method converged in 5 steps.", Supported },
        { "Found 3 stable clusters among gym members.", NotJudged },
        { "Silhouette of 0.26 in the gym data.", NotJudged },
        { "Silhouette of 0.26 in the wine data.", Supported },
        { "A ROC AUC of 0.72 in my logistic regression run.", RoundedTooKindly },
        { "A ROC AUC of 0.67 in my logistic regression run.", Supported },
        { "Four principal components were kept for the wine data.", NoRunSays },
        { "64 test members were classified by logistic regression.", Supported },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void Counts_are_exact_and_of_the_data_that_is_named(string sentence, object verdict) => Assert.Equal(verdict, Verdict(sentence));

    public static TheoryData<string, object> Complements => new()
    {
        { "The error rate of the classifier varied by 95 % over 40 random splits (standard deviation 95 %).", NoRunSays },
        { "Only 31 % of the test members were classified wrongly by logistic regression.", Supported },
        { "Accuracy varies by 4.5 points over random splits.", Supported },
    };

    [Theory]
    [MemberData(nameof(Complements))]
    public void Complements_are_of_shares_alone(string sentence, object verdict) => Assert.Equal(verdict, Verdict(sentence));

    public static TheoryData<string, object> Folds => new()
    {
        { "Logistic regression with an accuracy of 70 % on test rows.", RoundedTooKindly },
        { "A recall of 40 % on unseen rows.", NoRunSays },
        { "Balanced accuracy of 64 % on the test rows.", RoundedTooKindly },
        { "Cross-validated accuracy of 0.70.", Supported },
        { "Accuracy of 0.69 by cross-validation.", NoRunSays },
        { "Accuracy of 0.70 by cross-validation.", Supported },
        { "Cut the RMSE by 5 euros against the mean on held-out rows.", NoRunSays },
    };

    [Theory]
    [MemberData(nameof(Folds))]
    public void Folds_are_no_test_rows(string sentence, object verdict) => Assert.Equal(verdict, Verdict(sentence));

    public static TheoryData<string, object> Boasts => new()
    {
        { "ROC AUC of 0.67, better than the single best column.", NotJudged },
        { "State-of-the-art accuracy of 0.69.", NotJudged },
        { "The best of three models, with an accuracy of 0.67.", NotJudged },
        { "The most accurate model in my company: accuracy of 69 %.", NotJudged },
        { "Improved recall from 33 % to 46 %.", NotJudged },
        { "Tripled the AUC of the baseline.", NotJudged },
        { "Halved the squared error of the training mean.", NotJudged },
        { "Outliers doubled the MAE of least squares, from 9.4 to 20.3.", Supported },
        { "Outliers tripled the MAE of least squares, from 9.4 to 20.3.", NoRunSays },
        { "The regression beats predicting the mean by 3.97.", Supported },
    };

    [Theory]
    [MemberData(nameof(Boasts))]
    public void Boasts_and_changes_are_not_judged(string sentence, object verdict) => Assert.Equal(verdict, Verdict(sentence));

    public static TheoryData<string, object> Units => new()
    {
        { "RMSE of 11.2 euros.", Supported },
        { "RMSE of 11.2 EUR.", Supported },
        { "MAE 9.4 € on held-out members.", Supported },
        { "The regression's error is roughly 4 euros lower than predicting the mean.", Supported },
        { "RMSE of 8 euros.", StrongerThanInterval },
        { "MAE of 9.4 minutes.", Supported },
        { "A cost of 0.31 euros per case.", NoRunSays },
        { "R² of 0.45 euros.", NoRunSays },
    };

    [Theory]
    [MemberData(nameof(Units))]
    public void Units_of_a_target_are_the_writers(string sentence, object verdict) => Assert.Equal(verdict, Verdict(sentence));

    public static TheoryData<string, object> Missed => new()
    {
        { "Compared two models with a paired test, p = 0.21.", Supported },
        { "Tested for a constant spread of residuals (p = 0.27).", Supported },
        { "6 of 19 weights have a known sign.", Supported },
        { "17 of 19 weights have an open sign.", Supported },
        { "12 of 19 weights have a known sign.", NoRunSays },
        { "A leak of chosen columns added 0.50 AUC in simulated data.", Supported },
        { "Held-out rows of wine are reconstructed with an error of 0.35 per value.", Supported },
        { "Specificity 0,825 with logistic regression.", Supported },
        { "Specificity 82,5 % with logistic regression.", Supported },
        { "ROC AUC 0,674 (95 % 0,522 bis 0,796).", Supported },
        { "Logistic regression: recall 0,83.", StrongerThanInterval },
    };

    [Theory]
    [MemberData(nameof(Missed))]
    public void What_is_true_is_found(string sentence, object verdict) => Assert.Equal(verdict, Verdict(sentence));

    public static TheoryData<string, object> Others => new()
    {
        { "The comparison of two models has p = 0.03.", NoRunSays },
        { "PC1 of the wine data explains 99.8 % of the variance.", NoRunSays },
        { "PC1 of the unscaled wine data explains 99.8 % of the variance.", Supported },
        { "Explained over half of the variance of bar spending, R² above 0.5.", StrongerThanInterval },
        { "The AUC is better than chance (0.5).", Supported },
        { "Coverage of nominal 95 % intervals was 94.8 %.", Supported },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void No_other_number_answers(string sentence, object verdict) => Assert.Equal(verdict, Verdict(sentence));

    [Fact]
    public void A_reason_names_nothing_that_the_sentence_does_not_speak_of()
    {
        JudgedNumber[] judged = Judged("My logistic regression beats a neural net by 5 points of AUC (p = 0.03).");
        Assert.Contains(judged, one => one.Verdict == StrongerThanInterval);
        Assert.DoesNotContain(judged, one => one.Verdict == Supported);
        Assert.DoesNotContain(judged, one => one.Nearest?.Id.StartsWith("steps.", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void A_number_behind_a_comparison_that_no_run_made_is_not_supported_for_it() => Assert.All(
        Judged("Better than the single best column (0.71) in ROC AUC."), one => Assert.Equal(NotJudged, one.Verdict));

    private CvVerdict? Verdict(string sentence) => Judged(sentence).LastOrDefault()?.Verdict;

    private JudgedNumber[] Judged(string sentence)
    {
        CvJudge judge = new(new GymRuns(_home.FullName).All());
        return [.. CvText.Of(sentence, isTex: false).SelectMany(one => judge.Of(one).Judged)];
    }
}

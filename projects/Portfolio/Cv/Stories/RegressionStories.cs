using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Stories;

/// <summary>Linear regression: what it explains, three ways that agree, and whether its intervals hold.</summary>
internal static class RegressionStories
{
    public static IEnumerable<CvStory> Of(RunNumbers run)
    {
        Measurement explained = run["regression.r2"], gain = run["regression.gain"], error = run["regression.rmse"],
            ways = run["regression.ways_difference"], condition = run["regression.condition"],
            even = run["regression.coverage.even"].InPercent;
        yield return new CvStory(
            "a regression that beats the mean",
            $"Predicted held-out values with R² {explained}; RMSE beats the mean by {gain}.",
            $"Predicted held-out values with an R² of {explained}; the RMSE beats the training mean by {gain}, {gain:range}.",
            $"Predicted held-out values by linear regression from scratch with an R² of {explained}, {explained:range}, and "
            + $"an RMSE of {error}, which beats the training mean by {gain}, paired by row.")
            .IfAbove(explained, 0);
        yield return new(
            "least squares by three methods",
            $"Solved least squares three ways in C#; they agree {ways:agreement}.",
            $"Solved least squares by normal equations, Householder QR and gradient descent in C#; they agree {ways:agreement}.",
            $"Solved least squares in C# by normal equations, Householder QR and gradient descent, which agree "
            + $"{ways:agreement}, on columns whose condition number is {condition}.");
        yield return new(
            "intervals that hold",
            $"Simulated how often regression intervals hold the truth: {even} of cases.",
            $"Tested a regression's assumptions, and simulated how often its intervals hold the truth: {even}, {even:range}.",
            $"Tested the assumptions behind a regression's intervals, and simulated on its own rows how often they hold the "
            + $"truth under constant spread: {even}, {even:range}.");
    }
}

using MlMaths.Torch.Data;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>
/// A way from training rows to probabilities. Whatever is fitted — scaling, weights, the moment to stop — is fitted on the
/// training rows that are given, and on nothing else: that is what makes its scores on other rows honest.
/// </summary>
/// <param name="Name">As the tables have it: <c>logistic</c>.</param>
internal abstract record Recipe(string Name)
{
    /// <summary>Where it is fitted.</summary>
    public torch.Device Device { get; init; } = torch.CPU;

    /// <summary>
    /// Fits again, and gives each of the rows its probability of being positive. What the columns become (levels, medians) is learnt
    /// from these training rows too.
    /// </summary>
    /// <param name="target">Whose data set the rows are of.</param>
    /// <param name="training">Rows to learn from, of both classes.</param>
    /// <param name="rows">0-based rows of the data set that are scored, held out or not.</param>
    /// <param name="seed">Of whatever is drawn.</param>
    public double[] Probabilities(BinaryTarget target, TrainingPart training, IReadOnlyList<int> rows, int seed)
    {
        TrainingPart prepared = Preparation.Refit(training);
        return Fit(target.On(prepared.Whole), prepared, rows, seed);
    }

    /// <summary>
    /// What it is, as half a sentence; what it chose on these training rows may be a part of it. Its name where no page asks.
    /// </summary>
    public virtual MarkdownText InWords(BinaryTarget target, TrainingPart training) => Name;

    /// <summary>The probabilities, on features that the training rows have made.</summary>
    protected abstract double[] Fit(BinaryTarget target, TrainingPart training, IReadOnlyList<int> rows, int seed);

    /// <summary>z = (x − m)/s of some rows, with m and s of the training rows; row by row.</summary>
    protected static double[] Standardised(FittedScaler scaler, Dataset rows, IReadOnlyList<int> chosen) =>
        scaler.Transform(rows.Select([.. chosen])).Features.ToArray();
}

using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// Two learners that are equally good by construction, compared over repeated cross-validation of one small data set: whatever a
/// test calls a difference is a false alarm. Two columns are drawn alike and independently, each N(±d/2, 1) by class; the first
/// learner sees the one, the second the other, and both put a threshold halfway between the means of the two classes.
/// <code>
/// naive t      x̄ / √(s²/k)                        as if the k folds were k data sets
/// corrected t  x̄ / √((1/k + n_test/n_train) s²)   Nadeau and Bengio (2003)
/// </code>
/// </summary>
/// <param name="NaivePValue">Of the plain t test over the folds; null where all differ alike.</param>
/// <param name="CorrectedPValue">Of the corrected resampled t; null where all differ alike.</param>
public sealed record EqualLearnersTrial(double? NaivePValue, double? CorrectedPValue)
{
    private const string Metric = "accuracy";

    /// <summary>One data set, its folds, both learners, both tests.</summary>
    /// <param name="rows">Of the data set, half of each class.</param>
    /// <param name="folds">Parts of each repeat.</param>
    /// <param name="repeats">How often it is cut into folds.</param>
    /// <param name="seed">Of rows and folds.</param>
    /// <param name="distance">d, between the classes.</param>
    public static EqualLearnersTrial Of(int rows, int folds, int repeats, int seed, double distance = 1)
    {
        Finite.NotNegative(distance);
        Dataset data = Drawn(rows, distance, seed);
        IReadOnlyList<IReadOnlyList<Fold>> cuts = RepeatedFolds.Of(repeats, seed, each => Folds.Stratified(data, folds, each));
        var first = CrossValidation.Train(cuts, fold => Scored(fold, column: 0));
        var second = CrossValidation.Train(cuts, fold => Scored(fold, column: 1));
        double[] gains = second.GainOver(first, Metric);
        return new EqualLearnersTrial(
            PairedT.Of(gains).PValue, CorrectedResampledT.Of(gains, first.TrainingRows, first.HeldOutRows).PValue);
    }

    private static Dataset Drawn(int rows, double distance, int seed)
    {
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        string[] labels = [.. Enumerable.Range(0, rows).Select(row => row % 2 == 0 ? "no" : "yes")];
        double[] features = [.. Enumerable.Range(0, 2 * rows)
            .Select(cell => Normal.Draw(random, cell / 2 % 2 == 0 ? -distance / 2 : distance / 2))];
        return new Dataset("equal columns", ["one", "other"], features, "class", labels, new Provenance("drawn by a seed", "none", "none"));
    }

    private static Dictionary<string, double?> Scored(Fold fold, int column)
    {
        Dataset data = fold.Training.Whole;
        double yes = 0, no = 0;
        int yesRows = 0;
        foreach (int row in fold.Training.Rows)
        {
            if (data.Labels[row] == "yes") (yes, yesRows) = (yes + data.Row(row)[column], yesRows + 1);
            else no += data.Row(row)[column];
        }

        double high = yes / yesRows, low = no / (fold.Training.Count - yesRows), half = (high + low) / 2;
        int right = fold.HeldOut.Rows.Count(row => (data.Row(row)[column] > half) == (high > low) == (data.Labels[row] == "yes"));
        return new() { [Metric] = (double)right / fold.HeldOut.Count };
    }
}

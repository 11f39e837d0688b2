using MlMaths.Torch.Evaluation;
using MlMaths.Torch.EvaluationPack.Evaluate;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>
/// Target coding: a text of many levels becomes the mean of the target over its rows. Over all rows, each row's own target is in its
/// feature; over the training rows alone, a level that says nothing is coded by numbers that say nothing.
/// </summary>
internal sealed record TargetCodingLeak() : Leak("target_coding", "target coding")
{
    private const int Rows = 240, FreshRows = 600, Levels = 60;

    public override string World =>
        $"{Rows} rows, one text with {Levels} levels that has nothing to do with the target. "
        + $"Each level is coded by the share of positives among its rows, then logistic regression.";

    public override string Mistake => "coded = MeanOfTargetByLevel(rows);";

    public override string Fix => "coded = MeanOfTargetByLevel(fold.Training);";

    public override string Why => "Every row's own target is in the mean that stands for its level.";

    public override LeakageKind? Check => LeakageKind.Function;

    public override LeakScores In(int seed)
    {
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        bool[] positive = [.. Enumerable.Range(0, Rows + FreshRows).Select(_ => random.Next(2) == 1)];
        int[] levels = [.. positive.Select(_ => random.Next(Levels))];
        int[] known = [.. Enumerable.Range(0, Rows)];
        var world = new DrawnWorld(Coded(levels, positive, known), positive, Rows);
        var recipe = new LogisticRecipe();
        return LeakScores.Over(
            world, world.Folds(5, seed),
            turn => world.Probabilities(recipe, turn.Training, turn.HeldOut, seed),
            (turn, judged) => world.With(Coded(levels, positive, turn.Training)).Probabilities(recipe, turn.Training, judged, seed)) with
        {
            IsFound = world.Shows(LeakageKind.Function, seed),
        };
    }

    // The share of positives among the rows of a level that may be seen; of a level without any, that of all.
    private static double[] Coded(int[] levels, bool[] positive, IReadOnlyList<int> seen)
    {
        double[] ones = new double[Levels], rows = new double[Levels];
        foreach (int row in seen)
        {
            rows[levels[row]]++;
            ones[levels[row]] += positive[row] ? 1 : 0;
        }

        double share = ones.Sum() / rows.Sum();
        return [.. levels.Select(level => rows[level] > 0 ? ones[level] / rows[level] : share)];
    }
}

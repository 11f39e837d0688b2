using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>Means and deviations that have seen the held-out rows: no label is used, and so it hardly ever matters.</summary>
internal sealed record ScalerLeak() : Leak("scaler", "scaler, usual rows")
{
    public const string WrongLine = "scaler = StandardScaler.Fit(DataSplit.None(rows).Training);";

    public const string RightLine = "scaler = StandardScaler.Fit(fold.Training);";

    private const int Rows = 120, FreshRows = 600, Columns = 8;

    public override string World => $"{Rows} rows, {Columns} columns of which two matter, logistic regression.";

    public override string Mistake => WrongLine;

    public override string Fix => RightLine;

    public override string Why => "The held-out rows contribute only their mean and deviation, a few numbers without "
        + "any label.";

    public override LeakScores In(int seed) => Compare(Draw(seed, Rows, FreshRows, Columns, (random, _) => Normal.Draw(random)), seed);

    /// <summary>With the first two columns shifted where the outcome is positive; the others by chance alone.</summary>
    public static DrawnWorld Draw(int seed, int rows, int fresh, int columns, Func<Random, int, double> draw)
    {
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        bool[] positive = [.. Enumerable.Range(0, rows + fresh).Select(_ => random.Next(2) == 1)];
        double[] features = new double[positive.Length * columns];
        for (int i = 0; i < features.Length; i++)
            features[i] = draw(random, i % columns) + (positive[i / columns] && i % columns < 2 ? 0.8 : 0);
        return new(features, positive, rows);
    }

    public static LeakScores Compare(DrawnWorld world, int seed, double penalty = 0.01)
    {
        var recipe = new AsGivenRecipe(penalty);
        DrawnWorld scaledByAll = ScaledBy(world, Enumerable.Range(0, world.Known));
        return LeakScores.Over(
            world, world.Folds(5, seed),
            turn => scaledByAll.Probabilities(recipe, turn.Training, turn.HeldOut, seed),
            (turn, judged) => ScaledBy(world, turn.Training).Probabilities(recipe, turn.Training, judged, seed));
    }

    private static DrawnWorld ScaledBy(DrawnWorld world, IEnumerable<int> seen)
    {
        (BinaryTarget target, TrainingPart part) = world.Part([.. seen]);
        return world.With(StandardScaler.Fit(part).Transform(target.Dataset).Features.ToArray());
    }
}

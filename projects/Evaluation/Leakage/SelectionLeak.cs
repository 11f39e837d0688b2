using MlMaths.Torch.EvaluationPack.Evaluate;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>
/// The classic (C. Ambroise and G. J. McLachlan, 2002, PNAS 99:6562–6566): columns chosen for their difference between the
/// classes on all rows, cross-validation afterwards. Where no column says anything, the best of thousands still look as if they
/// did, on the held-out rows too, because those helped to choose.
/// </summary>
internal sealed record SelectionLeak() : Leak("selection", "columns chosen first")
{
    private const int Rows = 60, FreshRows = 200, Columns = 2000, Chosen = 10;

    public override string World =>
        $"{Rows} rows, {Columns:#,0} columns of noise: nothing can be predicted. "
        + $"The {Chosen} columns in which the classes differ most are kept, then logistic regression.";

    public override string Mistake => "kept = Best(rows, count: 10);";

    public override string Fix => "kept = Best(fold.Training, count: 10);";

    public override string Why => "The held-out rows helped to choose the columns that they are then tested with.";

    public override LeakScores In(int seed)
    {
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        bool[] positive = [.. Enumerable.Range(0, Rows + FreshRows).Select(row => row % 2 == 0)];
        double[] features = new double[positive.Length * Columns];
        for (int i = 0; i < features.Length; i++)
            features[i] = Normal.Draw(random);
        var world = new DrawnWorld(features, positive, Rows);
        var recipe = new LogisticRecipe();
        DrawnWorld chosenOnAll = world.WithColumns(Best(world, [.. Enumerable.Range(0, Rows)]));
        return LeakScores.Over(
            world, world.Folds(5, seed),
            turn => chosenOnAll.Probabilities(recipe, turn.Training, turn.HeldOut, seed),
            (turn, judged) => world.WithColumns(Best(world, turn.Training)).Probabilities(recipe, turn.Training, judged, seed));
    }

    // |mean of the positives − mean of the negatives| / deviation: the larger, the more a column seems to say.
    private static int[] Best(DrawnWorld world, int[] rows) =>
        [.. Enumerable.Range(0, world.Columns).OrderByDescending(column => Contrast(world, rows, column)).Take(Chosen)];

    private static double Contrast(DrawnWorld world, int[] rows, int column)
    {
        double of1 = 0, of0 = 0, squares = 0;
        int ones = 0;
        foreach (int row in rows)
        {
            double x = world.Features[row * world.Columns + column];
            squares += x * x;
            if (world.IsPositive[row]) (of1, ones) = (of1 + x, ones + 1);
            else of0 += x;
        }

        double mean = (of1 + of0) / rows.Length;
        return Math.Abs(of1 / ones - of0 / (rows.Length - ones)) / Math.Sqrt(squares / rows.Length - mean * mean);
    }
}

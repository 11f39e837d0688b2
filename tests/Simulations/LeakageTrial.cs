using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// The leakage checks on rows whose leaks are known, because they were planted: what is missed, and what cries for
/// nothing.
/// </summary>
/// <param name="World">How the rows were drawn.</param>
/// <param name="Planted">What leaks in them; null for nothing.</param>
/// <param name="Checks">What was found.</param>
public sealed record LeakageTrial(LeakageWorld World, LeakageKind? Planted, LeakageChecks Checks)
{
    private const int Rows = 240, RowsOfGroup = 4, Copies = 6, Folds = 5;

    /// <summary>Draws rows, plants, and looks.</summary>
    /// <param name="world">How rows are drawn.</param>
    /// <param name="planted">What leaks; null for nothing.</param>
    /// <param name="seed">Same seed, same rows.</param>
    /// <param name="jitter">Of near copies, in deviations of a column.</param>
    public static LeakageTrial Of(LeakageWorld world, LeakageKind? planted, int seed, double jitter = 0.003)
    {
        Finite.NotNegative(jitter);
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        bool[] positive = [.. Enumerable.Range(0, Rows).Select(row => row / RowsOfGroup % 2 == 0)];
        double[][] rows = [.. positive.Select(label => RowOf(world, label, random))];
        Plant(planted, rows, positive, jitter, random);
        int[] order = [.. Enumerable.Range(0, Rows)];
        if (planted is not LeakageKind.RowNumber) random.Shuffle(order);
        string[] groups = [.. order.Select(row => $"{row / RowsOfGroup}")];
        var dataset = new Dataset(
            "drawn", [.. Enumerable.Range(1, rows[0].Length).Select(column => $"x{column}")], [.. order.SelectMany(row => rows[row])],
            "outcome", [.. order.Select(row => positive[row] ? "yes" : "no")], new Provenance("drawn by this program", "free to use", ""))
        {
            Group = planted is LeakageKind.Groups ? new GroupColumn("group", groups) : null,
            Time = planted is LeakageKind.Future ? new TimeColumn("time", [.. Enumerable.Range(0, Rows)], IsDate: false) : null,
        };
        var target = BinaryTarget.From(dataset, "yes");
        return new(world, planted, LeakageChecks.Of(
            target, StratifiedSplit.Of(target, seed), [Data.Folds.Stratified(target, Folds, seed)], seed));
    }

    /// <summary>Whether the check of a kind found something, or thinks it worth a look.</summary>
    public bool Cries(LeakageKind kind) => Checks[kind].Status is LeakageStatus.Found or LeakageStatus.Hint;

    /// <summary>Whether the check of a kind found something.</summary>
    public bool Finds(LeakageKind kind) => Checks[kind].Status is LeakageStatus.Found;

    private static double[] RowOf(LeakageWorld world, bool positive, Random random)
    {
        double shift = positive ? 0.6 : 0;
        double[] z = [.. Enumerable.Range(0, 20).Select(column => Normal.Draw(random, mean: column == 0 ? shift : 0))];
        double age = Math.Round(20 + 59 / (1 + Math.Exp(-z[0])));
        return world switch
        {
            LeakageWorld.Normal => z[..6],
            LeakageWorld.OneColumn => z[..1],
            LeakageWorld.TwentyColumns => z,
            // z / √(χ²₂/2), and χ²₂/2 = −ln u
            LeakageWorld.HeavyTails => [.. z[..6].Select(value => value / Math.Sqrt(-Math.Log(1 - random.NextDouble())))],
            LeakageWorld.Plane => [.. Enumerable.Range(0, 6).Select(j => Math.Cos(j) * z[0] + Math.Sin(j) * z[1] + 0.05 * z[2 + j])],
            LeakageWorld.Counts => [.. z[..6].Select(value => Math.Floor(Math.Exp(0.5 * value)))],
            LeakageWorld.DependentCounts => [.. z[1..7].Select(value => Math.Floor(Math.Exp(0.5 * (0.8 * z[0] + 0.6 * value))))],
            LeakageWorld.Years => [age, .. z[1..4].Select(value => value + 0.02 * age)],
        };
    }

    // Rows stand in groups of four here, and are shuffled after that.
    private static void Plant(LeakageKind? planted, double[][] rows, bool[] positive, double jitter, Random random)
    {
        for (int row = 0; row < Rows; row++)
        {
            int first = row / RowsOfGroup * RowsOfGroup;
            if (planted is LeakageKind.Duplicates or LeakageKind.NearDuplicates && row >= Rows - Copies)
            {
                rows[row] = [.. rows[row - Rows + Copies]
                    .Select(value => value + (planted is LeakageKind.Duplicates ? 0 : jitter * Normal.Draw(random)))];
                positive[row] = positive[row - Rows + Copies];
            }
            else if (planted is LeakageKind.GroupLike && row % RowsOfGroup > 0)
            {
                rows[row] = [.. rows[first].Select(value => value + 0.5 * Normal.Draw(random))];
            }
        }

        for (int row = 0; row < Rows; row++)
        {
            double outcome = positive[row] ? 1 : 0;
            double[] column = planted switch
            {
                LeakageKind.Function => [new[] { 5, 2, 9, 3, 7 }[2 * random.Next(2) + (positive[row] ? 1 : 0)]],
                LeakageKind.Combination when random.Next(1000) / 10.0 is var amount => [amount + outcome, amount],
                LeakageKind.Disguise => [outcome + 0.1 * Normal.Draw(random)],
                LeakageKind.RowNumber => [row],
                LeakageKind.GroupLike => [row / RowsOfGroup * 37 % 101],
                LeakageKind.Constant => [7],
                _ => [],
            };
            rows[row] = [.. rows[row], .. column];
        }

        // Sorted by what goes with the class, so that the number of the row does too.
        if (planted is not LeakageKind.RowNumber) return;
        double[] keys = [.. positive.Select(label => Normal.Draw(random, mean: label ? 1 : 0))];
        Array.Sort(keys, positive);
    }
}

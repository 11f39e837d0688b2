using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>
/// The rarer class is filled up with copies, then the rows are split: a held-out row has copies among the training rows, and is
/// remembered. Exact copies, or jittered ones that no search for equal rows finds.
/// </summary>
/// <param name="Jitter">Deviation of what is added to each number of a copy, in deviations of the column; 0 for exact copies.</param>
internal sealed record CopiesLeak(double Jitter) : Leak(
    Jitter == 0 ? "copies" : "near_copies", Jitter == 0 ? "copies" : "jittered copies")
{
    private const int Rows = 200, FreshRows = 600, Columns = 5, CopiesOfEach = 5;
    private const double BaseRate = 0.15;

    public override string World =>
        $"{Rows} rows, {BaseRate:P0} of them positive, {Columns} columns; each positive row is copied {CopiesOfEach} "
        + $"times{(Jitter == 0 ? "" : ", with noise of a hundredth of a deviation on every number")}. "
        + $"The share of positives among the 5 nearest rows.";

    public override string Mistake => "folds = Folds.Stratified(Oversampled(rows), 5, seed);";

    public override string Fix => "training = Oversampled(fold.Training);";

    public override string Why => "A held-out positive row finds its own copies among the training rows, and they "
        + "give its label away.";

    public override LeakageKind? Check => Jitter == 0 ? LeakageKind.Duplicates : LeakageKind.NearDuplicates;

    public override LeakScores In(int seed)
    {
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        bool[] positive = [.. Enumerable.Range(0, Rows + FreshRows).Select(row => (row % Rows) < BaseRate * Rows)];
        double[] features = [.. Enumerable.Range(0, positive.Length * Columns)
            .Select(i => Normal.Draw(random, mean: positive[i / Columns] ? 0.45 : 0))];
        int[] originals = [.. Enumerable.Range(0, Rows).Where(row => positive[row])
            .SelectMany(row => Enumerable.Repeat(row, CopiesOfEach))];
        double[] copies = [.. originals.SelectMany(row => features.AsSpan(row * Columns, Columns).ToArray())
            .Select(x => x + Jitter * Normal.Draw(random))];

        // The copies stand behind the fresh rows, so that a row keeps its number.
        var world = new DrawnWorld(features, positive, Rows);
        var copied = new DrawnWorld([.. features, .. copies], [.. positive, .. originals.Select(_ => true)], Rows);
        var together = new DrawnWorld(
            [.. features.AsSpan(0, Rows * Columns), .. copies],
            [.. positive.AsSpan(0, Rows), .. originals.Select(_ => true)], Rows + originals.Length);
        IReadOnlyList<Turn> turns = world.Folds(5, seed);
        int[] dealt = [.. originals.Select(_ => random.Next(5))];
        var recipe = new NeighbourRecipe();
        return LeakScores.Over(
            world, turns,
            turn => Score(turn, copy => dealt[copy] != turns.Index().First(one => one.Item == turn).Index, turn.HeldOut),
            (turn, judged) => Score(turn, copy => !turn.HeldOut.Contains(originals[copy]), judged)) with
        {
            IsFound = together.Shows(Check!.Value, seed),
        };

        double[] Score(Turn turn, Func<int, bool> trains, int[] judged) => copied.Probabilities(
            recipe,
            [
                .. turn.Training,
                .. Enumerable.Range(0, originals.Length).Where(trains).Select(copy => positive.Length + copy),
            ],
            judged, seed);
    }
}

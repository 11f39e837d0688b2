using MlMaths.Torch.Evaluation;
using MlMaths.Torch.EvaluationPack.Evaluate;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>A column that is written down because of the outcome: letters sent to those who did not pay.</summary>
internal sealed record DisguiseLeak() : Leak("disguise", "target in disguise")
{
    private const int Rows = 200, FreshRows = 600, Columns = 5;

    public override string World =>
        $"{Rows} customers, {Columns - 1} columns of which two matter, and one that counts letters: "
        + $"sent, nearly always, to those whose outcome was known to be positive. Logistic regression.";

    public override string Mistake => "rows = CsvDataset.Read(file, new ColumnRoles(target));";

    public override string Fix => "rows = CsvDataset.Read(file, new ColumnRoles(target) { LeftOut = [\"letters\"] });";

    public override string Why => "The column is filled in once the outcome is known; when the model is used it is "
        + "still empty.";

    public override LeakageKind? Check => LeakageKind.Disguise;

    public override LeakScores In(int seed)
    {
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        bool[] positive = [.. Enumerable.Range(0, Rows + FreshRows).Select(_ => random.Next(2) == 1)];
        double[] features = [.. Enumerable.Range(0, positive.Length * Columns)
            .Select(i => Cell(i / Columns, i % Columns, positive[i / Columns], random))];
        var world = new DrawnWorld(features, positive, Rows);
        DrawnWorld without = world.WithColumns([.. Enumerable.Range(0, Columns - 1)]);
        var recipe = new LogisticRecipe();
        return LeakScores.Over(
            world, world.Folds(5, seed),
            turn => world.Probabilities(recipe, turn.Training, turn.HeldOut, seed),
            (turn, judged) => without.Probabilities(recipe, turn.Training, judged, seed)) with
        {
            IsFound = world.Shows(LeakageKind.Disguise, seed),
        };
    }

    // The last column counts letters; of fresh rows nobody knows the outcome, so none has been sent.
    private static double Cell(int row, int column, bool positive, Random random) => column switch
    {
        Columns - 1 => row < Rows && positive && random.NextDouble() < 0.99 ? 1 + random.Next(3) : 0,
        0 or 1 => Normal.Draw(random, mean: positive ? 0.6 : 0),
        _ => Normal.Draw(random),
    };
}

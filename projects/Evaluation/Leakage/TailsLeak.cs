using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>The same mistake where it has most to give: few rows, many columns, and now and then a number that lies very far out.</summary>
internal sealed record TailsLeak() : Leak("tails", "scaler, far outliers")
{
    private const int Rows = 30, FreshRows = 600, Columns = 20;
    private const double Share = 0.05, Farther = 100, Penalty = 0.1;

    public override string World =>
        $"{Rows} rows, {Columns} columns of which two matter; in the others one number in {1 / Share:0} lies "
        + $"{Farther:0} times further out than usual. Logistic regression.";

    public override string Mistake => ScalerLeak.WrongLine;

    public override string Fix => ScalerLeak.RightLine;

    public override string Why =>
        "An outlier among the held-out rows stretches the deviation that it is divided by, "
        + "so it cannot mislead the model; tomorrow's outlier will, as no scaler has seen it.";

    public override LeakScores In(int seed) => ScalerLeak.Compare(ScalerLeak.Draw(seed, Rows, FreshRows, Columns, Tail), seed, Penalty);

    private static double Tail(Random random, int column) =>
        Normal.Draw(random) * (column >= 2 && random.NextDouble() < Share ? Farther : 1);
}

using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>Whether labels are what they were, and belong to their rows.</summary>
internal static class LabelChecks
{
    private const int Draws = 199, MostRows = 400, FewestRows = 30;
    private const double Related = 0.01, Ridge = 1e-3, VeryFar = 1e300;

    public static CheckResult Classes(StartProbe probe)
    {
        Check check = new("classes", "Every class has an output, and rows to learn it from");
        if (probe.Data.Classes is not { } classes) return check.NotRun("The target is a number.");
        int seen = probe.Data.TrainingLabels.Distinct().Count(), outputs = probe.Data.Outputs;
        if (seen < classes.Count)
        {
            return check.Failed($"The training targets hold {Counted.Of(seen, "class", "classes")} of {classes.Count}.",
                new("labels_collapsed", FaultStage.Labels, "look at the labels that the loss is given: keep them whole, and undivided"));
        }

        bool isEnough = outputs >= classes.Count || (outputs == 1 && classes.Count == 2 && probe.Fresh.Loss.Kind != LossKind.CrossEntropy);
        return isEnough
            ? check.Passed($"{Counted.Of(outputs, "output")} for {classes.Count} classes, all of them among the training rows.")
            : check.Failed($"{Counted.Of(outputs, "output")} for {classes.Count} classes.",
                new("outputs_and_classes_differ", FaultStage.LossAndOutput, $"set net.outputs to {classes.Count}, or leave it out"));
    }

    public static CheckResult Belong(StartProbe probe)
    {
        Check check = new("labels_belong", "Labels have to do with the features of their rows");
        int[] places = StartProbe.Spread(probe.Data.Training.Rows, MostRows);
        double[] labels = [.. places.Select(place => probe.Data.TrainingLabels[place])];
        if (labels.Length < FewestRows) return check.NotRun($"{Counted.Rows(labels.Length)} are too few to tell.");
        if (labels.Distinct().Count() == 1) return check.NotRun("All rows have the same target.");
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor X = PreparedRows.Pick(probe.Data.Training.X, places).to(torch.ScalarType.Float64);
        Tensor Z = SpecData.Standardised(X);
        Tensor Y = Columns(labels, probe.Data.Classes is not null);
        double[] linear = Shares(Hat(Z), Y, probe.Seed);
        int[] nearest = Nearest(Z);
        double[] near = [.. linear.Select((_, draw) =>
            Agreement(labels, nearest, draw == 0 ? null : Order(labels.Length, probe.Seed, draw)))];
        double p = Math.Min(1, 2 * Math.Min(PValue(linear), PValue(near)));
        return p <= 2 * Related
            ? check.Passed($"With labels shuffled among the rows, a straight line or the nearest neighbour tells less in nearly all of "
                + $"{Draws} draws (p = {NumberText.Brief(p)}).")
            : check.Failed(
                $"A straight line and the nearest neighbour tell the labels no better than labels that were shuffled among the rows "
                + $"(p = {NumberText.Brief(p)}, {Counted.Rows(labels.Length)}).",
                new("labels_misaligned", FaultStage.Labels, "check that rows and labels are sorted, shuffled and filtered together"));
    }

    /// <summary>Share of the variance that H explains, of the labels as they are and then of shuffled ones.</summary>
    private static double[] Shares(Tensor H, Tensor Y, int seed) =>
    [
        .. Enumerable.Range(0, Draws + 1).Select(draw =>
        {
            using DisposeScope inner = torch.NewDisposeScope();
            Tensor shuffled = draw == 0 ? Y : PreparedRows.Pick(Y, Order((int)Y.size(0), seed, draw));
            return (shuffled * H.mm(shuffled)).sum().ToDouble();
        }),
    ];

    private static Tensor Hat(Tensor Z)
    {
        Tensor ZᵀZ = Z.t().mm(Z) + torch.eye(Z.size(1), dtype: torch.ScalarType.Float64) * (Ridge * Z.size(0));
        return Z.mm(torch.linalg.solve(ZᵀZ, Z.t()));
    }

    /// <summary>Centred: one column for a number, one for each class else.</summary>
    private static Tensor Columns(double[] labels, bool hasClasses)
    {
        double[] values = hasClasses ? [.. labels.Distinct()] : [double.NaN];
        double[] y = [.. labels.SelectMany(label => values.Select(value => double.IsNaN(value) ? label : label == value ? 1.0 : 0))];
        Tensor Y = TensorCopy.Of<double>(y, [labels.Length, values.Length]);
        return Y - Y.mean([0L]);
    }

    private static int[] Nearest(Tensor Z)
    {
        // No row is its own neighbour.
        Tensor distances = torch.cdist(Z, Z) + torch.eye(Z.size(0), dtype: torch.ScalarType.Float64) * VeryFar;
        return [.. StartProbe.Numbers(distances.argmin(1)).Select(one => (int)one)];
    }

    private static double Agreement(double[] labels, int[] nearest, int[]? order)
    {
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double own = labels[order is null ? row : order[row]], near = labels[order is null ? nearest[row] : order[nearest[row]]];
            sum -= (own - near) * (own - near) != 0 ? Math.Min(1, Math.Abs(own - near)) : 0;
        }

        return sum;
    }

    private static int[] Order(int n, int seed, int draw) => Shuffle.Order(n, seed, DrawnFor.Checks, draw);

    private static double PValue(double[] statistics) => statistics.Count(one => one >= statistics[0]) / (double)statistics.Length;
}

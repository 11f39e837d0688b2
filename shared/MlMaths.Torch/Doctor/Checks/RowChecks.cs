using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>What the rows are like by the time the net sees them.</summary>
internal static class RowChecks
{
    private const double WideScales = 1e3, Centred = 1e-4, TwinsByChance = 0.001;
    private const int Orders = 999;

    public static CheckResult Scales(StartProbe probe)
    {
        Check check = new("scales", "Features have about the same size");
        using DisposeScope scope = torch.NewDisposeScope();
        double[] sizes = TensorNumbers.Of(probe.Data.Training.X.to(torch.ScalarType.Float64).square().mean([0L]).sqrt());
        IReadOnlyList<string> names = probe.Data.Split.Training.Whole.ColumnNames;
        int[] ascending = [.. Enumerable.Range(0, sizes.Length).Where(column => sizes[column] > 0).OrderBy(column => sizes[column])];
        if (ascending.Length == 0) return check.NotRun("All features are 0 in every row.");
        (int least, int largest) = (ascending[0], ascending[^1]);
        double ratio = sizes[largest] / sizes[least];
        string range = $"{Quoted.Value(names[least])} is about {NumberText.Brief(sizes[least])} in size and "
            + $"{Quoted.Value(names[largest])} {NumberText.Brief(sizes[largest])}";
        Fault fault = new("feature_scale", FaultStage.Data, "scale the features: data.scaling standard");
        return sizes[largest] > WideScales ? check.Failed($"{range}: one learning rate cannot suit numbers that large.", fault)
            : ratio > WideScales ? check.Failed($"{range}, {NumberText.Brief(ratio)} times as much: no learning rate suits both.", fault)
            : check.Passed($"{range}.");
    }

    public static CheckResult ScalerSawTrainingRows(StartProbe probe)
    {
        Check check = new("scaler_rows", "The scale was learnt from training rows alone");
        if (probe.Data.Validation is null) return check.NotRun("There are no validation rows that it could have seen.");
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor X = probe.Data.Training.X.to(torch.ScalarType.Float64);
        double off;
        string passed, failed;
        switch (probe.Spec.Data.Scaling)
        {
            case FeatureScaling.Standard:
                off = X.mean([0L]).abs().max().ToDouble();
                passed = "every feature of the training rows has a mean of 0";
                failed = $"every feature of the training rows should have a mean of 0, and one is off by {NumberText.Brief(off)}";
                break;
            case FeatureScaling.Range:
                off = Math.Max(Math.Abs(X.max().ToDouble() - 1), Math.Abs(X.min().ToDouble() + 1));
                passed = "the training rows reach from −1 to 1";
                failed = $"the training rows should reach from −1 to 1, and one end is off by {NumberText.Brief(off)}";
                break;
            default:
                return check.NotRun("Features are not scaled.");
        }

        if (probe.Data.Training.Rows != probe.Data.Split.Training.Count)
            return check.Undecided("More rows train than the split has training rows, which another check looks at.");
        return off < Centred
            ? check.Passed($"Scaled, {passed}.")
            : check.Failed($"Scaled, {failed}: other rows took part.",
                new("scaler_on_all_rows", FaultStage.Data, "fit the scaler on the training rows, and apply it to the others")
                {
                    IsLeak = true,
                });
    }

    public static CheckResult SplitIsApart(StartProbe probe)
    {
        Check check = new("split_apart", "No validation row is trained on");
        if (probe.Data.Validation is not { } validation) return check.NotRun("There are no validation rows.");
        double[][] training = Whole(probe.Data.Training, probe.Data.TrainingLabels);
        SameNumbers same = new();
        Dictionary<double[], int> seen = training.CountBy(row => row, same).ToDictionary(same);
        int twins = Whole(validation, probe.Data.ValidationLabels).Count(seen.ContainsKey);
        int alike = training.Count(row => seen[row] > 1);
        // How often a row has a twin by nature: as often as training rows have one among themselves.
        double usual = (alike + 1.0) / (training.Length + 1);
        double p = twins == 0 ? 1 : 1 - Binomial.Cumulative(twins - 1, validation.Rows, usual);
        string counts = $"{twins} of {Counted.Of(validation.Rows, "validation row")} equal a training row, and {alike} of "
            + $"{Counted.Of(training.Length, "training row")} another training row";
        return p >= TwinsByChance
            ? check.Passed($"{counts}.")
            : check.Failed($"{counts}.",
                new("validation_rows_in_training", FaultStage.Data, "leave the validation rows out of the training rows")
                {
                    IsLeak = true,
                });
    }

    public static CheckResult BatchesMixed(StartProbe probe)
    {
        Check check = new("batches_mixed", "Each batch is a fair sample of the rows");
        int batch = probe.Spec.Training.Batch, n = probe.Data.TrainingLabels.Length;
        if (batch >= n) return check.NotRun("All rows are in one batch.");
        double[] labels = InOrder(probe);
        if (labels.Distinct().Count() == 1) return check.NotRun("All rows have the same target.");
        bool hasClasses = probe.Data.Classes is not null;
        double own = Unevenness(labels, batch, hasClasses);
        double[] shuffled = [.. labels];
        int asUneven = 0;
        for (int order = 0; order < Orders; order++)
        {
            Shuffle.InPlace<double>(shuffled, probe.Seed, DrawnFor.Checks, order);
            asUneven += Unevenness(shuffled, batch, hasClasses) >= own ? 1 : 0;
        }

        return asUneven > 0
            ? check.Passed($"Of {Orders} shuffles of the same rows, {asUneven} deal the targets at least as unevenly over the batches.")
            : check.Failed($"None of {Orders} shuffles of the same rows deals the targets as unevenly over the batches: rows come sorted.",
                new("rows_sorted", FaultStage.Data, "shuffle the rows in every epoch: training.shuffle true"));
    }

    private static double[] InOrder(StartProbe probe)
    {
        List<double> labels = [];
        int classes = probe.Data.Classes?.Count ?? 1;
        foreach (Batch batch in probe.Fresh.Batches.Epoch(1))
        {
            double[] y = TensorNumbers.Of(batch.y);
            labels.AddRange(probe.Data.Form == TargetForm.OneHot
                ? Enumerable.Range(0, batch.Rows).Select(row => (double)Array.IndexOf(y, 1, row * classes, classes) - row * classes)
                : y);
        }

        return [.. labels];
    }

    /// <summary>How far batches differ: Σ over batches of counts²/rows of each class, or of sum²/rows of a number.</summary>
    private static double Unevenness(double[] labels, int batch, bool hasClasses)
    {
        double sum = 0;
        for (int first = 0; first < labels.Length; first += batch)
        {
            ArraySegment<double> rows = new(labels, first, Math.Min(batch, labels.Length - first));
            sum += hasClasses
                ? rows.CountBy(label => label).Sum(one => (double)one.Value * one.Value) / rows.Count
                : rows.Sum() * rows.Sum() / rows.Count;
        }

        return sum;
    }

    /// <summary>Features and target of each row.</summary>
    private static double[][] Whole(Batch rows, double[] labels)
    {
        double[] X = TensorNumbers.Of(rows.X);
        int d = X.Length / labels.Length;
        return [.. labels.Select((label, row) => (double[])[.. X.AsSpan(row * d, d), label])];
    }
}

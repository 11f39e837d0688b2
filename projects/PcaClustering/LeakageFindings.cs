using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.PcaClustering;

/// <summary>What it flatters to let means, deviations and components see the held-out rows.</summary>
/// <param name="Honest">Error per value on held-out rows, all fitted on training rows.</param>
/// <param name="Leaked">The same rows, all fitted on all rows.</param>
/// <param name="Difference">Honest less leaked, paired by row: by how much a leak flatters.</param>
/// <param name="Duplicated">Honest less the error when a quarter of the held-out rows also train, paired by row.</param>
/// <param name="Duplicates">Held-out rows of this data set that also train.</param>
/// <param name="ByRows">The leak at smaller numbers of training rows, over many splits.</param>
internal sealed record LeakageFindings(
    double Honest, double Leaked, Interval Difference, Interval Duplicated, int Duplicates, IReadOnlyList<LeakageAtSize> ByRows)
{
    private const int MaxRows = 5000, MaxHeldOut = 200;

    public static LeakageFindings Fit(VaryingRows data, int kept, PcaClusteringOptions options, int seed, CancellationToken cancellation)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor training = VaryingRows.Some(data.RawOf(data.Split.Training), MaxRows, seed),
            test = VaryingRows.Some(data.RawOf(data.Split.Test), MaxRows, seed);
        var leak = new Leak(kept, options.Scaling);
        double[] unit = Leak.Units(training);
        double[] honest = leak.Errors(training, test, unit), leaked = leak.Errors(torch.cat([training, test]), test, unit);
        Tensor twins = test.narrow(0, 0, Math.Max(1, test.size(0) / 4));
        double[] duplicated = leak.Errors(torch.cat([training, twins]), test, unit);
        return new LeakageFindings(
            honest.Average(), leaked.Average(), Paired(honest, leaked), Paired(honest, duplicated),
            DuplicateRows.Across(data.Split).Count,
            [.. Sizes((int)training.size(0), kept)
                .Select(size => AtSize(leak, torch.cat([training, test]), size, options.Splits, seed, cancellation))]);

        Interval Paired(double[] one, double[] other) =>
            MeanInterval.Of([.. one.Zip(other, (left, right) => left - right)], seed, options.Resamples);
    }

    /// <summary>Halves, down to where components could no longer be fitted.</summary>
    private static IEnumerable<int> Sizes(int most, int kept)
    {
        for (int size = most; size >= Math.Max(kept + 2, 15); size /= 2)
            yield return size;
    }

    private static LeakageAtSize AtSize(Leak leak, Tensor rows, int size, int splits, int seed, CancellationToken cancellation)
    {
        var random = Seeds.Generator(seed, DrawnFor.Split, size);
        double[] differences = new double[splits], honest = new double[splits];
        int[] order = [.. Enumerable.Range(0, (int)rows.size(0))];
        for (int split = 0; split < splits; split++)
        {
            cancellation.ThrowIfCancellationRequested();
            using DisposeScope scope = torch.NewDisposeScope();
            random.Shuffle(order);
            Tensor training = PreparedRows.Pick(rows, order[..size]),
                test = PreparedRows.Pick(rows, [.. order.Skip(size).Take(MaxHeldOut)]);
            double[] unit = Leak.Units(training);
            honest[split] = leak.Errors(training, test, unit).Average();
            differences[split] = honest[split] - leak.Errors(torch.cat([training, test]), test, unit).Average();
        }

        Quantiles range = Quantiles.Of(differences);
        return new LeakageAtSize(
            size, honest.Average(),
            new Interval(differences.Average(), range.At(0.025), range.At(0.975), 0.95, $"range of {splits} splits"));
    }

    /// <summary>The same steps with or without a leak: only the rows that are fitted on differ.</summary>
    private sealed record Leak(int Kept, Scaling Scaling)
    {
        /// <summary>The deviation of each column, in which errors are counted.</summary>
        public static double[] Units(Tensor rows)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            Tensor deviations = rows.std([0], unbiased: false);
            return [.. torch.where(deviations > 0, deviations, 1).cpu().data<double>()];
        }

        /// <summary>Error per value of each row, in units, when scaler and components were fitted on the rows given first.</summary>
        public double[] Errors(Tensor fittedOn, Tensor rows, double[] unit)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            Tensor scale = TensorCopy.Of(Scaling == Scaling.Raw ? [.. unit.Select(_ => 1.0)] : Units(fittedOn),
                torch.ScalarType.Float64, rows.device);
            Tensor mean = fittedOn.mean([0]);
            var fit = PrincipalComponents.Fit((fittedOn - mean) / scale, Kept);
            Tensor scaled = (rows - mean) / scale;
            Tensor error = (scaled - fit.Reconstruct(fit.Project(scaled))) * scale / TensorCopy.Of(unit,
                device: rows.device);
            return [.. error.square().mean([1]).cpu().data<double>()];
        }
    }
}

/// <summary>The leak at one number of training rows.</summary>
/// <param name="TrainingRows">How many rows train.</param>
/// <param name="Honest">Error per value on held-out rows, mean over splits.</param>
/// <param name="Difference">Honest less leaked: mean over splits, and the range that 95 % of the splits lie in.</param>
internal sealed record LeakageAtSize(int TrainingRows, double Honest, Interval Difference);

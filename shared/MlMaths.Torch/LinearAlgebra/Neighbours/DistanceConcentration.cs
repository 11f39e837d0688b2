using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// In many dimensions all rows are about equally far from each other, and "nearest" says little. A squared distance is a sum
/// over columns: of d independent ones its mean grows with d and its deviation with √d only.
///
/// <code>
/// contrast  = (max − min) / min of the distances from a row to all others; the median over rows
/// variation = deviation / mean of the distances of all pairs                    of Gaussian noise about 1/√(2d)
/// </code>
/// Real columns go together, so that data behaves like noise of far fewer dimensions than it has columns.
/// Source: K. Beyer, J. Goldstein, R. Ramakrishnan, U. Shaft, 1999, When Is "Nearest Neighbor" Meaningful?, ICDT, 217–235.
/// </summary>
/// <param name="Dimensions">Numbers of columns, ascending.</param>
/// <param name="DataContrast">Data contrast of so many columns of the data, drawn; null beyond its columns, or where rows coincide.</param>
/// <param name="NoiseContrast">Contrast of as many rows of independent standard normal numbers.</param>
/// <param name="DataVariation">As <paramref name="DataContrast"/>.</param>
/// <param name="NoiseVariation">As <paramref name="NoiseContrast"/>.</param>
/// <param name="Rows">Rows that were looked at: all, or a sample.</param>
public sealed record DistanceConcentration(
    IReadOnlyList<int> Dimensions, IReadOnlyList<double?> DataContrast, IReadOnlyList<double?> NoiseContrast,
    IReadOnlyList<double?> DataVariation, IReadOnlyList<double?> NoiseVariation, int Rows)
{
    private const int MaxRows = 300;

    private static readonly int[] DefaultDimensions = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    /// <summary>Looks at X [n, d], its columns scaled alike.</summary>
    /// <param name="X">Rows on any device.</param>
    /// <param name="seed">Decides the rows, the order in which columns come in, and the noise.</param>
    /// <param name="dimensions">Where to look; 1 to 1000 and d itself where it is null.</param>
    public static DistanceConcentration Of(Tensor X, int seed, IReadOnlyList<int>? dimensions = null)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor rows = CheckedRows.Of(X).to(torch.ScalarType.Float64);
        int d = (int)X.size(1);
        int[] sample = RowSample.Of((int)X.size(0), MaxRows, seed);
        int[] columns = [.. Enumerable.Range(0, d)];
        SplitMix64 chance = new(seed, DrawnFor.Sample, 1); // 0 are the rows
        Shuffle.InPlace<int>(columns, ref chance);
        Tensor data = rows.index_select(0, TensorCopy.Of(sample, torch.ScalarType.Int64, X.device)).index_select(1,
            TensorCopy.Of(columns, torch.ScalarType.Int64, X.device));

        int[] across = [.. (dimensions ?? [.. DefaultDimensions, d]).Distinct().Order()];
        Random random = Seeds.Generator(seed, DrawnFor.Worlds, 3);
        double[] drawn = new double[sample.Length * across[^1]];
        for (int i = 0; i < drawn.Length; i++) drawn[i] = Normal.Draw(random);
        Tensor noise = TensorCopy.Of(drawn, [sample.Length, across[^1]], device: X.device);

        Spread[] ofData = [.. across.Select(m => m <= d ? Measure(data.narrow(1, 0, m)) : new Spread(null, null))];
        Spread[] ofNoise = [.. across.Select(m => Measure(noise.narrow(1, 0, m)))];
        return new(
            across, [.. ofData.Select(spread => spread.Contrast)], [.. ofNoise.Select(spread => spread.Contrast)],
            [.. ofData.Select(spread => spread.Variation)], [.. ofNoise.Select(spread => spread.Variation)], sample.Length);
    }

    private static Spread Measure(Tensor rows)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        int n = (int)rows.size(0);
        double[] flat = [.. torch.cdist(rows, rows, 2, compute_mode.donot_use_mm_for_euclid_dist).cpu().data<double>()];
        List<double> contrasts = [], pairs = [];
        for (int i = 0; i < n; i++)
        {
            double least = double.PositiveInfinity, most = 0;
            for (int j = 0; j < n; j++)
            {
                if (i == j) continue;
                (least, most) = (Math.Min(least, flat[i * n + j]), Math.Max(most, flat[i * n + j]));
                if (j > i) pairs.Add(flat[i * n + j]);
            }
            if (least > 0) contrasts.Add((most - least) / least); // a row with a twin has no contrast
        }

        var moments = Moments.Of(pairs.ToArray());
        return new(
            contrasts.Count < (n + 1) / 2 ? null : Quantiles.Of(contrasts.ToArray()).Median,
            moments.Mean > 0 ? moments.PopulationDeviation / moments.Mean : null);
    }

    private readonly record struct Spread(double? Contrast, double? Variation);
}

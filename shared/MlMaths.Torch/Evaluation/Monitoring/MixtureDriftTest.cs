using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Whether the columns of a window look as a new base rate alone would make them look. If positives are still like positives and
/// negatives like negatives, a window at the rate q is a mixture of the labelled reference rows:
/// <code>
/// F(x | q) = q F(x | 1) + (1 − q) F(x | 0)            reference rows, weighted by q/n₊ and (1 − q)/n₋
/// D        = maxₓ | Fwindow(x) − F(x | q̂) |           the distance of Kolmogorov and Smirnov
/// </code>
/// How large D is by chance is drawn, as q̂ comes from the window itself and the reference is a sample too: a window* from the
/// mixture, a reference* from the reference, q* from window*, and their D*; again and again, for all columns at once. A base rate
/// that moved leaves D where chance leaves it; a column that drifted does not.
/// </summary>
public sealed class MixtureDriftTest
{
    private readonly SortedColumn[] _columns;
    private readonly double[] _tuned;
    private readonly double _before;
    private readonly int[] _positives;
    private readonly int[] _negatives;

    /// <param name="names">One per column.</param>
    /// <param name="columns">Values of the reference rows, column by column.</param>
    /// <param name="labels">Labels of the reference rows; both classes are needed.</param>
    /// <param name="tuned">Probabilities of the reference rows at their own base rate.</param>
    public MixtureDriftTest(
        IReadOnlyList<string> names, IReadOnlyList<double[]> columns, IReadOnlyList<bool> labels,
        IReadOnlyList<double> tuned)
    {
        Finite.Check(columns);
        Scores.RequireProbabilities([.. tuned]);
        _columns = [.. names.Zip(columns, (name, values) => new SortedColumn(name, values))];
        _tuned = [.. tuned];
        _positives = [.. Enumerable.Range(0, labels.Count).Where(row => labels[row])];
        _negatives = [.. Enumerable.Range(0, labels.Count).Where(row => !labels[row])];
        if (_positives.Length == 0 || _negatives.Length == 0)
            throw new ArgumentException("A mixture needs rows of both classes.", nameof(labels));
        _before = (double)_positives.Length / labels.Count;
    }

    /// <summary>One line per column, in their order.</summary>
    /// <param name="window">Values of the window's rows, column by column.</param>
    /// <param name="baseRate">q̂ of the window; 0 and 1 are possible.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="simulations">B; a column is left as soon as it is clear that chance explains it.</param>
    /// <param name="pool">Where the window was itself drawn from so many rows, and not from the world; else null.</param>
    public IReadOnlyList<ColumnDrift> Test(
        IReadOnlyList<double[]> window, double baseRate, int seed, int simulations = 499, int? pool = null)
    {
        Finite.Check(window);
        Finite.Share(baseRate);
        double[] distances = Distances(window, baseRate);
        List<double>[] drawn = [.. _columns.Select(_ => new List<double>())];
        int[] farther = new int[_columns.Length];
        var random = new SplitMix64(seed, DrawnFor.Drift);
        var again = new ResampledRowCounts(_tuned.Length);
        for (int b = 0; b < simulations && farther.Any(count => count < SimulatedPValue.Enough); b++)
        {
            double drawnRate = Draw(again, window[0].Length, baseRate, pool, ref random);
            for (int c = 0; c < _columns.Length; c++)
            {
                if (farther[c] >= SimulatedPValue.Enough) continue;
                double distance = _columns[c].Distance(again.Window, again.Weights(drawnRate, _positives));
                drawn[c].Add(distance);
                if (distance >= distances[c]) farther[c]++;
            }
        }

        double[] pValues = [.. distances.Zip(drawn, SimulatedPValue.Of)], adjusted = Holm.Adjust(pValues);
        return [.. _columns.Select((column, c) => new ColumnDrift(column.Name, distances[c], pValues[c], adjusted[c]))];
    }

    /// <summary>D of each column.</summary>
    internal double[] Distances(IReadOnlyList<double[]> window, double baseRate)
    {
        double[] weights = new double[_tuned.Length];
        foreach (int row in _positives) weights[row] = baseRate / _positives.Length;
        foreach (int row in _negatives) weights[row] = (1 - baseRate) / _negatives.Length;
        return [.. _columns.Zip(window, (column, values) => column.DistanceOf(values, weights))];
    }

    // A window at the rate, its own estimate of the rate, and a reference.
    private double Draw(ResampledRowCounts again, int rows, double baseRate, int? pool, ref SplitMix64 random)
    {
        int[] between = pool is int count ? Mixed(count, baseRate, ref random) : [];
        again.Clear();
        double[] probabilities = new double[rows];
        for (int i = 0; i < rows; i++)
        {
            int row = pool is null ? Mixed(baseRate, ref random) : between[random.Below(between.Length)];
            again.Window[row]++;
            probabilities[i] = _tuned[row];
        }

        for (int i = 0; i < _tuned.Length; i++)
            again.Reference[random.Below(_tuned.Length)]++;
        return BaseRateLikelihood.Maximum(probabilities, _before);
    }

    private int[] Mixed(int rows, double baseRate, ref SplitMix64 random)
    {
        int[] mixed = new int[rows];
        for (int i = 0; i < rows; i++)
            mixed[i] = Mixed(baseRate, ref random);
        return mixed;
    }

    private int Mixed(double baseRate, ref SplitMix64 random) =>
        random.Unit() < baseRate ? _positives[random.Below(_positives.Length)] : _negatives[random.Below(_negatives.Length)];
}

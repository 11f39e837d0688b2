using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The interval of the expected calibration error over bins of equal width. What is estimated is the error of the population at
/// these very bins, Σ_k |E (p − y) 1_k|: not an integral over all probabilities, which no number of bins would give. The error of
/// rows lies above it, since |·| never averages to nothing, so rows drawn anew from the rows themselves would lie higher still.
/// Worlds are drawn instead whose true error θ is known, and those θ are kept under which the error that was seen is no surprise:
/// <code>
/// g_k = Σ_{i in k} (pᵢ − yᵢ)                     the gap of bin k, n_k rows
/// qᵢ(c) = pᵢ − c g_k/n_k, within 0 to 1           true probabilities: right at c = 0, off by what was seen at c = 1
/// θ(c) = 1/n Σ_k |Σ_{i in k} (pᵢ − qᵢ(c))|
/// low  = the least θ(c) with P_c(ECE ≥ seen) ≥ α/2,  high = the greatest with P_c(ECE ≤ seen) ≥ α/2
/// </code>
/// Those worlds hold where labels are chance. Where they are not, or where no bin is off, the error still varies with the rows that
/// come: so the outer ends of these and of the mean of ±(p − y) ± z s/√n are taken, each bin's sign as it was seen, less the
/// average of what worlds show above their own error: worlds off as was seen for the low end, off by z s/√n more for the high one.
///
/// The value is always inside: where it lies above the high end, as it does of probabilities that are nearly right, the end moves
/// out to it. Up to 2,000 rows worlds are drawn row by row; beyond, gaps are drawn whole, about normal with variance
/// Σ (pᵢ − qᵢ)² + qᵢ(1 − qᵢ). Below 200 rows α is halved, which makes up for bins of two or three rows.
/// </summary>
internal sealed class CalibrationErrorInterval
{
    /// <summary>With fewer rows of one class than this, too little is known of how the other rows are wrong.</summary>
    public const int MinOfClass = 5;

    private const string Method = "worlds of known calibration error";
    private const int Worlds = 300, MostByRow = 2000, FewRows = 200, Halvings = 9;
    private const double Farthest = 8;

    private readonly double[] _probabilities;
    private readonly int[] _bins;
    private readonly double[] _shift; // g_k/n_k
    private readonly double[] _signs; // of g_k
    private readonly double[] _true;  // q, of few rows
    private readonly BinnedProbabilities? _many;
    private readonly double _seen;
    private readonly int _seed;

    private CalibrationErrorInterval(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, int bins, int seed)
    {
        var edges = ProbabilityBins.EqualWidth(bins);
        double[] gaps = new double[bins];
        int[] rows = new int[bins];
        _probabilities = probabilities.ToArray();
        _bins = [.. _probabilities.Select(edges.IndexOf)];
        for (int row = 0; row < _bins.Length; row++)
        {
            gaps[_bins[row]] += _probabilities[row] - (labels[row] ? 1 : 0);
            rows[_bins[row]]++;
        }

        _seen = gaps.Sum(Math.Abs) / _bins.Length;
        _shift = [.. gaps.Zip(rows, (gap, n) => n == 0 ? 0 : gap / n)];
        _signs = [.. _shift.Select(shift => shift < 0 ? -1.0 : 1)];
        _many = _bins.Length <= MostByRow ? null : new BinnedProbabilities(_probabilities, _bins, bins);
        _true = _many is null ? new double[_bins.Length] : [];
        _seed = seed;
    }

    /// <summary>Without ends where a class has fewer than five rows.</summary>
    public static Interval Of(
        ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, int seed, double confidence = Interval.DefaultConfidence,
        int bins = ReliabilityDiagram.DefaultErrorBins)
    {
        var worlds = new CalibrationErrorInterval(labels, probabilities, bins, seed);
        int positives = labels.Count(true), fewest = Math.Min(positives, labels.Length - positives);
        if (fewest < MinOfClass)
        {
            return Interval.WithoutEnds(
                worlds._seen, Method, $"it needs {MinOfClass} rows of either class, and one has {fewest}", confidence);
        }

        double tail = (1 - Interval.Checked(confidence)) / (labels.Length < FewRows ? 4 : 2);
        (double least, double most) = worlds.OfTheRowsDrawn(labels, confidence);
        double low = Math.Min(worlds.Low(tail), least), high = Math.Max(worlds.High(tail), most);
        return new Interval(worlds._seen, Math.Min(low, worlds._seen), Math.Max(high, worlds._seen), confidence, Method);
    }

    // Σ_i s_k (pᵢ − yᵢ)/n as a mean, less what worlds of the error that was seen show above theirs.
    private (double Low, double High) OfTheRowsDrawn(ReadOnlySpan<bool> labels, double confidence)
    {
        double n = _bins.Length, squares = 0;
        for (int row = 0; row < _bins.Length; row++)
        {
            double signed = _signs[_bins[row]] * (_probabilities[row] - (labels[row] ? 1 : 0));
            squares += (signed - _seen) * (signed - _seen);
        }

        double reach = Normal.TwoSidedQuantile(confidence) * Math.Sqrt(squares / (n - 1) / n);
        double above = Draw(1).Average() - ErrorAt(1), aboveThere = Draw(1, reach).Average() - ErrorAt(1, reach);
        return (Math.Max(0, _seen - above - reach), _seen - aboveThere + reach);
    }

    private double Low(double tail)
    {
        if (ShareAtLeast(0) >= tail) return 0;
        return ErrorAt(Crossing(0, 1, c => ShareAtLeast(c) < tail));
    }

    private double High(double tail)
    {
        double outside = 1;
        while (outside < Farthest && ShareAtMost(outside) >= tail) outside *= 1.6;
        return ErrorAt(Crossing(0, outside, c => ShareAtMost(c) >= tail));
    }

    // Where a condition that holds at the left end stops to hold.
    private static double Crossing(double left, double right, Predicate<double> holds)
    {
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (left + right) / 2;
            if (holds(middle)) left = middle;
            else right = middle;
        }

        return (left + right) / 2;
    }

    // The draw that was seen is one of the draws: no share is 0.
    private double ShareAtLeast(double c) => (1.0 + Draw(c).Count(error => error >= _seen - 1e-12)) / (Worlds + 1);

    private double ShareAtMost(double c) => (1.0 + Draw(c).Count(error => error <= _seen + 1e-12)) / (Worlds + 1);

    /// <summary>θ(c), every bin off by so much more, with the q of few rows left in place.</summary>
    private double ErrorAt(double c, double more = 0)
    {
        double[] gaps = new double[_shift.Length];
        for (int bin = 0; bin < gaps.Length && _many is not null; bin++)
            gaps[bin] = GapOfMany(bin, c, more).Gap;
        for (int row = 0; row < _true.Length; row++)
        {
            _true[row] = Math.Clamp(_probabilities[row] - c * _shift[_bins[row]] - more * _signs[_bins[row]], 0, 1);
            gaps[_bins[row]] += _probabilities[row] - _true[row];
        }

        return gaps.Sum(Math.Abs) / _bins.Length;
    }

    private (double Gap, double Variance) GapOfMany(int bin, double c, double more) =>
        _many!.Gap(bin, c * _shift[bin] + more * _signs[bin]);

    // The same random numbers at every c, so that shares change with c alone.
    private double[] Draw(double c, double more = 0)
    {
        if (_many is not null)
            return DrawGaps([.. Enumerable.Range(0, _shift.Length).Select(bin => GapOfMany(bin, c, more))]);
        ErrorAt(c, more);
        return DrawRows();
    }

    private double[] DrawRows()
    {
        var random = new SplitMix64(_seed, DrawnFor.Worlds, 1);
        double[] errors = new double[Worlds], gaps = new double[_shift.Length];
        for (int world = 0; world < Worlds; world++)
        {
            Array.Clear(gaps);
            for (int i = 0; i < _bins.Length; i++)
            {
                int row = random.Below(_bins.Length);
                gaps[_bins[row]] += _probabilities[row] - (random.Unit() < _true[row] ? 1 : 0);
            }

            errors[world] = gaps.Sum(Math.Abs) / _bins.Length;
        }

        return errors;
    }

    private double[] DrawGaps((double Mean, double Variance)[] gaps)
    {
        double[] errors = new double[Worlds];
        var random = new SplitMix64(_seed, DrawnFor.Worlds, 1);
        for (int world = 0; world < Worlds; world++)
        {
            foreach ((double mean, double variance) in gaps)
            {
                double z = Normal.Draw(ref random);
                errors[world] += Math.Abs(mean + Math.Sqrt(variance) * z) / _bins.Length;
            }
        }

        return errors;
    }
}

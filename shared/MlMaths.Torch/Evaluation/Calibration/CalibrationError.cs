using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The expected calibration error alone, over bins fixed once, for labels simulated thousands of times:
/// ECE = (1/n) Σ_k |Σ_{i in k} (pᵢ − yᵢ)|.
/// </summary>
internal sealed class CalibrationError
{
    private readonly int[] _binOfRow;
    private readonly double[] _probabilities;
    private readonly double[] _gaps;

    public CalibrationError(ReadOnlySpan<double> probabilities, int bins)
    {
        Scores.RequireProbabilities(probabilities);
        var edges = ProbabilityBins.EqualWidth(bins);
        _probabilities = probabilities.ToArray();
        _binOfRow = [.. _probabilities.Select(edges.IndexOf)];
        _gaps = new double[bins];
    }

    /// <summary>ECE of labels that the probabilities themselves have drawn: perfectly calibrated ones.</summary>
    public double OfSimulated(ref SplitMix64 random)
    {
        Array.Clear(_gaps);
        for (int row = 0; row < _probabilities.Length; row++)
            _gaps[_binOfRow[row]] += _probabilities[row] - (random.Unit() < _probabilities[row] ? 1 : 0);
        return Sum() / _probabilities.Length;
    }

    private double Sum()
    {
        double sum = 0;
        foreach (double gap in _gaps) sum += Math.Abs(gap);
        return sum;
    }
}

using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>How often a changed base rate rings, by how far it moved.</summary>
/// <param name="Rows">n of a window.</param>
/// <param name="Shifts">The new rate as a multiple of the old one.</param>
/// <param name="Shares">Share of drawn windows that ring, one per shift.</param>
/// <param name="Windows">Drawn for each shift.</param>
public sealed record AlarmPower(int Rows, IReadOnlyList<double> Shifts, IReadOnlyList<double> Shares, int Windows)
{
    /// <summary>
    /// Draws windows from the reference rows, positives and negatives apart, at each new rate. As the reference is itself a sample,
    /// its mean is moved by as much as another reference's would be.
    /// </summary>
    /// <param name="alarm">Whose limits are tried.</param>
    /// <param name="reference">The rows that the limits were set by.</param>
    /// <param name="shifts">Above 0; with the base rate of the reference they stay below 1.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="windows">For each shift.</param>
    public static AlarmPower Of(
        BaseRateAlarm alarm, LabelledReference reference, IReadOnlyList<double> shifts, int seed, int windows = 1000)
    {
        Finite.Checked(shifts);
        double[] positives = [.. Of(reference, positive: true)], negatives = [.. Of(reference, positive: false)];
        var random = new SplitMix64(seed, DrawnFor.Power);
        double deviation = (Moments.Of(reference.Probabilities).SampleDeviation ?? 0) / Math.Sqrt(reference.Labels.Count);
        double[] shares = new double[shifts.Count];
        for (int k = 0; k < shares.Length; k++)
        {
            int rung = 0;
            for (int w = 0; w < windows; w++)
            {
                double sum = 0;
                for (int row = 0; row < alarm.Rows; row++)
                {
                    double[] from = random.Unit() < shifts[k] * reference.BaseRate ? positives : negatives;
                    sum += from[random.Below(from.Length)];
                }

                double moved = deviation * Normal.Quantile(Math.Clamp(random.Unit(), 1e-12, 1 - 1e-12));
                if (alarm.RingsAt(sum / alarm.Rows - moved)) rung++;
            }

            shares[k] = (double)rung / windows;
        }

        return new AlarmPower(alarm.Rows, shifts, shares, windows);
    }

    private static IEnumerable<double> Of(LabelledReference reference, bool positive)
    {
        double[] probabilities = reference.Probabilities.ToArray();
        return Enumerable.Range(0, probabilities.Length).Where(row => reference.Labels[row] == positive).Select(row => probabilities[row]);
    }
}

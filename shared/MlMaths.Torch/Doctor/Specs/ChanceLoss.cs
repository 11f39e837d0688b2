using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// The least loss of an answer that is the same for every row, as a mean.
///
/// <code>
/// cross-entropy   −Σ p ln p                   over the shares p of the classes
/// binary          −p ln p − (1 − p) ln(1 − p)  averaged over the outputs
/// squared         1/n Σ (y − mean)²            averaged over the outputs
/// absolute        1/n Σ |y − median|           averaged over the outputs
/// </code>
/// </summary>
internal static class ChanceLoss
{
    /// <param name="kind">The loss.</param>
    /// <param name="labels">Targets as numbers.</param>
    /// <param name="form">How the loss takes them.</param>
    /// <param name="classes">C; 1 for a number.</param>
    public static double Of(LossKind kind, double[] labels, TargetForm form, int classes)
    {
        if (kind == LossKind.CrossEntropy)
            return labels.CountBy(label => label).Sum(one => Surprise((double)one.Value / labels.Length));
        double[][] outputs = form == TargetForm.OneHot
            ? [.. Enumerable.Range(0, classes).Select(c => labels.Select(label => label == c ? 1.0 : 0).ToArray())]
            : [labels];
        return outputs.Average(y => Of(kind, y));
    }

    private static double Of(LossKind kind, double[] y)
    {
        double median = Quantiles.Of(y).Median;
        var moments = Moments.Of(y);
        return kind switch
        {
            LossKind.Binary => Surprise(moments.Mean) + Surprise(1 - moments.Mean),
            LossKind.Squared => moments.PopulationVariance,
            _ => y.Average(one => Math.Abs(one - median)),
        };
    }

    private static double Surprise(double p) => p > 0 ? -p * Math.Log(p) : 0;
}

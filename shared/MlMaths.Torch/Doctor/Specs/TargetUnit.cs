using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>In which unit a number to predict is written: z = (y − mean) / deviation.</summary>
internal sealed record TargetUnit(double Mean, double Deviation)
{
    /// <summary>From here on two scaled targets differ.</summary>
    public const double Rounding = 1e-6;

    /// <summary>As the table has it.</summary>
    public static TargetUnit None { get; } = new(0, 1);

    /// <summary>The unit in which some targets have mean 0 and deviation 1; of targets that are all the same, only the mean is taken
    /// off.</summary>
    public static TargetUnit Of(double[] targets)
    {
        var moments = Moments.Of(targets);
        return new(moments.Mean, moments.PopulationDeviation is > 0 and var deviation ? deviation : 1);
    }

    /// <summary>Whether two lists of targets are the same, one by one, but for their units.</summary>
    public static bool AreSame(double[] targets, double[] others) =>
        Of(targets).Scaled(targets).Zip(Of(others).Scaled(others)).All(pair => Math.Abs(pair.First - pair.Second) <= Rounding);

    public double[] Scaled(double[] targets) => Array.ConvertAll(targets, y => (y - Mean) / Deviation);

    public double[] Unscaled(double[] targets) => Array.ConvertAll(targets, z => z * Deviation + Mean);
}

namespace MlMaths.Torch.Doctor;

/// <summary>
/// What the last layer would have to compute for every row to be answered perfectly: z with φ(z) = o*, where o* are targets,
/// probabilities of 0 and 1, or logits far out.
/// </summary>
internal static class PerfectAnswers
{
    // e^−30 is nothing beside 1 in 32-bit floats, and e^30 far from overflow.
    private const float Far = 30;

    /// <summary>z [n, k] for the rows of a probe.</summary>
    public static Tensor Of(StartProbe probe)
    {
        int k = probe.Data.Outputs, n = probe.Labels.Length;
        SpecLoss loss = probe.Fresh.Loss;
        bool isLogit = loss is { AppliedTo: AppliedTo.Logits, Kind: LossKind.CrossEntropy or LossKind.Binary };
        float[] z = new float[n * k];
        for (int row = 0; row < n; row++)
        {
            for (int unit = 0; unit < k; unit++)
            {
                double target = k == 1 ? probe.Labels[row] : probe.Labels[row] == unit ? 1 : 0;
                z[row * k + unit] = (float)(isLogit ? Far * (2 * target - 1) : Before(probe.Spec.Net.Output, target));
            }
        }

        return TensorCopy.Of<float>(z, [n, k]);
    }

    /// <summary>The same, each row with the answer of the next row that has another target.</summary>
    public static Tensor OfOtherRows(StartProbe probe, Tensor z)
    {
        int n = probe.Labels.Length;
        int[] others = [.. Enumerable.Range(0, n).Select(row => Enumerable.Range(1, n)
            .Select(step => (row + step) % n).First(other => other == row || probe.Labels[other] != probe.Labels[row]))];
        return Data.PreparedRows.Pick(z, others);
    }

    private static double Before(OutputActivation output, double target) => output switch
    {
        OutputActivation.Sigmoid => target <= 0 ? -Far : target >= 1 ? Far : Math.Log(target / (1 - target)),
        OutputActivation.Tanh => target <= -1 ? -Far : target >= 1 ? Far : Math.Atanh(target),
        OutputActivation.Softmax => Far * target,
        _ => target,
    };
}

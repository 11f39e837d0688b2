using MlMaths.Torch.Data;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// The error of a central difference over its step, for one coordinate: a V where the answer is right, a floor where it is wrong.
/// </summary>
/// <param name="Parameter">The coordinate's parameter.</param>
/// <param name="Index">Its place there.</param>
/// <param name="Points">Longest step first.</param>
public sealed record ErrorCurve(string Parameter, int Index, IReadOnlyList<StepError> Points)
{
    private const int Decades = 5, PerDecade = 3;

    /// <summary>Tries steps over ten decades around the usual one. θ is the same afterwards.</summary>
    /// <param name="hand">The answer that is compared, and the loss.</param>
    /// <param name="batch">The rows.</param>
    /// <param name="coordinate">Within θ.</param>
    /// <param name="kinks">The numbers at whose change of sign the loss has a kink, at θ as it is; null where it has none.</param>
    public static ErrorCurve Of(IGradientSource hand, Batch batch, int coordinate, Func<IReadOnlyList<Tensor>>? kinks = null)
    {
        double[] a = GradientVerdict.GradientOf(hand, batch);
        var judge = new AnswerJudge(new MovedLoss(hand, batch, kinks), Precision.Of(hand.Parameters.Values.dtype), a.Max(Math.Abs));
        Models.ParameterSlice slice = hand.Parameters.Slices.First(slice => coordinate < slice.Offset + slice.Length);
        return new ErrorCurve(slice.Name, coordinate - slice.Offset, judge.Curve(coordinate, a[coordinate], Decades, PerDecade));
    }
}

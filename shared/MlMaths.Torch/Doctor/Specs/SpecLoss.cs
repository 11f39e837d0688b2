namespace MlMaths.Torch.Doctor;

/// <summary>
/// The loss of a spec, from outputs o [n, k] and targets.
///
/// <code>
/// cross-entropy   ℓᵢ  = −ln pᵢ,yᵢ                       p = softmax(o) of logits; o/Σₖoₖ of probabilities
/// binary          ℓᵢₖ = −yᵢₖ ln pᵢₖ − (1 − yᵢₖ) ln(1 − pᵢₖ)  p = σ(o) of logits; o of probabilities
/// squared         ℓᵢₖ = (oᵢₖ − yᵢₖ)²
/// absolute        ℓᵢₖ = |oᵢₖ − yᵢₖ|
/// </code>
///
/// Shapes are broadcast, as in the code of a learner: targets [n] beside outputs [n, 1] give n² losses.
/// </summary>
internal sealed class SpecLoss(LossKind kind, AppliedTo appliedTo, Reduction reduction, bool softmaxFirst)
{
    // As Keras does: a probability of 0 would cost infinitely much, and its slope would be lost.
    private const double Clamp = 1e-7;

    public LossKind Kind => kind;

    public AppliedTo AppliedTo => appliedTo;

    /// <summary>Whether outputs go through one softmax more.</summary>
    public bool SoftmaxFirst => softmaxFirst;

    /// <summary>Of a spec, for a target of so many classes, or a number.</summary>
    public static SpecLoss Of(TrainingSpec spec, int? classes) => new(
        SpecShapes.KindOf(spec, classes),
        spec.Loss.AppliedTo ?? (spec.Net.Output is OutputActivation.Softmax or OutputActivation.Sigmoid
            ? AppliedTo.Probabilities
            : AppliedTo.Logits),
        spec.Loss.Reduction, spec.Slips.SoftmaxTwice);

    /// <summary>The same loss, as a mean.</summary>
    public SpecLoss AsMean() => new(kind, appliedTo, Reduction.Mean, softmaxFirst);

    /// <summary>L [] of outputs [n, k].</summary>
    /// <remarks>NaN and infinite numbers go through, so that a run that diverges is seen.</remarks>
    public Tensor Of(Tensor outputs, Tensor y)
    {
        Tensor losses = Losses(softmaxFirst ? outputs.softmax(1) : outputs, y);
        return reduction == Reduction.Mean ? losses.mean() : losses.sum();
    }

    private Tensor Losses(Tensor o, Tensor y) => (kind, appliedTo) switch
    {
        (LossKind.CrossEntropy, AppliedTo.Logits) => AtTarget(o.log_softmax(1), y),
        (LossKind.CrossEntropy, _) => AtTarget((o / o.sum(1, keepdim: true)).clamp(Clamp, 1).log(), y),
        // softplus(o) − yo, so that a large o never overflows.
        (LossKind.Binary, AppliedTo.Logits) => torch.nn.functional.softplus(o) - y * o,
        (LossKind.Binary, _) => Binary(o.clamp(Clamp, 1 - Clamp), y),
        (LossKind.Squared, _) => (o - y).square(),
        (LossKind.Absolute, _) => (o - y).abs(),
    };

    private static Tensor AtTarget(Tensor log_p, Tensor y) => y.dtype == torch.ScalarType.Int64
        ? -log_p.gather(1, y.unsqueeze(1)).squeeze(1)
        : -(y * log_p).sum(1);

    private static Tensor Binary(Tensor p, Tensor y) => -(y * p.log()) - (1 - y) * (1 - p).log();
}

using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Sections;

/// <summary>What comes back through the layers.</summary>
internal static class FlowSection
{
    public static Section Of(NetFindings findings)
    {
        LayerNorms flow = findings.Flow;
        (double Low, double High)? range = flow.Range;
        return new Section(
            "Does the gradient reach the first layer?",
            [
                new Formula(Tex.Of("""
                    \begin{aligned}
                    da_{l-1} &= dz_l W_l^\top && \text{one factor $W_l$ per layer, going backward} \\
                    dz_{l-1} &= da_{l-1} \odot \varphi'(z_{l-1})
                        && \text{and one slope: at most $\tfrac14$ for a sigmoid}
                    \end{aligned}
                    """)),
                new Paragraph(
                    $"In the backward pass the gradient is multiplied once per layer. Factors below 1 shrink it, "
                    + $"layer by layer, and the first layers stop learning; factors above 1 blow it up. "
                    + $"Three nets of {LayerNorms.Depth} hidden layers, {LayerNorms.Units} units each, "
                    + $"with the same learning rate and seed, differ only in what makes these factors. The cures are in the formula: "
                    + $"a slope of 1, weights of the size 1/√width, fewer layers, or normalisation between them."),
                .. flow.Nets.Select(net => new FigureBlock(
                    LayerNormsFigure.Draw($"flow-{net.Name}", net.Name, net.History, net.Layers, net.HasDiverged ? null : range),
                    Caption(net, flow.Nets.Count(other => !other.HasDiverged) > 1))),
                new Table(
                    $"The length of the gradient in the weights of the first and of the last layer, "
                    + $"before the first step, and their ratio on average over the last quarter of the steps. "
                    + $"A ratio near 1 lets all layers learn at a similar pace; whether that pace is "
                    + $"too fast the lengths show, not their ratio.",
                    ["Net", "First step: first layer", "last layer", "Ratio", "At the end: ratio"],
                    [.. flow.Nets.Select(Row)]),
                .. flow.Nets.Where(net => net.Offender is not null).Select(net => Callout.Caution(
                    $"The {net.Name} net {net.History.Ending}. The guard names the first tensor that was not finite, "
                    + $"in the order in which a step computes them: **{net.Offender!}**.").Folded()),
            ],
            Conclusion(flow));
    }

    private static MarkdownText Caption(WatchedNet net, bool othersShareAnAxis) => net.Name switch
    {
        "healthy" => MarkdownText.Of($"**Healthy** ({net.Made}): all layers lie within {Factor(net)} of each other."),
        "vanishing" => MarkdownText.Of(
            $"**Vanishing** ({net.Made}): before the first step, the first layer's gradient is {net.FirstRatio:0.0000} "
            + $"of the last layer's; what the last layer learns in one step, the first learns in "
            + $"{1 / net.FirstRatio:#,0}."),
        _ when net.Offender is not null => MarkdownText.Of(
            $"**Exploding** ({net.Made}): a gradient of length {net.FirstAtStart:#,0} in the first layer before "
            + $"the first step, and the training {net.History.Ending}; a result, not a crash."
            + $"{OwnAxis(net.HasDiverged && othersShareAnAxis)}"),
        _ => MarkdownText.Of(
            $"**Exploding** ({net.Made}): before the first step, the first layer's gradient is {net.FirstRatio:0.#} "
            + $"times the last layer's; this time the training survived it."),
    };

    private static string Factor(WatchedNet net) => net.SpreadAtStart is { } spread
        ? spread < 10
            ? FormattableString.Invariant($"a factor of {spread:0.0}")
            : FormattableString.Invariant($"a factor of {spread:#,0}")
        : "an unknown factor";

    private static IReadOnlyList<MarkdownText> Row(WatchedNet net) =>
        [net.Name, Number(net.FirstAtStart), Number(net.LastAtStart), Number(net.FirstRatio), Number(net.FinalRatio)];

    private static MarkdownText Number(double? number) => number is { } value && double.IsFinite(value)
        ? (Math.Abs(value) is >= 0.01 and < 1000 ? MarkdownText.Of($"{value:0.00}") : MarkdownText.Of($"{value:0.0e-0}"))
        : "–";

    private static MarkdownText Conclusion(LayerNorms flow)
    {
        WatchedNet healthy = flow.Nets[0], vanishing = flow.Nets[1], exploding = flow.Nets[2];
        return $"With ReLU and He initialisation "
            + $"{(healthy.FirstRatio is > 0.1 and < 10 ? "it does" : "it does not here")}: "
            + $"the gradient of the first layer is {healthy.FirstRatio:0.0} times as long as that of the last. "
            + $"Through sigmoids it is {vanishing.FirstRatio:0.0000} times as long, and with weights that are too "
            + $"large the training {exploding.History.Ending}.";
    }

    private static MarkdownText OwnAxis(bool hasOne) => hasOne
        ? MarkdownText.Of($" The axis is its own, not that of the nets that came to an end.")
        : MarkdownText.Empty;
}

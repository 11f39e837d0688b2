namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>Everything that was found, in the order in which the page tells it.</summary>
/// <param name="Options">What was asked.</param>
/// <param name="Change">Two conversion rates.</param>
/// <param name="Chance">What chance alone does to such a comparison.</param>
/// <param name="Events">Two rates of events.</param>
/// <param name="Binomial">Conversions of a day.</param>
/// <param name="Poisson">Events of a period.</param>
/// <param name="Means">Means of skewed values.</param>
/// <param name="Coverage">Whether the intervals keep their promise.</param>
internal sealed record DistributionsFindings(
    DistributionsOptions Options, ChangeFindings Change, ChanceFindings Chance, EventFindings Events, BinomialFindings Binomial,
    PoissonFindings Poisson, MeanFindings Means, CoverageFindings Coverage);

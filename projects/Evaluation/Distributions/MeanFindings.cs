namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>
/// Means of order values, which are log-normal, against the normal law: how well its interval covers, by skew and
/// number of orders.
/// </summary>
/// <param name="Laws">From no skew to much.</param>
/// <param name="Simulations">Samples of each law.</param>
internal sealed record MeanFindings(IReadOnlyList<MeanLaw> Laws, int Simulations)
{
    /// <summary>Orders that are averaged.</summary>
    public static readonly IReadOnlyList<int> Sizes = [5, 10, 20, 50, 100, 200, 500, 1000];

    public static MeanFindings Of(DistributionsOptions options, CancellationToken cancellation)
    {
        int simulations = options.Simulations(4000);
        return new MeanFindings(
            [.. new[] { 0, 0.5, 1, 1.5 }.Select(sigma => MeanLaw.Of(sigma, simulations, options.Seed, cancellation))],
            simulations);
    }
}

using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>How often intervals hold the truth and tests call a change that is none, over all outcomes; no simulation.</summary>
/// <param name="Proportions">One rate.</param>
/// <param name="SuccessRates">Rates of the curves below, ascending.</param>
/// <param name="Wald">Coverage at each, of 200 trials.</param>
/// <param name="Wilson">The same.</param>
/// <param name="ClopperPearson">The same.</param>
/// <param name="Differences">Two rates.</param>
/// <param name="Powers">Numbers of visitors by the formula for a power of 80 %, and the power that they have.</param>
internal sealed record CoverageFindings(
    IReadOnlyList<ProportionCoverage> Proportions, IReadOnlyList<double> SuccessRates, IReadOnlyList<double> Wald,
    IReadOnlyList<double> Wilson,
    IReadOnlyList<double> ClopperPearson, IReadOnlyList<DifferenceCoverage> Differences, IReadOnlyList<PlannedPower> Powers)
{
    public const int CurveTrials = 200;

    /// <summary>Over all rates that were tried, of the table and of the curve.</summary>
    public double WaldLeast => Math.Min(Wald.Min(), Proportions.Min(at => at.Wald));

    /// <summary>The same.</summary>
    public double WilsonLeast => Math.Min(Wilson.Min(), Proportions.Min(at => at.Wilson));

    /// <summary>The same, most.</summary>
    public double WilsonMost => Math.Max(Wilson.Max(), Proportions.Max(at => at.Wilson));

    public static CoverageFindings Of(bool quick)
    {
        int points = quick ? 20 : 80;
        double[] rates = [.. Enumerable.Range(0, points).Select(i => 0.003 * Math.Pow(0.5 / 0.003, i / (points - 1.0)))];
        return new CoverageFindings(
            [.. new[] { (0.5, 100), (0.1, 100), (0.05, 200), (0.02, 200), (0.01, 500), (0.002, 1000) }
                .Select(at => ProportionCoverage.Of(at.Item1, at.Item2))],
            rates, Curve((x, n) => WaldInterval.Of(x, n)), Curve((x, n) => WilsonInterval.Of(x, n)),
            Curve((x, n) => ClopperPearsonInterval.Of(x, n)),
            [.. new[] { (0.3, 0.3, 50), (0.1, 0.1, 100), (0.05, 0.08, 300), (0.02, 0.02, 200), (0.01, 0.03, 200) }
                .Select(at => DifferenceCoverage.Of(at.Item1, at.Item2, at.Item3))],
            [.. new[] { (0.5, 0.6), (0.1, 0.15), (0.05, 0.06), (0.01, 0.02) }.Select(at => PlannedPower.Of(at.Item1, at.Item2))]);

        IReadOnlyList<double> Curve(Func<long, long, Interval> interval)
        {
            Interval[] known = [.. Enumerable.Range(0, CurveTrials + 1).Select(x => interval(x, CurveTrials))];
            return [.. rates.Select(rate => IntervalCoverage.OfProportion(rate, CurveTrials, x => known[x]))];
        }
    }
}

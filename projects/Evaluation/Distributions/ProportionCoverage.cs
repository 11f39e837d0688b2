using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>Coverage of intervals of one rate.</summary>
/// <param name="SuccessRate">π.</param>
/// <param name="Trials">n.</param>
/// <param name="Wald">That of schoolbooks.</param>
/// <param name="Wilson">By the score.</param>
/// <param name="ClopperPearson">Exact.</param>
internal sealed record ProportionCoverage(double SuccessRate, int Trials, double Wald, double Wilson, double ClopperPearson)
{
    public static ProportionCoverage Of(double rate, int trials)
    {
        return new ProportionCoverage(
            rate, trials, Over(x => WaldInterval.Of(x, trials)), Over(x => WilsonInterval.Of(x, trials)),
            Over(x => ClopperPearsonInterval.Of(x, trials)));

        double Over(Func<long, Interval> interval) => IntervalCoverage.OfProportion(rate, trials, interval);
    }
}

using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>A number of visitors by the formula, and the power that it has.</summary>
/// <param name="First">π₁.</param>
/// <param name="Second">π₂.</param>
/// <param name="Trials">Of each group, for 80 %, rounded up.</param>
/// <param name="Formula">Power by the formula.</param>
/// <param name="Exact">Share of outcomes that the z test calls.</param>
internal sealed record PlannedPower(double First, double Second, int Trials, double Formula, double Exact)
{
    public static PlannedPower Of(double first, double second)
    {
        int trials = (int)Math.Ceiling(ProportionPower.TrialsFor(first, second, ChangeFindings.WantedPower));
        CountLaw one = CountLaw.OfBinomial(trials, first), other = CountLaw.OfBinomial(trials, second);
        double exact = 0;
        for (long x1 = one.First; x1 <= one.Last; x1++)
        {
            if (one.Mass(x1) < 1e-9) continue;
            for (long x2 = other.First; x2 <= other.Last; x2++)
            {
                if (other.Mass(x2) >= 1e-9
                    && new TwoProportions(x1, trials, x2, trials).PValueOfZ < ChangeFindings.Level)
                {
                    exact += one.Mass(x1) * other.Mass(x2);
                }
            }
        }

        return new PlannedPower(first, second, trials, ProportionPower.Of(first, trials, second, trials), exact);
    }
}
